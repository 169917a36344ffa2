package sigmark.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationFigures;
import sigmark.analysis.evaluation.EvaluationJson;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.evaluation.SampleOutcome;
import sigmark.analysis.recognition.RecognitionSummary;
import sigmark.analysis.statistics.Proportion;
import sigmark.analysis.timing.RunTimes;
import sigmark.analysis.timing.StepFigures;
import sigmark.inference.run.RunEnvironment;
import sigmark.inference.run.Step;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Progress;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.store.ProjectStore;

/** The page itself: numbers with their intervals, plots, slices, the worst samples, times, environment. */
final class ReportPage {
    private static final int WORST = 40;
    private static final int FALSE_BOXES = 12;
    private static final int BINS = 10;

    private final ProjectStore store;
    private final Evaluation evaluation;
    private final ReportTexts texts;
    private final Progress progress;
    private final Html html = new Html();

    ReportPage(ProjectStore store, Evaluation evaluation, ReportTexts texts, Progress progress) {
        this.store = store;
        this.evaluation = evaluation;
        this.texts = texts;
        this.progress = progress;
    }

    String html() {
        StoredRun run = evaluation.run();
        String title = texts.text("title", "project", store.info().name(), "run", Long.toString(run.id()));
        html.raw("<!DOCTYPE html>\n<html lang=\"" + texts.language() + "\"><head><meta charset=\"utf-8\">\n");
        html.raw("<meta name=\"viewport\" content=\"width=device-width\">\n");
        html.element("title", title).raw("<style>" + ReportStyle.CSS + "</style></head><body>\n");
        html.element("h1", title);
        html.element(
                "p",
                texts.text(
                        "about",
                        "pipeline",
                        run.pipeline(),
                        "pages",
                        texts.count(run.pages()),
                        "samples",
                        texts.count(evaluation.samples().size()),
                        "started",
                        run.startedAt().toString(),
                        "person",
                        run.person(),
                        "revision",
                        Long.toString(evaluation.dataRevision())));
        figures();
        distances();
        slices();
        times();
        samples();
        leftOut("failed", evaluation.failed());
        leftOut("leftOut", evaluation.leftOut());
        environment(run);
        return html.raw("</body></html>\n").toString();
    }

    private void figures() {
        EvaluationFigures figures = evaluation.figures();
        html.element("h2", texts.text("figures")).element("p class=\"note\"", texts.text("interval.note"));
        html.open("table").raw("<tr>");
        header("measure", "value", "interval", "samples");
        html.raw("</tr>\n");
        rate("detection.precision", figures.detection().precision());
        rate("detection.recall", figures.detection().recall());
        Proportion recall = figures.detection().recall();
        row(
                texts.text("detection.f1"),
                texts.percent(figures.detection().f1()),
                texts.interval(figures.detection().f1Interval()),
                recall.n());
        figures.onTrueBoxes().ifPresent(summary -> recognition("onTrueBoxes", summary));
        recognition("endToEnd", figures.endToEnd());
        rate("hit.precision", figures.hitPrecision());
        rate("hit.recall", figures.hitRecall());
        row(
                texts.text("hit.f1"),
                texts.percent(figures.hitF1()),
                "",
                figures.hitRecall().n());
        html.close("table");
    }

    private void recognition(String which, RecognitionSummary summary) {
        String prefix = texts.text(which) + " · ";
        int n = summary.count();
        Proportion exact = summary.canonical().exact();
        row(prefix + texts.text("exact.canonical"), texts.percent(exact.estimate()), texts.interval(exact), n);
        for (int k = 1; k < summary.canonical().expRate().size(); k++) {
            Proportion rate = summary.canonical().expRate().get(k);
            String name = texts.text("expRate", "k", Integer.toString(k));
            row(prefix + name, texts.percent(rate.estimate()), texts.interval(rate), n);
        }
        row(
                prefix + texts.text("distance.canonical"),
                texts.percent(summary.canonical().edit().sampleMean()),
                texts.interval(summary.canonical().edit().interval()),
                n);
        row(
                prefix + texts.text("distance.characters"),
                texts.percent(summary.characters().sampleMean()),
                texts.interval(summary.characters().interval()),
                n);
        row(prefix + texts.text("bleu"), texts.percent(summary.canonical().bleu()), "", n);
        row(
                prefix + texts.text("cdm"),
                texts.percent(summary.cdm().f1()),
                texts.interval(summary.cdm().f1Interval()),
                summary.cdm().samples());
    }

    private void rate(String key, Proportion rate) {
        row(texts.text(key), texts.percent(rate.estimate()), texts.interval(rate), rate.n());
    }

    private void row(String name, String value, String interval, long n) {
        html.raw(n < Proportion.ENOUGH ? "<tr class=\"few\">" : "<tr>");
        html.element("td", name).element("td class=\"n\"", value);
        html.element("td class=\"n\"", interval)
                .element("td class=\"n\"", texts.count(n))
                .raw("</tr>\n");
    }

    private void header(String... keys) {
        for (String key : keys) {
            html.element("th", texts.text("column." + key));
        }
    }

    /** How the canonical token distances are spread, right ones apart. */
    private void distances() {
        long[] counts = new long[BINS + 1];
        for (EvaluationSample sample : evaluation.samples()) {
            OptionalDouble distance = sample.tokenDistance();
            if (distance.isPresent()) {
                double d = distance.getAsDouble();
                counts[d == 0 ? 0 : Math.min(BINS, 1 + (int) (d * BINS))]++;
            }
        }
        List<String> labels = new ArrayList<>(List.of("0"));
        List<Long> values = new ArrayList<>(List.of(counts[0]));
        for (int bin = 1; bin <= BINS; bin++) {
            labels.add("≤" + bin * 100 / BINS + "%");
            values.add(counts[bin]);
        }
        html.element("h2", texts.text("distances"));
        html.raw(Chart.bars(labels, values, texts.text("distances")));
    }

