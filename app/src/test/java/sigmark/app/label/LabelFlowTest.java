package sigmark.app.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import sigmark.app.main.TestWindow;
import sigmark.labeling.edit.Author;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.store.ProjectStore;

/** What a person does with keys and mouse in the real window, and what is in the project afterwards. */
class LabelFlowTest {
    private final FxRobot robot = new FxRobot();
    private Path project;
    private SheetProject.Sheet first;
    private SheetProject.Sheet second;
    private Stage stage;
    private TestWindow window;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void open() throws Exception {
        project = folder.resolve("project");
        try (ProjectStore store = SheetProject.create(project)) {
            first = SheetProject.addSheet(store, "a.png");
            second = SheetProject.addSheet(store, "b.png");
        }
        openWindow();
    }

    @AfterEach
    void close() {
        closeWindow();
    }

    private void openWindow() throws Exception {
        window = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            stage = new Stage();
            TestWindow made = new TestWindow(stage, preferences -> preferences);
            stage.setWidth(1280);
            stage.setHeight(800);
            stage.show();
            return made;
        });
        WaitForAsyncUtils.asyncFx(() -> window.open(project));
        until(() -> window.isOpen() && robot.lookup("#page-canvas").tryQuery().isPresent());
        until(() -> canvas().isFocused());
    }

    private void closeWindow() {
        WaitForAsyncUtils.waitForAsyncFx(60_000, (Callable<Boolean>) () -> {
            stage.hide();
            window.close();
            return true;
        });
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(60_000, condition));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Node canvas() {
        return robot.lookup("#page-canvas").query();
    }

    private void press(KeyCode... keys) {
        robot.press(keys);
        for (int i = keys.length - 1; i >= 0; i--) {
            robot.release(keys[i]);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean firstPageHasNoLabels() {
        try (ProjectStore store = ProjectStore.openReadOnly(project, new Author("Lee"))) {
            return store.regions().ofPage(first.pageId(), Layer.HUMAN).isEmpty();
        }
    }

    private List<FormulaRegion> labels(String page) {
        try (ProjectStore store = ProjectStore.open(project, new Author("Lee"))) {
            return store.regions().ofPage(page, Layer.HUMAN);
        }
    }

    @Test
    void aDrawnBoxWithTypedLatexIsThereAfterReopening() throws Exception {
        press(KeyCode.R);
        Bounds page = robot.bounds(canvas()).query();
        robot.moveTo(page.getMinX() + page.getWidth() * 0.4, page.getMinY() + page.getHeight() * 0.93)
                .press(MouseButton.PRIMARY)
                .moveBy(60, 20)
                .moveBy(30, 8)
                .release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("\\frac{1}{2}");
        closeWindow();
        assertThat(labels(first.pageId())).hasSize(1).allSatisfy(region -> {
            assertThat(region.latex()).contains("\\frac{1}{2}");
            assertThat(region.box().width()).isGreaterThan(20);
            assertThat(region.provenance().person()).isEqualTo("Kim");
        });
        openWindow();
        press(KeyCode.SHIFT, KeyCode.TAB);
        until(() -> robot.lookup("#region-number").queryLabeled().getText().equals("9 of 9"));
    }

    @Test
    void theKeyboardAloneLabelsAPage() throws Exception {
        press(KeyCode.TAB);
        for (int i = 0; i < first.proposals().size(); i++) {
            press(KeyCode.ENTER);
        }
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
        closeWindow();
        assertThat(labels(first.pageId()))
                .extracting(region -> region.latex().orElse(""))
                .containsExactlyElementsOf(SheetProject.FORMULAS);
        assertThat(labels(first.pageId())).allMatch(region -> region.state() == LabelState.SUBMITTED);
        assertThat(labels(second.pageId())).isEmpty();
        openWindow();
    }

    @Test
    void undoAndRedoGoAcrossPagesByKeyboard() throws Exception {
        press(KeyCode.TAB);
        press(KeyCode.ENTER);
        press(KeyCode.PAGE_DOWN);
        until(() -> robot.lookup(".page-number").queryLabeled().getText().equals("2 / 2"));
        press(KeyCode.CONTROL, KeyCode.Z);
        until(() -> robot.lookup(".page-number").queryLabeled().getText().equals("1 / 2"));
        until(this::firstPageHasNoLabels);
        press(KeyCode.CONTROL, KeyCode.Y);
        until(() -> robot.lookup("#save-state").queryLabeled().getText().equals("Saved"));
        closeWindow();
        assertThat(labels(first.pageId())).hasSize(1);
        openWindow();
    }
}
