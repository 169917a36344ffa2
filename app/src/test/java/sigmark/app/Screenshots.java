package sigmark.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import sigmark.app.base.settings.RecentProject;
import sigmark.app.base.settings.RecentProject.LastPlace;
import sigmark.app.base.settings.Tone;
import sigmark.app.base.words.Language;
import sigmark.app.main.TestWindow;

/**
 * Pictures of every screen for the eye, written to {@code target/screenshots}. Not part of the build: run with
 * {@code -Dtest=Screenshots}, and {@code -Dscreens=ko-dark} for some of them only.
 */
class Screenshots {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private Stage stage;
    private TestWindow window;

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        Files.createDirectories(FOLDER);
    }

    @AfterEach
    void close() {
        if (window == null) {
            return;
        }
        onWindow(() -> {
            stage.hide();
            window.close();
            return 0;
        });
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH,LIGHT,1440,900", "KOREAN,DARK,1280,800", "KOREAN,LIGHT,1280,800", "ENGLISH,DARK,1440,900"})
    void everyScreen(Language language, Tone tone, int width, int height) throws IOException {
        String suffix = "-" + language.code() + "-" + tone.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
        Assumptions.assumeTrue(suffix.contains(System.getProperty("screens", "")), "not asked for");
        open(language, tone, width, height);
        picture("start" + suffix);
        act(window::showSettings);
        picture("settings" + suffix);
        act(window::showKeys);
        picture("keys" + suffix);
        act(window::closeOverlays);
        act(window::showSearch);
        picture("search" + suffix);
        act(window::closeOverlays);
        act(window::openSample);
        if (!waitFor(window::isOpen)) {
            return;
        }
        for (String bench : new String[] {"label", "run", "analyze"}) {
            act(() -> window.showBench(bench));
            WaitForAsyncUtils.sleep(4000, TimeUnit.MILLISECONDS);
            picture(bench + suffix);
        }
    }

    private void open(Language language, Tone tone, int width, int height) {
        onWindow(() -> {
            stage = new Stage();
            window = new TestWindow(stage, preferences -> preferences
                    .withLanguage(language)
                    .withTone(tone)
                    .withRecent(recent("Entrance exams, archive", "/media/EXAMS/archive", 860, 860))
                    .withRecent(recent("Worksheets 2026, English", "/tmp", 120, 53))
                    .withRecent(recent("중학교 문제집", "/home/kim/formulas/middle-school", 2400, 1704)));
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            return 0;
        });
        WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
    }

    private static RecentProject recent(String name, String folder, long pages, long done) {
        return new RecentProject(
                name,
                folder,
                pages,
                done,
                Instant.now().minusSeconds(3600),
                new LastPlace("label", "p", "exam5-p05.jpg", ""));
    }

    private void picture(String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        Scene scene = stage.getScene();
        WritableImage image = onWindow(() -> scene.snapshot(null));
        BufferedImage pixels =
                new BufferedImage((int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < pixels.getHeight(); y++) {
            for (int x = 0; x < pixels.getWidth(); x++) {
                pixels.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        ImageIO.write(pixels, "png", FOLDER.resolve(name + ".png").toFile());
    }

    private void act(Runnable action) {
        onWindow(() -> {
            action.run();
            return 0;
        });
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.sleep(200, TimeUnit.MILLISECONDS);
    }

    private static boolean waitFor(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, condition);
            return true;
        } catch (java.util.concurrent.TimeoutException e) {
            return false;
        }
    }

    private static <T> T onWindow(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, action);
    }
}
