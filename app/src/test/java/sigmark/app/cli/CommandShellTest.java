package sigmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandShellTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void anUnknownCommandIsAUsageErrorThatNamesWhatWasMeant() {
        assertThat(run("docter")).isEqualTo(2);
        assertThat(err.toString()).contains("docter").contains("doctor");
    }

    @Test
    void noCommandShowsUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: sigmark");
    }

    @Test
    void helpAndVersionAreNoErrors() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("--json FILE");
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("sigmark ");
    }

    @Test
    void jsonMayStandAnywhereOnTheLine() throws Exception {
        Path first = folder.resolve("a.json");
        Path second = folder.resolve("b.json");
        assertThat(run("--json", first.toString(), "doctor")).isZero();
        assertThat(run("doctor", "--json=" + second)).isZero();
        var document = new ObjectMapper().readTree(first.toFile());
        assertThat(document.path("findings").findValuesAsText("name")).contains("java", "display", "gtk");
        assertThat(new ObjectMapper().readTree(second.toFile()).fieldNames())
                .toIterable()
                .containsExactlyElementsOf(document::fieldNames);
        assertThat(Files.list(folder)).hasSize(2);
    }

    @Test
    void jsonWithoutAFileIsAUsageError() {
        assertThat(run("doctor", "--json")).isEqualTo(2);
        assertThat(err.toString()).contains("--json needs the name of a file");
    }

    @Test
    void aJsonFileThatCannotBeWrittenIsAProblemWithItsPlace() {
        Path nowhere = folder.resolve("no").resolve("such").resolve("folder.json");
        assertThat(run("doctor", "--json", nowhere.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("cli.json-not-written").contains(nowhere.toString());
    }

    private int run(String... line) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new CommandShell(
                        new PrintWriter(out), new PrintWriter(err), problem -> problem.code() + " " + problem.where())
                .run(line);
    }
}
