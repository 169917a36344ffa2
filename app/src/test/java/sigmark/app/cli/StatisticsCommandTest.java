package sigmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatisticsCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void aBadLineIsAnsweredWithItsReasonAndTheOthersStillCount() throws Exception {
        Path file = Files.writeString(
                folder.resolve("cases.jsonl"),
                """
                {"id": "a", "method": "zero-failures", "input": {"upperBound": 0.05, "confidence": 0.95}}
                {"id": "b", "method":

                {"id": "c", "method": "tea-leaves", "input": {}}
                {"id": "d", "method": "cohen-kappa", "input": {"first": ["x"]}}
                {"id": "e", "method": "cohen-kappa", "input": {"first": ["x", "y"], "second": ["x", "y"]}}
                """);
        Path json = folder.resolve("out.json");
        assertThat(run("stats", file.toString(), "--json", json.toString())).isZero();
        JsonNode results = new ObjectMapper().readTree(json.toFile()).path("results");
        assertThat(results).hasSize(5);
        assertThat(results.get(0).at("/output/n").asInt()).isEqualTo(59);
        assertThat(results.get(0).path("reason").isNull()).isTrue();
        for (int bad = 1; bad <= 3; bad++) {
            assertThat(results.get(bad).path("output").isNull()).isTrue();
            assertThat(results.get(bad).path("reason").asText()).isNotBlank();
        }
        assertThat(results.get(2).path("reason").asText()).contains("tea-leaves");
        assertThat(results.get(3).path("reason").asText()).contains("'second'");
        assertThat(results.get(4).at("/output/kappa").asDouble()).isEqualTo(1);
        assertThat(out.toString()).contains("a  zero-failures").contains("the line is not JSON");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsAProblemWithItsPlace() {
        Path missing = folder.resolve("none.jsonl");
        assertThat(run("stats", missing.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("score.unreadable").contains(missing.toString());
    }

    private int run(String... line) {
        return new CommandShell(
                        new PrintWriter(out), new PrintWriter(err), problem -> problem.code() + " " + problem.where())
                .run(line);
    }
}
