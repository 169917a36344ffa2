package sigmark.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import sigmark.analysis.errors.ErrorClass;
import sigmark.analysis.errors.ErrorSummary;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.evaluation.LossAttribution;
import sigmark.analysis.evaluation.SampleOutcome;
import sigmark.analysis.weakness.WeakSlice;
import sigmark.analysis.weakness.WeakSlices;
import sigmark.inference.work.Progress;

/** Why numbers are as they are: whose the loss is, where it is worst, which errors there are, with examples. */
final class ReportFindings {
    private static final int EXAMPLES = 2;
    private static final int CONFUSIONS = 12;

    private final Evaluation evaluation;
    private final ReportTexts texts;
    private final List<Sheet> sheets;

    ReportFindings(Evaluation evaluation, ReportTexts texts, List<Sheet> sheets) {
        this.evaluation = evaluation;
        this.texts = texts;
        this.sheets = sheets;
    }

    /** Detection's and recognition's part of what is lost; nothing when nothing was read on true boxes. */
    void loss() {
        LossAttribution loss = LossAttribution.of(evaluation.samples(), LossAttribution.EXACT);
        if (loss.formulas() == 0) {
            return;
        }
        double all = loss.formulas();
        List<String> labels = List.of(
                texts.text("loss.recognition", "share", texts.percent(loss.recognition() / all)),
                texts.text("loss.missed", "share", texts.percent(loss.missed() / all)),
                texts.text("loss.boxes", "share", texts.percent(loss.boxes() / all)));
        // found boxes that read better than labeled ones take nothing away
        Sheet.Bars parts = new Sheet.Bars(
                texts.text("loss"),
                labels,
                List.of(loss.recognition(), Math.max(0, loss.missed()), Math.max(0, loss.boxes())));
        String note = texts.text(
                "loss.note",
                "formulas",
                texts.count(loss.formulas()),
                "lost",
                texts.percent(loss.meanLoss()),
                "regrouped",
                texts.percent(loss.regrouped() / all),
                "false",
                texts.count(loss.falseBoxes()));
        sheets.forEach(sheet -> {
            sheet.heading(texts.text("loss"));
            sheet.note(note);
            sheet.parts(parts);
        });
    }

    void weakSlices() {
        List<WeakSlice> weak = WeakSlices.find(evaluation);
        List<Sheet.Row> rows = new ArrayList<>();
        for (WeakSlice slice : weak) {
            rows.add(new Sheet.Row(
                    List.of(
                            slice.name(),
                            texts.percent(slice.inside().estimate()),
                            texts.interval(slice.inside()),
                            texts.percent(slice.outside().estimate()),
                            texts.chance(slice.adjustedP()),
                            texts.count(slice.inside().n())),
                    false));
        }
        List<String> columns = List.of(
                texts.text("column.slice"),
                texts.text("column.exact"),
                texts.text("column.interval"),
                texts.text("column.rest"),
                texts.text("column.holm"),
                texts.text("column.samples"));
        sheets.forEach(sheet -> {
            sheet.heading(texts.text("weak"));
            if (rows.isEmpty()) {
                sheet.note(texts.text("weak.none"));
            } else {
                sheet.note(texts.text("weak.note"));
                sheet.table(columns, rows);
            }
        });
    }

    /** Classes with their counts and examples, and which sign is read as which. */
    void errors(SampleCards cards, Progress progress) {
        Map<String, EvaluationSample> wrong = evaluation.samples().stream()
                .filter(sample -> sample.outcome() == SampleOutcome.MATCHED
                        && sample.endToEnd()
                                .filter(read -> !read.canonical().exact())
                                .isPresent())
                .collect(Collectors.toMap(EvaluationSample::id, Function.identity()));
        ErrorSummary summary = ErrorSummary.of(evaluation.samples().stream()
                .filter(sample -> wrong.containsKey(sample.id()))
                .map(sample -> new ErrorSummary.Reading(
                        sample.id(),
                        sample.endToEnd().orElseThrow().truth(),
                        sample.endToEnd().orElseThrow().prediction().orElse("")))
                .toList());
        heading(texts.text("errors"));
        if (summary.classes().isEmpty()) {
            sheets.forEach(sheet -> sheet.note(texts.text("errors.none")));
            return;
        }
        classes(summary);
        confusions(summary);
        for (Map.Entry<ErrorClass, ErrorSummary.OfClass> entry :
                summary.classes().entrySet()) {
            String name = texts.text("error." + entry.getKey().word());
            heading(texts.text(
                    "errors.examples",
                    "class",
                    name,
                    "count",
                    texts.count(entry.getValue().ids().size())));
            cards.add(
                    entry.getValue().ids().stream()
                            .limit(EXAMPLES)
                            .map(id -> Optional.ofNullable(wrong.get(id)))
                            .flatMap(Optional::stream)
                            .toList(),
                    progress);
        }
    }

    private void classes(ErrorSummary summary) {
        List<Sheet.Row> rows = new ArrayList<>();
        summary.classes()
                .forEach((error, of) -> rows.add(new Sheet.Row(
                        List.of(
                                texts.text("error." + error.word()),
                                texts.count(of.ids().size()),
                                texts.percent(of.costShare())),
                        false)));
        List<String> columns =
                List.of(texts.text("column.error"), texts.text("column.formulas"), texts.text("column.cost"));
        sheets.forEach(sheet -> sheet.table(columns, rows));
    }

    private void confusions(ErrorSummary summary) {
        List<String> lines = summary.confusions().stream()
                .limit(CONFUSIONS)
                .map(pair -> pair.truth() + " → " + pair.prediction() + "   "
                        + texts.count(pair.ids().size()))
                .toList();
        if (!lines.isEmpty()) {
            sheets.forEach(sheet -> {
                sheet.note(texts.text("confusions"));
                sheet.list(lines);
            });
        }
    }

    private void heading(String text) {
        sheets.forEach(sheet -> sheet.heading(text));
    }
}
