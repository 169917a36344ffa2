package sigmark.analysis.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.recognition.LatexSample;

/**
 * All samples as a table for spreadsheet programs: UTF-8 with a byte order mark, CRLF, and an apostrophe before any text
 * that a program would take for a formula of its own ({@code =}, {@code +}, {@code -}, {@code @} at the start). The exact
 * texts stand in the JSON.
 */
final class SamplesCsv {
    private static final String[] COLUMNS = {
        "id",
        "page",
        "split",
        "kind",
        "writing",
        "outcome",
        "left",
        "top",
        "right",
        "bottom",
        "score",
        "iou",
        "truth",
        "prediction",
        "onTrueBox",
        "charEditDistance",
        "tokenEditDistance",
        "canonicalTokenEditDistance",
        "canonicalExact",
        "canonicalTokenEditDistanceOnTrueBox",
        "pageMillis",
        "tags"
    };

    private SamplesCsv() {}

    static String of(Evaluation evaluation) {
        StringBuilder csv = new StringBuilder("\uFEFF");
        try (CSVPrinter printer =
                new CSVPrinter(csv, CSVFormat.EXCEL.builder().setHeader(COLUMNS).get())) {
            for (EvaluationSample sample : evaluation.samples()) {
                printer.printRecord(row(sample));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return csv.toString();
    }

    private static Object[] row(EvaluationSample sample) {
        return new Object[] {
            sample.id(),
            safe(sample.page().name()),
            sample.page().split().word(),
            sample.kind().word(),
            sample.writing().word(),
            sample.outcome().word(),
            sample.box().left(),
            sample.box().top(),
            sample.box().right(),
            sample.box().bottom(),
            sample.prediction().map(found -> number(found.detection().score())).orElse(""),
            number(sample.iou()),
            safe(sample.truth().flatMap(truth -> truth.latex()).orElse("")),
            safe(sample.prediction().map(found -> found.reading().latex()).orElse("")),
            safe(sample.trueBoxReading().map(reading -> reading.latex()).orElse("")),
            distance(sample, LatexSample::characterDistance),
            distance(sample, latex -> latex.asGiven().distance()),
            number(sample.tokenDistance()),
            sample.endToEnd()
                    .map(latex -> latex.canonical().exact() ? "1" : "0")
                    .orElse(""),
            sample.onTrueBox()
                    .map(latex -> number(latex.canonical().distance()))
                    .orElse(""),
            number(sample.pageTimes().total() / 1e6),
            safe(String.join(" ", sample.tags()))
        };
    }

    /** Text that no spreadsheet program runs. */
    static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String distance(EvaluationSample sample, Function<LatexSample, Double> distance) {
        return sample.endToEnd().map(latex -> number(distance.apply(latex))).orElse("");
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value).replaceAll("\\.?0+$", "");
    }
}
