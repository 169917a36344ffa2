package sigmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.labeling.online.DrawnLog;

class OnlineCommandsTest {
    @TempDir
    Path folder;

    private JsonNode command(String... line) throws IOException {
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

    @Test
    void aLogGoesInAndItsReportAndRequestsComeOut() throws IOException {
        String project = folder.resolve("p").toString();
        Path log = folder.resolve("log.jsonl");
        new DrawnLog(2, 10).write(log, 120);
        Files.writeString(log, Files.readString(log) + "{broken\n");
        command("new", project);
        JsonNode balance = command("online", "import", project, log.toString());
        assertThat(balance.path("in").asInt()).isEqualTo(121);
        assertThat(balance.path("out").asInt()).isEqualTo(120);
        assertThat(balance.path("leftOut").path(0).path("code").asText()).isEqualTo("online.broken-line");

        JsonNode report = command("online", "report", project);
        int edited = report.path("versions").path(0).path("edited").asInt();
        assertThat(report.path("versions")).hasSize(2);
        assertThat(report.path("versions").path(0).path("medianRequest").asText())
                .startsWith("req-");

        String version = report.path("versions").path(0).path("version").asText();
        JsonNode requests =
                command("online", "requests", project, "--version", version, "--with", "edited", "--most", "999");
        int counted = 0;
        for (JsonNode request : requests.path("requests")) {
            assertThat(request.path("modelVersion").asText()).isEqualTo(version);
            counted++;
        }
        assertThat(counted).isEqualTo(requests.path("count").asInt()).isLessThanOrEqualTo(edited);

        command("online", "erase", project, "u-1");
        assertThat(command("online", "report", project)
                        .path("versions")
                        .path(0)
                        .path("edited")
                        .asInt())
                .isEqualTo(edited);
    }
}
