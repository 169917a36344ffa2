package sigmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.work.Problem;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.exchange.ImportOptions;
import sigmark.labeling.exchange.PageImporter;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

final class DoctorProjectTest {
    @TempDir
    private Path folder;

    @Test
    void aWholeProjectIsReady() throws IOException {
        project();
        assertThat(doctor())
                .contains("1 pages, 0 regions")
                .contains("all readable")
                .endsWith("ready\n");
    }

    @Test
    void aLostImageIsNamedWithWhatToDo() throws IOException {
        Files.delete(project());
        assertThat(doctor())
                .contains("1 of 1 cannot be read")
                .contains("Bring the files back")
                .contains("not ready");
    }

    /** Makes a project with one page and gives the page's image in it. */
    private Path project() throws IOException {
        Path image = folder.resolve("page.png");
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
        try (ProjectStore store = ProjectStore.create(folder.resolve("p"), "p", new Author("Kim"))) {
            PageImporter.importPages(store, List.of(image), ImportOptions.DEFAULT, Progress.SILENT);
            return store.pages().imagePath(store.pages().list(SliceQuery.ALL).get(0));
        }
    }

    private String doctor() {
        StringWriter out = new StringWriter();
        new CommandShell(new PrintWriter(out, true), new PrintWriter(out, true), Problem::code)
                .run("doctor", folder.resolve("p").toString());
        return out.toString();
    }
}
