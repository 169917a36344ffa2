package sigmark.analysis.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationJson;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.store.ProjectStore;

/**
 * Writes an evaluation as one HTML page that needs no other file and no network, with all samples as CSV and the whole
 * document as JSON beside it under the same name. The same evaluation always gives the same bytes.
 */
public final class Report {
    private Report() {}

    /**
     * Writes the three files; each is complete or not there.
     *
     * @param html where the page goes; the others get its name with {@code .csv} and {@code .json}
     * @param locale Korean or English words
     * @return the files, the page first
     * @throws ProblemException {@code report.unwritable}
     */
    public static List<Path> write(
            ProjectStore store, Evaluation evaluation, Path html, Locale locale, Progress progress) {
        ReportTexts texts = new ReportTexts(locale);
        String page = new ReportPage(store, evaluation, texts, progress).html();
        List<Path> files = List.of(html, sibling(html, ".csv"), sibling(html, ".json"));
        write(files.get(0), page);
        write(files.get(1), SamplesCsv.of(evaluation));
        write(files.get(2), EvaluationJson.document(evaluation).toPrettyString() + "\n");
        return files;
    }

    private static Path sibling(Path html, String ending) {
        String name = html.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return html.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
    }

    private static void write(Path file, String text) {
        Path target = file.toAbsolutePath();
        Path beside = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(target.resolveSibling(".").normalize());
            Files.writeString(beside, text, StandardCharsets.UTF_8);
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("report.unwritable", file.toString(), "detail", String.valueOf(e.getMessage())), e);
        }
    }
}
