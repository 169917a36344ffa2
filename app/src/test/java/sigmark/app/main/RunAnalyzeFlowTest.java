package sigmark.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.evaluation.Evaluator;
import sigmark.app.base.words.Language;
import sigmark.app.canvas.BoxMark;
import sigmark.app.canvas.PageCanvas;
import sigmark.inference.work.Progress;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.store.ProjectStore;

/** A person runs the shipped pipeline over a split and looks at its worst formula. */
class RunAnalyzeFlowTest {
    @TempDir
    Path folder;

    private FlowWindow flow;

    @BeforeEach
    void open() throws Exception {
        SmallSample.make(folder.resolve("p"), folder.resolve("scratch"), Progress.SILENT);
        flow = new FlowWindow(preferences -> preferences);
        flow.open(folder.resolve("p"));
    }

    @AfterEach
    void close() {
        flow.close();
    }

    @Test
    void aRunIsStartedStoredEvaluatedAndItsWorstSampleOpened() throws Exception {
        StoredRun run = startRun();
        assertThat(run.pages()).isEqualTo(2);
        assertThat(run.failed()).isZero();
        assertThat(run.query()).isEqualTo("split:test");

        flow.press(KeyCode.CONTROL, KeyCode.ENTER);
        Evaluation expected = new Evaluator(store(), run.id()).evaluate(Progress.SILENT);
        TableView<EvaluationSample> table = table();
        flow.until(
                "all samples are listed",
                () -> table.getItems().size() == expected.samples().size());
        assertThat(words("#number-end-to-end"))
                .contains(percent(expected.figures()
                        .endToEnd()
                        .canonical()
                        .exact()
                        .estimate()
                        .orElseThrow()));
        assertThat(words("#number-f1"))
                .contains(percent(expected.figures().detection().f1().orElseThrow()));
        assertThat(words("#number-on-true-boxes"))
                .contains(percent(expected.figures()
                        .onTrueBoxes()
                        .orElseThrow()
                        .canonical()
                        .exact()
                        .estimate()
                        .orElseThrow()));
        ComboBox<?> runs = flow.robot.lookup("#run-choice").queryComboBox();
        assertThat(runs.getValue()).isEqualTo(run);

        openTheWorst(table);
        speaksTheLanguageOfTheMoment();
    }

    /** Chooses pipeline and split and waits until the project keeps the run. */
    private StoredRun startRun() throws Exception {
        flow.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        flow.until(
                "pipelines are listed",
                () -> flow.robot.lookup(".choice-card").queryAll().size() > 2);
        flow.robot.clickOn(split("train"));
        flow.until("the training page is counted", () -> texts("#run-workbench").contains("1 page"));
        flow.robot.clickOn(split("test"));
        flow.until("two pages are counted", () -> texts("#run-workbench").contains("2 pages"));
        flow.robot.clickOn(pipelineCard("default"));
        flow.robot.clickOn("#run-add");
        flow.until("the run is stored", () -> {
            List<StoredRun> stored = store().runs().list();
            return !stored.isEmpty() && stored.get(0).finished();
        });
        flow.until(
                "the stored run is shown",
                () -> flow.shows("#step-table") && texts("#run-workbench").contains("Run 1"));
        assertThat(run().warmUpPages()).isEqualTo(1);
        assertThat(texts("#step-table"))
                .as("pages measured, the warm-up apart")
                .contains("1")
                .doesNotContain("2");
        return run();
    }

    private StoredRun run() {
        return store().runs().list().get(0);
    }

