package sigmark.app.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.app.canvas.PageCanvas;
import sigmark.app.canvas.PlaneView;
import sigmark.inference.run.Detection;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.run.Reading;
import sigmark.inference.run.RegionPrediction;
import sigmark.inference.run.RunEnvironment;
import sigmark.inference.run.StepTimes;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.RunStart;

/**
 * From a number to its samples, to one sample, to its label and back: a run reads everything as it is labeled but one
 * formula, whose label is wrong; once it is mended, the number says so.
 */
class FixLabelFlowTest {
    private static final String READ = "q+7";

    @TempDir
    Path folder;

    private FlowWindow flow;
    private int formulas;
    private FormulaRegion odd;

    @BeforeEach
    void open() throws Exception {
        SmallSample.make(folder.resolve("p"), folder.resolve("scratch"), Progress.SILENT);
        try (ProjectStore store = ProjectStore.open(folder.resolve("p"), new Author("Kim"))) {
            record(store);
        }
        flow = new FlowWindow(preferences -> preferences);
        flow.open(folder.resolve("p"));
    }

    @AfterEach
    void close() {
        flow.close();
    }

    private void record(ProjectStore store) {
        var here = new RunEnvironment("cpu", "", "test", 2, 1, 1 << 20, "test", "17", "none", "test");
        long run = store.runs().begin(new RunStart("recorded 1", "d", "r", "", 0, here));
        List<Page> pages = store.pages().list(SliceQuery.ALL);
        odd = store.regions().ofPage(pages.get(0).id(), Layer.HUMAN).get(2);
        for (Page page : pages) {
            List<FormulaRegion> regions = store.regions().ofPage(page.id(), Layer.HUMAN);
            List<RegionPrediction> found = new ArrayList<>();
            Map<String, Reading> alone = new HashMap<>();
            for (FormulaRegion region : regions) {
                String latex =
                        region.id().equals(odd.id()) ? READ : region.latex().orElseThrow();
                Reading reading = new Reading(latex, 0.9, List.of(), List.of());
                found.add(new RegionPrediction(
                        new Detection(region.box(), region.kind(), region.writing(), 0.9), reading));
                alone.put(region.id(), reading);
                formulas++;
            }
            store.runs()
                    .put(
                            run,
                            page.id(),
                            new PagePrediction(
                                    found, alone, new StepTimes(1_000_000, 5_000_000, 1, 9_000_000), Optional.empty()));
        }
        store.runs().finish(run);
    }

    @Test
    void theNumberFollowsALabelThatWasMended() throws Exception {
        flow.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        flow.until("all samples are listed", () -> table().getItems().size() == formulas);
        String before = percent((formulas - 1.0) / formulas);
        assertThat(number()).contains(before);

        flow.robot.clickOn("#number-end-to-end");
        flow.until("only what is not exact is listed", () -> table().getItems().size() == 1);
        flow.press(KeyCode.DOWN);
        flow.press(KeyCode.ENTER);
        flow.until("the sample is open", () -> flow.shows("#sample-canvas"));
        flow.until("the match is said", () -> !ForeignWords.texts(
                        flow.robot.lookup("#sample-match").query())
                .isEmpty());
        zoomsTogether();

        flow.press(KeyCode.L);
        flow.until("its label is open", () -> flow.shows("#page-canvas") && flow.shows("#latex"));
        flow.robot.clickOn("#latex .latex-area");
        flow.press(KeyCode.CONTROL, KeyCode.A);
        flow.robot.write(READ);
        flow.press(KeyCode.ALT, KeyCode.LEFT);
        flow.until("the sample is there again", () -> flow.shows("#sample-canvas"));
        flow.press(KeyCode.ESCAPE);
        flow.until("the number follows", () -> number().contains(percent(1)) && !number().contains(before));
        flow.until("nothing is left that is not exact", () -> table().getItems().isEmpty());
    }

    /** One key moves page and parts alike; one key brings them back. */
    private void zoomsTogether() throws Exception {
        PageCanvas page = flow.robot.lookup("#sample-canvas").queryAs(PageCanvas.class);
        PlaneView crop = flow.robot.lookup("#sample-part-crop").queryAs(PlaneView.class);
        PlaneView truth = flow.robot.lookup("#sample-part-truth").queryAs(PlaneView.class);
        double pageScale = FlowWindow.on(() -> page.viewportProperty().get().scale());
        double partScale = FlowWindow.on(() -> crop.viewport().scale());
        flow.press(KeyCode.CONTROL, KeyCode.EQUALS);
        flow.until(
                "page and parts are larger",
                () -> page.viewportProperty().get().scale() > pageScale * 1.2
                        && crop.viewport().scale() > partScale * 1.2);
        assertThat(FlowWindow.on(() -> truth.viewport().scale()))
                .as("truth and crop at one scale")
                .isEqualTo(FlowWindow.on(() -> crop.viewport().scale()), within(0.05));
        flow.press(KeyCode.CONTROL, KeyCode.DIGIT9);
        flow.until(
                "a pixel is a pixel",
                () -> Math.abs(page.viewportProperty().get().scale() - 1) < 1e-6
                        && Math.abs(crop.viewport().scale() - 1) < 1e-6);
        flow.press(KeyCode.CONTROL, KeyCode.DIGIT0);
        flow.until("everything is seen again", () -> Math.abs(crop.viewport().scale() - partScale) < 1e-6);
    }

    private TableView<EvaluationSample> table() {
        return flow.robot.lookup(".sample-table").queryTableView();
    }

    private String number() {
        return flow.robot.lookup("#number-end-to-end").queryAll().stream()
                .flatMap(node -> ForeignWords.texts(node).stream())
                .collect(Collectors.joining(" | "));
    }

    private String percent(double value) {
        return flow.window().desk().texts().numbers().percent(value);
    }
}
