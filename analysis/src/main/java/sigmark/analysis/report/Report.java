package sigmark.analysis.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationJson;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.store.ProjectStore;

/**
 * Writes an evaluation as one HTML page that needs no other file and no network, the same on paper as PDF, all samples as
 * CSV and the whole document as JSON, side by side under one name. The same evaluation always gives the same bytes.
 */
public final class Report {
    private Report() {}

    /** All formats, the HTML page first. */
    public static List<Path> write(
            ProjectStore store, Evaluation evaluation, Path html, Locale locale, Progress progress) {
        return write(store, evaluation, html, EnumSet.allOf(ReportFormat.class), locale, progress);
    }

    /**
     * Writes the files; each is complete or not there.
     *
     * @param file where they go; each gets the ending of its format, in place of this one's
     * @param locale Korean or English words
     * @return the files, in the order of the formats
     * @throws ProblemException {@code report.unwritable}
     */
    public static List<Path> write(
            ProjectStore store,
            Evaluation evaluation,
            Path file,
            Set<ReportFormat> formats,
            Locale locale,
            Progress progress) {
        ReportTexts texts = new ReportTexts(locale);
        List<Path> files = new ArrayList<>();
        try (PdfSheet paper = new PdfSheet(texts)) {
            HtmlSheet html = new HtmlSheet(texts);
            List<Sheet> sheets = new ArrayList<>();
            if (formats.contains(ReportFormat.HTML)) {
                sheets.add(html);
            }
            if (formats.contains(ReportFormat.PDF)) {
                sheets.add(paper);
            }
            if (!sheets.isEmpty()) {
                new ReportPage(store, evaluation, texts, progress, sheets).write();
            }
            for (ReportFormat format : ReportFormat.values()) {
                if (formats.contains(format)) {
                    Path target = sibling(file, "." + format.word());
                    write(
                            target,
                            switch (format) {
                                case HTML -> utf8(html.page());
                                case PDF -> paper.bytes();
                                case CSV -> utf8(SamplesCsv.of(evaluation));
                                case JSON ->
                                    utf8(EvaluationJson.document(evaluation).toPrettyString() + "\n");
                            });
                    files.add(target);
                }
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
        return files;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ProblemException unwritable(Path file, IOException e) {
        return new ProblemException(
                Problem.of("report.unwritable", file.toString(), "detail", String.valueOf(e.getMessage())), e);
    }

    private static Path sibling(Path html, String ending) {
        String name = html.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return html.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
    }

    private static void write(Path file, byte[] content) {
        Path target = file.toAbsolutePath();
        Path beside = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(target.resolveSibling(".").normalize());
            Files.write(beside, content);
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }
}
