package sigmark.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start of the program leads to. */
class MainTest {
    @TempDir
    Path folder;

    @Test
    void aDoubleClickedPackageOrProjectOpensTheWindow() throws Exception {
        String work = Files.createFile(folder.resolve("주간 작업.sigpack")).toString();
        assertThat(Main.forWindow(work)).contains(List.of(work));
        assertThat(Main.forWindow(folder.toString())).contains(List.of(folder.toString()));
        assertThat(Main.forWindow(folder.resolve("p.sigmark").toString())).isPresent();
    }

    @Test
    void nothingOpensTheWindowAndCommandsDoNot() {
        assertThat(Main.forWindow()).contains(List.of());
        assertThat(Main.forWindow("package", "out")).isEmpty();
        assertThat(Main.forWindow("stats")).isEmpty();
    }

    /** The file type is handed to the system by every installer, with the type that the desktop entry passes on. */
    @Test
    void installersNameTheFileType() throws Exception {
        Path installer = Path.of("../installer");
        assertThat(Files.readString(installer.resolve("package.association")))
                .contains("extension=sigpack", "mime-type=application/x-sigpack");
        for (String system : List.of("linux", "mac", "windows")) {
            assertThat(Files.readString(installer.resolve(system + ".options")))
                    .contains("--file-associations package.association");
        }
        assertThat(Files.readString(installer.resolve("debian/sigmark.desktop")))
                .contains("%f", "DESKTOP_MIMES");
    }
}
