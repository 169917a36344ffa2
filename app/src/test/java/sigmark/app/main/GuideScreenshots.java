package sigmark.app.main;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ListView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import sigmark.app.base.Destination;
import sigmark.app.base.settings.Tone;
import sigmark.app.base.words.Language;

/** Pictures of the guide's filled pages for the eye; run with {@code -Dtest=GuideScreenshots}. */
class GuideScreenshots {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private FlowWindow flow;

    @Test
    void everyPageInBothLanguagesAndThemes() throws Exception {
        Files.createDirectories(FOLDER);
        flow = new FlowWindow(preferences -> preferences);
        try {
            FlowWindow.on(() -> {
                flow.root().getScene().getWindow().setWidth(1280);
                flow.root().getScene().getWindow().setHeight(800);
                flow.window().openSample();
                return true;
            });
            flow.until("the sample is open", flow.window()::isOpen);
            for (Language language : List.of(Language.KOREAN, Language.ENGLISH)) {
                for (Tone tone : List.of(Tone.LIGHT, Tone.DARK)) {
                    FlowWindow.on(() -> {
                        flow.window().desk().settings().change(now -> now.withLanguage(language)
                                .withTone(tone));
                        return true;
                    });
                    pages("-" + language.code() + "-" + tone.name().toLowerCase(java.util.Locale.ROOT));
                }
            }
        } finally {
            flow.close();
        }
    }

    private void pages(String suffix) throws Exception {
        for (String page : List.of("questions", "packages", "quality")) {
            turn(page);
            choose(page.equals("questions") ? "#question-list" : "#package-list", page);
            picture(page + suffix);
        }
        turn("packages");
        choose("#package-list", "packages");
        flow.press(KeyCode.ENTER);
        flow.until("the inspection is told", () -> flow.shows("#inspection-end"));
        picture("inspection" + suffix);
    }

    private void choose(String list, String page) throws Exception {
        if (page.equals("quality")) {
            return;
        }
        flow.until("something is listed", () -> !flow.robot
                .lookup(list)
                .<ListView<Object>>query()
                .getItems()
                .isEmpty());
        FlowWindow.on(() -> {
            ListView<Object> view = flow.robot.lookup(list).query();
            view.getSelectionModel().clearSelection();
            view.getSelectionModel().select(0);
            view.requestFocus();
            return true;
        });
    }

    private void turn(String page) throws Exception {
        FlowWindow.on(() -> {
            flow.window().shell().go(Destination.of("guide").query(page));
            return true;
        });
        flow.until("the page is shown", () -> flow.shows("#" + page + "-page"));
    }

    private void picture(String name) throws Exception {
        WaitForAsyncUtils.sleep(1500, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage image = FlowWindow.on(() -> flow.root().getScene().snapshot(null));
        BufferedImage pixels =
                new BufferedImage((int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < pixels.getHeight(); y++) {
            for (int x = 0; x < pixels.getWidth(); x++) {
                pixels.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        ImageIO.write(pixels, "png", FOLDER.resolve("guide-" + name + ".png").toFile());
    }
}
