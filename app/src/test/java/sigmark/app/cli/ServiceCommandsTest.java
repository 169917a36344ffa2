package sigmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.app.work.sample.SampleProject;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;

/** The chain from sheet to agreement on the sample, by the command line. */
class ServiceCommandsTest {
    @TempDir
    static Path folder;

    private static String project = "";

    @BeforeAll
    static void make() {
        Path sample = folder.resolve("sample");
        SampleProject.create(sample, "sample", new Author("Kim"), Progress.SILENT);
        project = sample.toString();
    }

    private static JsonNode command(String... line) throws IOException {
        StringWriter out = new StringWriter();
        Path json = folder.resolve("out.json");
        String[] all = java.util.Arrays.copyOf(line, line.length + 2);
        all[line.length] = "--json";
        all[line.length + 1] = json.toString();
        int status = new CommandShell(new PrintWriter(out, true), new PrintWriter(out, true), problem -> problem.code())
                .run(all);
        assertThat(status).as(out.toString()).isZero();
        return new ObjectMapper().readTree(json.toFile());
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(node -> node.path(field).asText())
                .toList();
    }

    @Test
    void judgesARunByNumberAndItsOnlineLinesByTheLog() throws IOException {
        JsonNode judged = command("judge", project, "--run", "2");
        assertThat(judged.path("run").asInt()).isEqualTo(2);
        assertThat(texts(judged.path("requirements"), "verdict")).contains("met", "missed", "undecided");
        for (JsonNode line : judged.path("requirements")) {
            if (line.path("id").asText().equals("O1")
                    || line.path("id").asText().equals("T2")) {
                assertThat(line.path("samples").asInt())
                        .as(line.path("id").asText())
                        .isGreaterThan(40);
                assertThat(line.path("measured").isNumber()).isTrue();
            }
        }
    }

    @Test
    void aChangeOfDesignSaysWhatServesAndIsMissingAndExportsByModule() throws IOException {
        Path out = folder.resolve("pairs");
        JsonNode design = command("design", project, "--pipeline", "auto", "--export", out.toString());
        assertThat(design.path("design").asText()).isEqualTo("detector-classifier-recognizers");
        assertThat(design.path("rule").asBoolean()).isTrue();
        assertThat(texts(design.path("parts"), "labels")).containsExactly("serves", "new", "shared", "shared");
        assertThat(Files.readAllLines(out.resolve("printed").resolve("labels.jsonl")))
                .hasSize(design.path("parts").path(2).path("pairs").path("test").asInt()
                        + design.path("parts")
                                .path(2)
                                .path("pairs")
                                .path("train")
                                .asInt()
                        + design.path("parts")
                                .path(2)
                                .path("pairs")
                                .path("validation")
                                .asInt());
        assertThat(Files.readAllLines(out.resolve("classifier").resolve("labels.jsonl")))
                .allMatch(line -> line.contains("\"writing\":\"printed\""));
        assertThat(Files.readAllLines(out.resolve("handwritten").resolve("labels.jsonl")))
                .isEmpty();
    }

    @Test
    void saysWhetherOfflinePredictsOnline() throws IOException {
        JsonNode agreement = command("online", "agree", project);
        assertThat(agreement.path("statement").asText()).isEqualTo("agrees");
        assertThat(texts(agreement.path("checks"), "about"))
                .containsExactly("versions", "slices", "samples", "mix", "forecast");
        assertThat(agreement.path("samples").path("aucError").path("value").asDouble())
                .isGreaterThan(0.8);
    }

    @Test
    void plansDataByTheSheet() throws IOException {
        JsonNode plan = command("plan", project);
        assertThat(plan.toString()).contains("tag:photo");
    }
}
