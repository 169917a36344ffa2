package sigmark.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import sigmark.app.base.words.Language;
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
import sigmark.labeling.edit.SetPageState;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.Split;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.RunStart;
import sigmark.labeling.store.delivery.QuestionStore;
import sigmark.labeling.store.online.OnlineStore;
import sigmark.labeling.store.online.PointStore;
import sigmark.labeling.store.online.VocStore;
import sigmark.labeling.voc.ImprovementPoint;
import sigmark.labeling.voc.PointState;
import sigmark.labeling.voc.VocCause;
import sigmark.labeling.voc.VocItem;
import sigmark.labeling.voc.VocState;

/** What users did is looked at down to a request; a complaint becomes a page and a point that only a run closes. */
class OnlineFlowTest {
    private static final RunEnvironment HERE =
            new RunEnvironment("cpu", "", "test", 2, 1, 2L << 30, "test", "Java 17", "none", "test");

    @TempDir
    Path folder;

    private FlowWindow flow;

    @BeforeEach
    void open() throws Exception {
        try (ProjectStore store = ProjectStore.create(folder.resolve("p"), "Exams", new Author("Kim"))) {
            new OnlineStore(store).importLog(log(), Progress.SILENT);
            new VocStore(store).importFile(complaints(), VocStore.Keeping.ALL, Progress.SILENT);
        }
        flow = new FlowWindow(preferences -> preferences);
        flow.open(folder.resolve("p"));
        flow.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        flow.until("the workbench is shown", () -> flow.shows("#service-page-online"));
    }

    @AfterEach
    void close() {
        flow.close();
    }

