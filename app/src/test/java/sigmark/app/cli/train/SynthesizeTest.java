package sigmark.app.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import sigmark.app.cli.Console;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.latex.LatexSyntax;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

class SynthesizeTest {
    @TempDir
    Path folder;

    @Test
    void pagesComeWithBoxesInsideThemAndTheSameSeedGivesTheSameBytes() throws IOException {
        JsonNode answer = run("--pages", "2", "--kind", "slide,columns", "--photo", "0.6", "--out", at("a"));
        run("--pages", "2", "--kind", "slide,columns", "--photo", "0.6", "--out", at("b"));
        run("--pages", "2", "--kind", "slide,columns", "--photo", "0.6", "--seed", "7", "--out", at("c"));

        List<String> lines = Files.readAllLines(folder.resolve("a/labels.jsonl"));
        assertThat(lines).hasSize(2).isEqualTo(Files.readAllLines(folder.resolve("b/labels.jsonl")));
        assertThat(lines).isNotEqualTo(Files.readAllLines(folder.resolve("c/labels.jsonl")));
        assertThat(Files.readAllBytes(folder.resolve("a/page-00001.jpg")))
                .isEqualTo(Files.readAllBytes(folder.resolve("b/page-00001.jpg")));
        int formulas = 0;
        for (String line : lines) {
            JsonNode page = new ObjectMapper().readTree(line);
            var image = ImageIO.read(
                    folder.resolve("a/" + page.path("image").asText()).toFile());
            assertThat(image.getWidth()).isEqualTo(page.path("width").asInt());
            for (JsonNode region : page.path("regions")) {
                assertThat(region.path("box").get(2).asInt()).isBetween(1, image.getWidth());
                assertThat(region.path("box").get(3).asInt()).isBetween(1, image.getHeight());
                formulas++;
            }
        }
        assertThat(formulas).isPositive().isEqualTo(answer.path("formulas").asInt());
    }

    @Test
    void cropsComeWithCanonicalLatexThatParsesAndASheet() throws IOException {
        Path sheet = folder.resolve("sheet.png");

        run("--crops", "8", "--topic", "research,korean", "--out", at("crops"), "--sheet", sheet.toString());

        List<String> lines = Files.readAllLines(folder.resolve("crops/crops.jsonl"));
        assertThat(lines).hasSize(8);
        for (String line : lines) {
            String latex = new ObjectMapper().readTree(line).path("latex").asText();
            assertThat(latex).isNotBlank().isEqualTo(CanonicalForm.of(latex));
            assertThat(LatexSyntax.of(latex).problems()).as(latex).isEmpty();
        }
        assertThat(ImageIO.read(sheet.toFile()).getWidth()).isGreaterThan(1000);
    }

    @Test
    void aFolderWithFilesIsRefusedAndSoAreUnknownWords() throws IOException {
        Files.createDirectories(folder.resolve("full"));
        Files.writeString(folder.resolve("full/mine.txt"), "mine");

        assertThatThrownBy(() -> run("--pages", "1", "--out", at("full")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("exchange.folder-not-empty"));
        assertThatThrownBy(() -> run("--pages", "1", "--kind", "poem", "--out", at("x")))
                .isInstanceOf(CommandLine.ParameterException.class);
        assertThatThrownBy(() -> run("--out", at("x"))).isInstanceOf(CommandLine.ParameterException.class);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private static JsonNode run(String... arguments) {
        Synthesize command = new Synthesize();
        new CommandLine(command).parseArgs(arguments);
        StringWriter text = new StringWriter();
        return command.run(new Console(new PrintWriter(text), new PrintWriter(text), Problem::code));
    }
}
