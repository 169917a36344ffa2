package sigmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.app.base.words.Language;
import sigmark.app.base.words.Words;

/** The commands as a person types them, one after another on one project. */
class ProjectCommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void aProjectIsMadeBackedUpAndItsHistoryShown() throws Exception {
        String project = folder.resolve("Exams").toString();
        assertThat(run("new", project, "--as", "Kim")).isZero();
        assertThat(folder.resolve("Exams").resolve("Exams.sigmark")).exists();

        assertThat(run("new", project, "--as", "Kim")).as("twice").isEqualTo(1);
        assertThat(err.toString()).contains("Exams");

        Path copy = folder.resolve("copy.sigmark");
        assertThat(run("backup", project, "--to", copy.toString())).isZero();
        assertThat(Files.size(copy)).isPositive();
        assertThat(run("backup", project, "--to", copy.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("is already there");

        JsonNode history = json("history", project);
        assertThat(history.path("entries").isArray()).isTrue();
        assertThat(json("tag", project, "--add", "exam").path("changed").asInt())
                .isZero();
    }

    @Test
    void aFolderThatIsNoProjectIsSaidToBeNone() {
        assertThat(run("history", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains(folder.getFileName().toString());
        assertThat(run("history", folder.resolve("missing").toString())).isEqualTo(1);
    }

    @Test
    void latexFilesAreScoredInTheShapeOfTheContract() throws Exception {
        Path truth = folder.resolve("t.jsonl");
        Path found = folder.resolve("p.jsonl");
        Files.writeString(truth, "{\"id\":1,\"latex\":\"x^2\"}\n{\"id\":\"b\",\"latex\":\"a+b\"}\n");
        Files.writeString(found, "{\"id\":1,\"latex\":\"x^{2}\"}\n");
        JsonNode score = json("score", "latex", "--truth", truth.toString(), "--predictions", found.toString());
        assertThat(score.at("/summary/count").asInt()).isEqualTo(2);
        assertThat(score.at("/summary/failed").asInt()).isEqualTo(1);
        assertThat(score.at("/summary/canonical/exactMatch").asDouble()).isEqualTo(0.5);
        assertThat(score.at("/summary/cdm/f1").asDouble()).isEqualTo(0.5);
        assertThat(score.at("/summary/cdm/leftOut").asInt()).isZero();
        assertThat(score.at("/samples/0/cdm/f1").asDouble()).isEqualTo(1);
        assertThat(score.at("/samples/0/structure").isArray()).isTrue();
        assertThat(out.toString()).contains("CDM, on 2 samples");
        assertThat(score.at("/samples/0/id").isInt()).isTrue();
        assertThat(score.at("/samples/1/id").isTextual()).isTrue();
    }

    @Test
    void pagesComeInWithABalanceAndLabelsGoOut() throws Exception {
        Path images = Files.createDirectories(folder.resolve("scans"));
        ImageIO.write(
                new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB),
                "png",
                images.resolve("a.png").toFile());
        Files.writeString(images.resolve("broken.png"), "not a picture");
        String project = folder.resolve("p").toString();
        assertThat(run("new", project)).isZero();

        JsonNode balance = json("import", project, images.toString());
        assertThat(balance.path("in").asInt()).isEqualTo(2);
        assertThat(balance.path("out").asInt()).isEqualTo(1);
        assertThat(balance.at("/leftOut/0/item").asText()).contains("broken.png");
        assertThat(balance.at("/leftOut/0/reason").asText()).isNotBlank();

        Path out = folder.resolve("coco");
        assertThat(run("export", project, "--out", out.toString(), "--format", "coco"))
                .as(err.toString())
                .isZero();
        assertThat(out).isNotEmptyDirectory();
        assertThat(run("export", project, "--out", out.toString(), "--format", "coco"))
                .isEqualTo(1);
        assertThat(run("export", project, "--out", out.toString(), "--format", "coco", "--model", "x"))
                .isEqualTo(2);
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
        Words words = Words.of(Language.ENGLISH);
        return new CommandShell(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        problem -> words.what(problem) + " " + words.remedy(problem))
                .run(line);
    }
}
