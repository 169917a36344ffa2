package sigmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void theStoreIsMeasuredAndNothingIsLeftBehind() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        JsonNode document =
                json("bench", "store", "--pages", "3", "--regions", "2", "--edits", "6", "--in", disk.toString());
        assertThat(document.path("benchmark").asText()).isEqualTo("store");
        assertThat(document.path("pages").asInt()).isEqualTo(3);
        assertThat(document.path("regions").asInt()).isEqualTo(6);
        assertThat(document.at("/edit/count").asInt()).isEqualTo(6);
        assertThat(document.at("/edit/medianMs").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(document.at("/edit/p95Ms").asDouble());
        assertThat(document.path("queries")).isNotEmpty();
        assertMachine(document);
        assertThat(disk).isEmptyDirectory();
    }

    @Test
    void metricsGiveTheSameChecksumsForTheSameSeed() throws Exception {
        String[] line = {"bench", "metrics", "--pages", "5", "--boxes", "4", "--seconds", "0", "--seed", "7"};
        JsonNode first = json(line);
        JsonNode second = json(line);
        assertMachine(first);
        assertThat(first.path("metrics").findValuesAsText("name"))
                .containsExactly("edit distance", "canonical form", "COCO matching", "glyph layout", "CDM");
        assertThat(first.path("metrics"))
                .allSatisfy(metric ->
                        assertThat(metric.path("perSecond").asDouble()).isPositive());
        assertThat(first.path("metrics").findValuesAsText("checksum"))
                .doesNotContain("0")
                .isEqualTo(second.path("metrics").findValuesAsText("checksum"));
    }

    @Test
    void aRunOfManyFormulasIsEvaluatedAndMended() throws Exception {
        JsonNode document =
                json("bench", "metrics", "--pages", "2", "--boxes", "2", "--seconds", "0", "--formulas", "45");
        assertThat(document.at("/evaluation/samples").asInt()).isEqualTo(45);
        assertThat(document.at("/evaluation/exact").asDouble()).isBetween(0.3, 0.9);
        assertThat(document.at("/evaluation/refreshMs").asDouble()).isPositive();
    }

    @Test
    void aSizeThatCannotBeMeasuredIsAUsageError() {
        assertThat(run("bench", "store", "--pages", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--pages takes at least 1");
        assertThat(run("bench", "metrics", "--seconds", "NaN")).isEqualTo(2);
        assertThat(run("bench", "pipeline", "--rounds", "0")).isEqualTo(2);
        assertThat(run("bench")).isEqualTo(2);
    }

    @Test
    void aDiskThatIsNotThereIsAProblemWithItsPlace() {
        Path nowhere = folder.resolve("nowhere");
        assertThat(run("bench", "store", "--pages", "1", "--in", nowhere.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("cli.not-written").contains(nowhere.toString());
    }

    private static void assertMachine(JsonNode document) {
        assertThat(document.at("/environment/processor").asText()).isNotBlank();
        assertThat(document.at("/environment/java").asText()).startsWith("Java ");
        assertThat(document.at("/environment/cores").asInt()).isPositive();
    }

    private JsonNode json(String... line) throws Exception {
        Path file = folder.resolve("out.json");
        List<String> with = new ArrayList<>(List.of(line));
        with.add("--json");
        with.add(file.toString());
        assertThat(run(with.toArray(String[]::new))).as(err.toString()).isZero();
        return new ObjectMapper().readTree(file.toFile());
    }

    private int run(String... line) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new CommandShell(
                        new PrintWriter(out), new PrintWriter(err), problem -> problem.code() + " " + problem.where())
                .run(line);
    }
}
