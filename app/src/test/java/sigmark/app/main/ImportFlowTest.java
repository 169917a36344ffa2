package sigmark.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import sigmark.app.base.Desk;
import sigmark.app.base.words.Language;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.labeling.edit.Author;
import sigmark.labeling.project.Page;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/** A folder of pages with a broken one among them is pasted into the window. */
class ImportFlowTest {
    @TempDir
    Path folder;

    private FlowWindow flow;

    @BeforeEach
    void open() throws Exception {
        ProjectStore.create(folder.resolve("p"), "p", new Author("Kim")).close();
        flow = new FlowWindow(preferences -> preferences);
        flow.open(folder.resolve("p"));
    }

    @AfterEach
    void close() {
        flow.close();
    }

    @Test
    void theBalanceSaysWhatCameInAndWhatDidNotAndWhy() throws Exception {
        Path scans = Files.createDirectories(folder.resolve("scans"));
        byte[] first = picture(scans.resolve("a.png"), 0xFFFFFF);
        picture(scans.resolve("c.png"), 0xDDEEFF);
        Files.write(scans.resolve("b.png"), Arrays.copyOf(first, first.length / 2));

        paste(scans);
        flow.until("the balance shows", () -> flow.shows(".balance-view"));

        Node balance = flow.robot.lookup(".balance-view").query();
        List<String> words = FlowWindow.on(() -> ForeignWords.texts(balance));
        assertThat(words).contains("Import ended", "3 offered, 2 came in, 1 left out or changed");
        assertThat(words).anyMatch(text -> text.contains("b.png"));
        assertThat(words).noneMatch(text -> text.contains("a.png") || text.contains("c.png"));
        assertThat(words).contains(reason());
        assertThat(pagesListed()).containsExactly("a.png", "c.png");

        flow.robot.clickOn("#language-button");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(FlowWindow.on(() -> new ForeignWords(Language.KOREAN).in(balance)))
                .isEmpty();
        assertThat(FlowWindow.on(() -> ForeignWords.texts(balance))).contains(reason());
        flow.robot.clickOn("닫기");
        assertThat(flow.shows(".balance-view")).isFalse();
    }

    /** Why the broken picture stayed out and what to do, in the language of the moment. */
    private String reason() {
        Desk desk = flow.window().desk();
        List<LeftOut> leftOut = desk.notices().endings().get(0).balance().leftOut();
        assertThat(leftOut).hasSize(1);
        Problem why = leftOut.get(0).reason();
        return desk.texts().what(why) + " " + desk.texts().remedy(why);
    }

    private List<String> pagesListed() throws Exception {
        ListView<?> list = flow.robot.lookup("#page-list").queryListView();
        flow.until("both pages are listed", () -> list.getItems().size() == 2);
        ProjectStore store = flow.window()
                .shell()
                .projectProperty()
                .get()
                .orElseThrow()
                .workspace()
                .store();
        return store.pages().list(SliceQuery.ALL).stream().map(Page::name).toList();
    }

    private void paste(Path path) {
        FlowWindow.on(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(List.of(path.toFile()));
            return Clipboard.getSystemClipboard().setContent(content);
        });
        flow.press(KeyCode.CONTROL, KeyCode.V);
    }

    private static byte[] picture(Path file, int paper) throws Exception {
        BufferedImage picture = new BufferedImage(240, 320, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, (x * 31 + y * 17) % 97 < 40 ? paper : paper ^ (x * y));
            }
        }
        ImageIO.write(picture, "png", file.toFile());
        return Files.readAllBytes(file);
    }
}