    /** Sorts another way and back, and opens the first sample that has both sides. */
    private void openTheWorst(TableView<EvaluationSample> table) throws Exception {
        double worst = FlowWindow.on(() -> table.getItems().stream()
                .mapToDouble(sample -> sample.tokenDistance().orElse(sample.right() ? 0 : 1))
                .max()
                .orElseThrow());
        sort("By page");
        sort("Worst first");
        EvaluationSample first = FlowWindow.on(() -> table.getItems().get(0));
        assertThat(first.tokenDistance().orElse(first.right() ? 0 : 1)).isEqualTo(worst);
        flow.press(KeyCode.DOWN);
        flow.press(KeyCode.ENTER);
        flow.until("the sample is open", () -> flow.shows("#sample-canvas"));
        List<EvaluationSample> listed = FlowWindow.on(() -> List.copyOf(table.getItems()));
        int at = 0;
        while (listed.get(at).truth().isEmpty()
                || listed.get(at).prediction().isEmpty()
                || listed.get(at).tokenDistance().orElse(0) == 0) {
            at++;
            flow.press(KeyCode.DOWN);
        }
        EvaluationSample sample = listed.get(at);
        PageCanvas canvas = flow.robot.lookup("#sample-canvas").queryAs(PageCanvas.class);
        List<BoxMark> marks = FlowWindow.on(() -> canvas.scene().boxes().marks());
        assertThat(marks).anySatisfy(mark -> {
            assertThat(mark.layer()).isEqualTo("truth");
            assertThat(mark.box()).isEqualTo(sample.truth().orElseThrow().box());
        });
        assertThat(marks).anySatisfy(mark -> {
            assertThat(mark.layer()).isEqualTo("prediction");
            assertThat(mark.box())
                    .isEqualTo(sample.prediction().orElseThrow().detection().box());
        });
        assertThat(canvas.scene().selected()).containsExactly(sample.id());
        assertThat(flow.robot.lookup(".sample-inspector .diff-truth").queryAll())
                .isNotEmpty();
        assertThat(flow.robot.lookup(".sample-inspector .diff-prediction").queryAll())
                .isNotEmpty();
        assertThat(texts(".sample-inspector"))
                .contains(sample.page().name(), decimals(sample.tokenDistance().orElseThrow()), decimals(sample.iou()));
    }

    /** Both workbenches follow the language and the theme, with a sample open and a run shown. */
    private void speaksTheLanguageOfTheMoment() throws Exception {
        for (Language language : List.of(Language.KOREAN, Language.ENGLISH)) {
            flow.robot.clickOn("#language-button");
            WaitForAsyncUtils.waitForFxEvents();
            ForeignWords foreign = new ForeignWords(language);
            assertThat(FlowWindow.on(() -> foreign.in(flow.root())))
                    .as("sample in %s", language)
                    .isEmpty();
            flow.press(KeyCode.ESCAPE);
            assertThat(FlowWindow.on(() -> foreign.in(flow.root())))
                    .as("overview in %s", language)
                    .isEmpty();
            flow.press(KeyCode.CONTROL, KeyCode.DIGIT4);
            assertThat(FlowWindow.on(() -> foreign.in(flow.root())))
                    .as("run in %s", language)
                    .isEmpty();
            flow.press(KeyCode.CONTROL, KeyCode.DIGIT5);
            flow.press(KeyCode.ENTER);
            flow.until("the sample is open again", () -> flow.shows("#sample-canvas"));
        }
        Label name = flow.robot.lookup(".inspector-head .row-title").queryAs(Label.class);
        Paint light = name.getTextFill();
        flow.robot.clickOn("#theme-button");
        flow.until(
                "the theme is dark",
                () -> flow.root().getPseudoClassStates().contains(PseudoClass.getPseudoClass("dark")));
        flow.until("words change their colour", () -> !name.getTextFill().equals(light));
    }

    private void sort(String order) throws Exception {
        ComboBox<?> box =
                FlowWindow.on(() -> flow.robot.lookup(".table-head .combo-box").queryComboBox());
        flow.robot.clickOn(box);
        flow.robot.clickOn(order);
        flow.until("sorted: " + order, () -> texts(".table-head .combo-box").contains(order));
    }

    private Node split(String word) {
        return flow.robot
                .lookup("#run-pages .toggle-button")
                .match(node -> ForeignWords.texts(node).contains(word))
                .query();
    }

    private Node pipelineCard(String name) {
        return flow.robot
                .lookup(".choice-card")
                .match(node ->
                        !node.isDisabled() && ForeignWords.texts(node).stream().anyMatch(text -> text.startsWith(name)))
                .query();
    }

    private TableView<EvaluationSample> table() throws Exception {
        flow.until("the table is there", () -> flow.shows(".sample-table"));
        return flow.robot.lookup(".sample-table").queryTableView();
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

    private String words(String query) {
        return FlowWindow.on(() -> String.join(" | ", texts(query)));
    }

    private String percent(double value) {
        return flow.window().desk().texts().numbers().percent(value);
    }

    private String decimals(double value) {
        return flow.window().desk().texts().numbers().decimals(value, 2);
    }
}
