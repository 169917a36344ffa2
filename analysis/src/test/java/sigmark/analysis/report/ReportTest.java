package sigmark.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.Evaluator;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.run.Detection;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.run.Reading;
import sigmark.inference.run.RegionPrediction;
import sigmark.inference.run.RunEnvironment;
import sigmark.inference.run.StepTimes;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.Provenance;
import sigmark.labeling.project.Split;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.RunStart;

class ReportTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    private Path folder;

    private ProjectStore store;
    private Evaluation evaluation;

    @BeforeEach
    void evaluateOnePage() throws IOException {
        store = ProjectStore.create(folder.resolve("p"), "<script>alert(1)</script>", new Author("Kim"));
        Path image = store.info().folder().resolve("images/a.png");
        Files.createDirectories(image.getParent());
        ImageIO.write(new BufferedImage(100, 80, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
        store.addPages(
                List.of(page()),
                List.of(region("r1", new Box(0, 0, 20, 10), "a<b"), region("r2", new Box(40, 0, 60, 10), "-x^2")));
        long run = store.runs().begin(new RunStart("default 1", "d", "r", "", 0, environment()));
        store.runs()
                .put(
                        run,
                        "a",
                        new PagePrediction(
                                List.of(found(new Box(0, 0, 20, 10), "a>b"), found(new Box(70, 0, 90, 10), "q")),
                                Map.of("r1", new Reading("a<b", 0.9, List.of(), List.of())),
                                new StepTimes(1_000_000, 2_000_000, 0, 4_000_000),
                                Optional.empty()));
        store.runs().finish(run);
        evaluation = new Evaluator(store, run).evaluate(Progress.SILENT);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void onePageHoldsEverythingAndNothingFromOutside() throws IOException {
        String html = write(Locale.ENGLISH, "report.html");
        assertThat(html)
                .contains("data:image/png;base64,", "<svg", "Boxes · F1 at IoU 0.5", "<del>&lt;</del> <ins>&gt;</ins>")
                .contains("Worst formulas (2 of 2)", "Boxes without a formula (1 of 1)")
                .doesNotContain("<script", "http://", "https://", "src=\"images", "NaN");
    }

    @Test
    void speaksKorean() throws IOException {
        assertThat(write(Locale.KOREAN, "보고서.html")).contains("lang=\"ko\"", "가장 나쁜 수식", "정밀도");
        assertThat(folder.resolve("보고서.csv")).exists();
    }

    @Test
    void whyNumbersAreAsTheyAreIsSaid() throws IOException {
        assertThat(write(Locale.ENGLISH, "report.html"))
                .contains("Detection or recognition", "Detection, not found", "Slices that do worse")
                .contains("Symbol confusion: examples of 1", "&lt; → &gt;");
    }

    @Test
    void paperSaysTheSameInWordsThatCanBeCopied() throws IOException {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            write(locale, "report.html");
            String text = paper("report.pdf");
            ReportTexts texts = new ReportTexts(locale);
            assertThat(text.replaceAll("\\s+", " "))
                    .contains(texts.text("detection.precision"), texts.text("environment.recognizer"))
                    .contains(texts.text("error.symbol"), texts.text("card.truth") + ": a<b")
                    .contains("<script>alert(1)</script>", "1 / ");
        }
    }

    @Test
    void onlyWhatIsAskedForIsWritten() {
        assertThat(Report.write(
                        store,
                        evaluation,
                        folder.resolve("only.html"),
                        Set.of(ReportFormat.PDF),
                        Locale.ENGLISH,
                        Progress.SILENT))
                .containsExactly(folder.resolve("only.pdf"));
        assertThat(folder.resolve("only.html")).doesNotExist();
    }

    private String paper(String name) throws IOException {
        try (PDDocument document = Loader.loadPDF(folder.resolve(name).toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void theSameEvaluationGivesTheSameBytes() throws IOException {
        assertThat(write(Locale.ENGLISH, "one.html")).isEqualTo(write(Locale.ENGLISH, "two.html"));
        assertThat(folder.resolve("one.pdf")).hasSameBinaryContentAs(folder.resolve("two.pdf"));
    }

    @Test
    void theTableIsSafeInSpreadsheetsAndTheDocumentExact() throws IOException {
        write(Locale.ENGLISH, "report.html");
        String csv = Files.readString(folder.resolve("report.csv"));
        assertThat(csv).startsWith("\uFEFFid,page").contains("'-x^2").contains("\r\n");
        assertThat(csv.lines()).hasSize(4);
        assertThat(new ObjectMapper()
                        .readTree(folder.resolve("report.json").toFile())
                        .get("samples"))
                .hasSize(3);
    }

    @Test
    void aFolderThatCannotBeWrittenIsAProblem() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() ->
                        Report.write(store, evaluation, file.resolve("report.html"), Locale.ENGLISH, Progress.SILENT))
                .hasMessageContaining("report.unwritable");
    }

    private String write(Locale locale, String name) throws IOException {
        List<Path> files = Report.write(store, evaluation, folder.resolve(name), locale, Progress.SILENT);
        assertThat(files).hasSize(4).allMatch(Files::exists);
        return Files.readString(files.get(0));
    }

    private static RegionPrediction found(Box box, String latex) {
        return new RegionPrediction(
                new Detection(box, FormulaKind.INLINE, Writing.PRINTED, 0.9),
                new Reading(latex, 0.8, List.of(), List.of()));
    }

    private static Page page() {
        return new Page(
                "a",
                1,
                "a.png",
                new PageSource("images/a.png", true, "00", OptionalInt.empty(), 0),
                100,
                80,
                1,
                0,
                100,
                80,
                1,
                Split.TEST,
                LabelState.LABELED,
                Set.of("exam"),
                "",
                NOON);
    }

    private static FormulaRegion region(String id, Box box, String latex) {
        return new FormulaRegion(
                id,
                "a",
                Layer.HUMAN,
                1,
                box,
                FormulaKind.INLINE,
                Writing.PRINTED,
                Optional.of(latex),
                LabelState.LABELED,
                Set.of(),
                Set.of(),
                "",
                Optional.empty(),
                new Provenance("Kim", NOON, NOON, 0, 0, Optional.empty()),
                Optional.empty());
    }

    private static RunEnvironment environment() {
        return new RunEnvironment("cpu", "", "test", 2, 1, 1 << 20, "test", "17", "none", "test");
    }
}
