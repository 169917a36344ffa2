package sigmark.app.label;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import sigmark.app.base.settings.Tone;
import sigmark.app.base.words.Language;
import sigmark.app.main.TestWindow;
import sigmark.labeling.store.ProjectStore;

/** Pictures of the labeling workbench for the eye; run with {@code -Dtest=LabelScreenshots}. */
class LabelScreenshots {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private final FxRobot robot = new FxRobot();
    private Stage stage;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        Files.createDirectories(FOLDER);
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH,LIGHT,1440,900", "KOREAN,DARK,1280,800"})
    void workbench(Language language, Tone tone, int width, int height) throws Exception {
        String suffix = "-" + language.code() + "-" + tone.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
        Path project = folder.resolve("p" + suffix);
        try (ProjectStore store = SheetProject.create(project)) {
            for (int i = 1; i <= 12; i++) {
                SheetProject.addSheet(store, "ws-en-%03d.png".formatted(i));
            }
        }
        TestWindow window = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            stage = new Stage();
            TestWindow made = new TestWindow(
                    stage, preferences -> preferences.withLanguage(language).withTone(tone));
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            return made;
        });
        act(() -> window.open(project));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, window::isOpen);
        pause(2500);
        picture("label-open" + suffix);
        key(javafx.scene.input.KeyCode.TAB);
        key(javafx.scene.input.KeyCode.ENTER);
        key(javafx.scene.input.KeyCode.ENTER);
        key(javafx.scene.input.KeyCode.TAB);
        pause(700);
        picture("label-loop" + suffix);
        robot.write("+ \\in");
        pause(900);
        picture("label-typing" + suffix);
        key(javafx.scene.input.KeyCode.ESCAPE);
        robot.press(javafx.scene.input.KeyCode.CONTROL, javafx.scene.input.KeyCode.P)
                .release(javafx.scene.input.KeyCode.P, javafx.scene.input.KeyCode.CONTROL);
        pause(900);
        picture("label-palette" + suffix);
        act(() -> {
            stage.hide();
            window.close();
        });
    }

    private void key(javafx.scene.input.KeyCode code) {
        robot.press(code).release(code);
        pause(300);
    }

    private static void pause(int millis) {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.sleep(millis, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void act(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(60_000, (Callable<Void>) () -> {
            action.run();
            return null;
        });
    }

    private void picture(String name) throws IOException {
        BufferedImage pixels = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            Scene scene = stage.getScene();
            BufferedImage all = copy(scene.snapshot(null));
            for (Window popup : Window.getWindows()) {
                if (popup != stage && popup.isShowing() && popup.getScene() != null) {
                    BufferedImage part = copy(popup.getScene().snapshot(null));
                    all.createGraphics()
                            .drawImage(
                                    part,
                                    (int) (popup.getX() - stage.getX()),
                                    (int) (popup.getY() - stage.getY()),
                                    null);
                }
            }
            return all;
        });
        ImageIO.write(pixels, "png", FOLDER.resolve(name + ".png").toFile());
    }

    private static BufferedImage copy(WritableImage image) {
        var pixels = new BufferedImage((int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < pixels.getHeight(); y++) {
            for (int x = 0; x < pixels.getWidth(); x++) {
                pixels.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        return pixels;
    }
}