    private void slices() {
        Map<String, EvaluationFigures> slices = EvaluationJson.slices(evaluation);
        html.element("h2", texts.text("slices")).open("table").raw("<tr>");
        header("slice", "f1", "exact", "interval", "distance", "samples");
        html.raw("</tr>\n");
        slices.forEach((name, figures) -> {
            Proportion exact = figures.endToEnd().canonical().exact();
            html.raw(exact.fewSamples() ? "<tr class=\"few\">" : "<tr>").element("td", name);
            html.element("td class=\"n\"", texts.percent(figures.detection().f1()));
            html.element("td class=\"n\"", texts.percent(exact.estimate()));
            html.element("td class=\"n\"", texts.interval(exact));
            html.element(
                    "td class=\"n\"",
                    texts.percent(figures.endToEnd().canonical().edit().sampleMean()));
            html.element("td class=\"n\"", texts.count(figures.samples())).raw("</tr>\n");
        });
        html.close("table");
    }

    private void times() {
        RunTimes times = evaluation.times();
        html.element("h2", texts.text("times"));
        html.element(
                "p",
                texts.text(
                        "throughput",
                        "pages",
                        texts.rate(times.pagesPerSecond()),
                        "formulas",
                        texts.rate(times.formulasPerSecond()),
                        "warmUp",
                        texts.count(times.warmUpPages())));
        html.open("table").raw("<tr>");
        header("step", "p50", "p95", "p95Bound", "p99", "pages");
        html.raw("</tr>\n");
        List<String> labels = new ArrayList<>();
        List<Double> medians = new ArrayList<>();
        for (Map.Entry<Step, StepFigures> entry : times.steps().entrySet()) {
            step(texts.text("step." + entry.getKey().word()), entry.getValue());
            labels.add(texts.text("step." + entry.getKey().word()) + " "
                    + texts.millis(entry.getValue().p50()) + " ms");
            medians.add(entry.getValue().p50().orElse(0));
        }
        step(texts.text("step.page"), times.page());
        html.close("table").raw(Chart.parts(labels, medians, texts.text("times")));
    }

    private void step(String name, StepFigures figures) {
        html.raw("<tr>").element("td", name);
        html.element("td class=\"n\"", texts.millis(figures.p50()));
        html.element("td class=\"n\"", texts.millis(figures.p95()));
        html.element(
                "td class=\"n\"",
                figures.p95Bound().isPresent() ? texts.millis(figures.p95Bound()) : texts.text("noBound"));
        html.element("td class=\"n\"", texts.millis(figures.p99()));
        html.element("td class=\"n\"", texts.count(figures.pages())).raw("</tr>\n");
    }

    private void samples() {
        List<EvaluationSample> worst = evaluation.samples().stream()
                .filter(sample -> sample.endToEnd().isPresent() && !sample.right())
                .sorted(Comparator.comparingDouble(
                                (EvaluationSample s) -> -s.tokenDistance().orElse(0))
                        .thenComparing(EvaluationSample::id))
                .toList();
        List<EvaluationSample> extra = evaluation.samples().stream()
                .filter(sample -> sample.outcome() == SampleOutcome.FALSE_BOX)
                .toList();
        SampleCards cards = new SampleCards(store, texts, html);
        html.element("h2", texts.text("worst", "shown", count(worst, WORST), "all", texts.count(worst.size())));
        cards.add(worst.subList(0, Math.min(WORST, worst.size())), progress);
        html.element(
                "h2", texts.text("falseBoxes", "shown", count(extra, FALSE_BOXES), "all", texts.count(extra.size())));
        cards.add(extra.subList(0, Math.min(FALSE_BOXES, extra.size())), progress);
    }

    private String count(List<EvaluationSample> samples, int most) {
        return texts.count(Math.min(most, samples.size()));
    }

    private void leftOut(String key, List<LeftOut> items) {
        if (items.isEmpty()) {
            return;
        }
        html.element("h2", texts.text(key, "count", texts.count(items.size()))).open("ul");
        for (LeftOut item : items) {
            html.element("li", item.item() + ": " + texts.problem(item.reason()));
        }
        html.close("ul");
    }

    private void environment(StoredRun run) {
        RunEnvironment e = run.environment();
        html.element("h2", texts.text("environment")).open("table");
        fact("device", e.deviceReason().isEmpty() ? e.device() : e.device() + " (" + e.deviceReason() + ")");
        fact("processor", e.processor() + " × " + e.cores());
        fact("threads", Integer.toString(e.threads()));
        fact("memory", texts.count(e.memoryBytes() >> 20) + " MiB");
        fact("system", e.operatingSystem());
        fact("java", e.java());
        fact("engine", e.engine());
        fact("sigmark", e.sigmark());
        fact("query", run.query().isEmpty() ? "–" : run.query());
        fact("detector", run.detectorHash().isEmpty() ? "–" : run.detectorHash());
        fact("recognizer", run.recognizerHash().isEmpty() ? "–" : run.recognizerHash());
        html.close("table");
    }

    private void fact(String key, String value) {
        html.raw("<tr>")
                .element("td", texts.text("environment." + key))
                .element("td", value)
                .raw("</tr>\n");
    }
}
