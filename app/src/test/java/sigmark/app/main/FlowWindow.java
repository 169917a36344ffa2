package sigmark.app.main;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import sigmark.app.base.Workbench;
import sigmark.app.base.Workspace;
import sigmark.app.base.settings.Preferences;

/** The real window with its real workbenches on a stage of its own, and a person's hands on it. */
final class FlowWindow implements AutoCloseable {
    private static final int LONG = 120;

    final FxRobot robot = new FxRobot();
    private final Stage stage;
    private final TestWindow window;

    FlowWindow(UnaryOperator<Preferences> preferences) throws Exception {
        this(preferences, Benches.all());
    }

    /** With workbenches of the test's own. */
    FlowWindow(UnaryOperator<Preferences> preferences, List<Function<Workspace, Workbench>> benches) throws Exception {
        this(preferences, benches, Clock.systemUTC());
    }

    /** @param clock of the projects that are opened */
    FlowWindow(UnaryOperator<Preferences> preferences, List<Function<Workspace, Workbench>> benches, Clock clock)
            throws Exception {
        FxToolkit.registerPrimaryStage();
        Object[] made = on(() -> {
            Stage shown = new Stage();
            TestWindow opened = new TestWindow(shown, preferences, benches, clock);
            shown.setWidth(1440);
            shown.setHeight(900);
            shown.show();
            return new Object[] {shown, opened};
        });
        stage = (Stage) made[0];
        window = (TestWindow) made[1];
    }

    TestWindow window() {
        return window;
    }

    Node root() {
        return stage.getScene().getRoot();
    }

    void open(Path project) throws Exception {
        on(() -> {
            window.open(project);
            return true;
        });
        until("the project is open", window::isOpen);
    }

    /** Presses keys together and lets them go. */
    void press(KeyCode... keys) {
        robot.press(keys);
        for (int i = keys.length - 1; i >= 0; i--) {
            robot.release(keys[i]);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits until something holds, as the window's thread sees it. */
    void until(String what, Callable<Boolean> condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(LONG, TimeUnit.SECONDS, () -> on(condition));
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError(
                    "did not happen: " + what + "; problems shown: "
                            + window.desk().notices().problems(),
                    e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    boolean shows(String query) {
        return robot.lookup(query).tryQuery().filter(FlowWindow::isShown).isPresent();
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    static <T> T on(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, action);
    }

    @Override
    public void close() {
        on(() -> {
            stage.hide();
            window.close();
            return true;
        });
    }
}
