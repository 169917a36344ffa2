package sigmark.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineCheckTest {
    @Test
    void withoutPyTorchItSaysWhichPackageBringsIt() throws IOException {
        try (var empty = new URLClassLoader(new URL[0], null)) {
            MachineCheck.Finding finding = MachineCheck.training(empty);
            assertThat(finding.standing()).isEqualTo(MachineCheck.Standing.MISSING_BUT_OPTIONAL);
            assertThat(finding.remedy()).contains("sigmark-training");
        }
    }

    @Test
    void pyTorchOnTheClassPathIsFound(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("native/lib"));
        Files.writeString(folder.resolve("native/lib/pytorch.properties"), "version=1");
        try (var libraries = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            assertThat(MachineCheck.training(libraries).standing()).isEqualTo(MachineCheck.Standing.GOOD);
        }
    }
}