    private Path log() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            boolean edited = i % 4 == 0;
            lines.add(
                    """
                    {"requestId":"q%d","time":"2026-11-%02dT08:00:00Z","modelVersion":"%s","user":"u-%d",\
                    "slice":{"source":"%s"},"spans":[{"name":"ocr.capture","side":"client","start":0,"end":100},\
                    {"name":"ocr.display","side":"client","start":900,"end":%d}],\
                    "results":[{"id":"r0","box":[5,5,60,30],"shownLatex":"x^{2}","score":0.8,"outcome":"%s"%s}]}"""
                            .formatted(
                                    i,
                                    10 + i / 20,
                                    i % 2 == 0 ? "one 1" : "two 1",
                                    i % 10,
                                    i % 3 == 0 ? "scan" : "photo",
                                    1000 + 10 * i,
                                    edited ? "edited" : "confirmed",
                                    edited ? ",\"finalLatex\":\"x^{3}\"" : ""));
        }
        return Files.write(folder.resolve("log.jsonl"), lines);
    }

    private Path complaints() throws Exception {
        BufferedImage photo = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(photo, "png", folder.resolve("photo.png").toFile());
        return Files.write(
                folder.resolve("voc.jsonl"),
                List.of(
                        """
                        {"id":"voc-1","receivedAt":"2026-11-24T08:12:00Z","text":"bounds swapped","user":"u-1",\
                        "modelVersion":"two 1","image":"photo.png","box":[20,30,120,60],"predictedLatex":"x_{2}",\
                        "correctedLatex":"x^{2}","severity":"major"}""",
                        """
                        {"id":"voc-2","receivedAt":"2026-11-23T08:12:00Z","text":"slow","user":"u-2",\
                        "modelVersion":"two 1"}"""));
    }

    @Test
    void everyNumberOfTheReportOpensItsRequests() throws Exception {
        flow.robot.clickOn("#service-page-online");
        flow.until("the report is there", () -> texts("#service-workbench")
                .contains("80 requests · last import: 80 of 80 lines in, 0 left out"));
        flow.until("the slices are there", () -> texts("#online-figures").contains("source = photo"));
        TableView<?> figures = flow.robot.lookup("#online-figures").queryTableView();
        FlowWindow.on(() -> {
            figures.getSelectionModel().select(0);
            figures.requestFocus();
            return true;
        });
        flow.press(KeyCode.ENTER);
        flow.until("its requests are listed", () -> flow.shows("#online-requests"));
        TableView<?> requests = flow.robot.lookup("#online-requests").queryTableView();
        assertThat(requests.getItems()).hasSizeGreaterThan(10).hasSizeLessThan(40);
        FlowWindow.on(() -> {
            requests.getSelectionModel().select(0);
            return true;
        });
        flow.until("the request is shown", () -> texts("#online-request").stream()
                .anyMatch(text -> text.startsWith("to display")));
        flow.press(KeyCode.ESCAPE);
        flow.until("the report is back", () -> flow.shows("#online-figures"));
        String headline = flow.robot.lookup(".headline").queryAll().stream()
                .map(node -> ((javafx.scene.control.Labeled) node).getText())
                .findFirst()
                .orElseThrow();
        flow.robot.clickOn(headline);
        flow.until("the edited ones are listed", () -> flow.shows("#online-count"));
        speaks("online");
    }

    @Test
    void aComplaintBecomesAPageAndAPointThatARunCloses() throws Exception {
        flow.robot.clickOn("#service-page-voc");
        flow.until("the first complaint is shown", () -> texts("#service-workbench")
                .contains("bounds swapped"));
        assertThat(texts("#service-workbench")).anyMatch(text -> text.startsWith("suggested: "));
        flow.press(KeyCode.DIGIT4);
        flow.until("it is coded", () -> item("voc-1").cause().equals(Optional.of(VocCause.STRUCTURE)));
        flow.until("a letter can say it closer", () -> flow.shows("#voc-detail-script"));
        flow.press(KeyCode.L);
        flow.until("it is closer", () -> item("voc-1").detail().equals("script"));
        flow.press(KeyCode.SHIFT, KeyCode.DIGIT1);
        flow.until("it is a blocker", () -> item("voc-1").severity().word().equals("blocker"));
        flow.press(KeyCode.Z);
        flow.until("that was taken back", () -> item("voc-1").severity().word().equals("major"));

        flow.press(KeyCode.I);
        flow.until("it is a page", () -> !item("voc-1").links().page().isEmpty());
        Page page = store().pages().find(item("voc-1").links().page()).orElseThrow();
        assertThat(page.tags()).contains("voc", "voc:structure");
        assertThat(page.split()).isEqualTo(Split.TEST);
        flow.press(KeyCode.Q);
        flow.until("a question can be asked", () -> flow.shows("#voc-question"));
        flow.robot.clickOn("#voc-form-keep");
        flow.until("it is asked", () -> !new QuestionStore(store()).list().isEmpty());
        flow.until("and tied", () -> !item("voc-1").links().question().isEmpty());

        flow.press(KeyCode.G);
        flow.until("a point can be typed", () -> flow.shows("#voc-point-title"));
        FlowWindow.on(() -> {
            flow.robot.lookup("#voc-point-title").queryAs(TextField.class).setText("Scripts");
            flow.robot.lookup("#voc-point-bound").queryAs(TextField.class).setText("20 %");
            return true;
        });
        flow.robot.clickOn("#voc-form-keep");
        flow.until("the point is open", () -> flow.shows("#voc-point-1"));
        assertThat(point().query()).isEqualTo("tag:voc:structure");
        assertThat(item("voc-1").links().point()).isEqualTo(OptionalLong.of(1));

        run(page, "x_{2}");
        measured();
        assertThat(point().state()).as("misread again").isEqualTo(PointState.OPEN);
        run(page, "x^{2}");
        measured();
        flow.until("the run closed it", () -> point().state() == PointState.VERIFIED);
        flow.until("and the page says so", () -> texts("#voc-points").contains("verified, run 2"));
        assertThat(item("voc-1").state()).isEqualTo(VocState.VERIFIED);
        flow.robot.clickOn("#voc-items");
        flow.press(KeyCode.ENTER);
        flow.until("the next one waits", () -> texts("#service-workbench").contains("1 of 2 wait"));
        speaks("voc");
    }

    private void measured() throws Exception {
        flow.robot.clickOn("#service-page-online");
        flow.robot.clickOn("#service-page-voc");
        long runs = store().runs().list().size();
        flow.until("the run is known", () -> texts("#voc-points")
                .contains("Run %d is newer than the last measurement.".formatted(runs)));
        flow.press(KeyCode.K);
        flow.until(
                "it was measured",
                () -> point().last().filter(last -> last.run() == runs).isPresent());
        flow.until("and shown", () -> texts("#voc-points").stream().noneMatch(text -> text.contains("is newer")));
    }

    private void run(Page page, String latex) {
        ProjectStore store = store();
        store.apply(new SetPageState(page.id(), LabelState.LABELED), 0);
        FormulaRegion region = store.regions().ofPage(page.id()).get(0);
        long run = store.runs().begin(new RunStart("default 1", "d", "r", "", 0, HERE));
        Reading reading = new Reading(latex, 0.9, List.of(), List.of());
        Box box = region.box();
        store.runs()
                .put(
                        run,
                        page.id(),
                        new PagePrediction(
                                List.of(new RegionPrediction(
                                        new Detection(box, FormulaKind.INLINE, Writing.PRINTED, 0.9), reading)),
                                Map.of(),
                                StepTimes.NONE,
                                Optional.empty()));
        store.runs().finish(run);
    }

    private ImprovementPoint point() {
        return new PointStore(store()).list().get(0);
    }

    private VocItem item(String id) {
        return new VocStore(store()).find(id).orElseThrow();
    }

    private void speaks(String page) throws Exception {
        for (Language language : List.of(Language.KOREAN, Language.ENGLISH)) {
            flow.robot.clickOn("#language-button");
            WaitForAsyncUtils.waitForFxEvents();
            ForeignWords foreign = new ForeignWords(language);
            assertThat(FlowWindow.on(() ->
                            foreign.in(flow.robot.lookup("#service-workbench").query())))
                    .as("%s in %s", page, language)
                    .isEmpty();
        }
    }

    private ProjectStore store() {
        return flow.window()
                .shell()
                .projectProperty()
                .get()
                .orElseThrow()
                .workspace()
                .store();
    }

    private Set<String> texts(String query) {
        return flow.robot.lookup(query).queryAll().stream()
                .flatMap(node -> ForeignWords.texts(node).stream())
                .collect(Collectors.toSet());
    }
}
