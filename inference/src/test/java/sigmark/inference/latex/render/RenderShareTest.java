package sigmark.inference.latex.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How much of the formula lists beside the project is shown whole; skipped where the lists are not there. */
class RenderShareTest {
    @Test
    void sampledTextbooks() throws IOException {
        assertThat(shown("textbook-formulas/formulas.jsonl.gz", 700)).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void sampledPapers() throws IOException {
        assertThat(shown("im2markup-sample/formulas.jsonl", 10)).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    @Tag("long")
    void allTextbooks() throws IOException {
        assertThat(shown("textbook-formulas/formulas.jsonl.gz", 1)).isGreaterThanOrEqualTo(0.997);
    }

    @Test
    @Tag("long")
    void allPapers() throws IOException {
        assertThat(shown("im2markup-sample/formulas.jsonl", 1)).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    @Tag("long")
    void allSchoolFormulas() throws IOException {
        assertThat(shown("k12-formulas/formulas.txt.gz", 1)).isGreaterThanOrEqualTo(0.999);
    }

    private static double shown(String file, int step) throws IOException {
        Optional<Path> data = data();
        Assumptions.assumeTrue(data.isPresent(), "no shared/data above the working directory");
        List<String> formulas = read(data.orElseThrow().resolve(file));
        int tried = 0;
        int complete = 0;
        for (int i = 0; i < formulas.size(); i += step) {
            tried++;
            complete += FormulaRenderer.render(formulas.get(i), RenderStyle.BLACK_20)
                            .complete()
                    ? 1
                    : 0;
        }
        return (double) complete / tried;
    }

    private static Optional<Path> data() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path data = folder.resolve("shared").resolve("data");
            if (Files.isDirectory(data)) {
                return Optional.of(data);
            }
        }
        return Optional.empty();
    }

    private static List<String> read(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<String> formulas = new ArrayList<>();
        boolean packed = file.toString().endsWith(".gz");
        try (InputStream stream = Files.newInputStream(file);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(packed ? new GZIPInputStream(stream) : stream, StandardCharsets.UTF_8))) {
            for (String line : reader.lines().toList()) {
                formulas.add(
                        line.startsWith("{\"")
                                ? mapper.readTree(line).path("latex").asText()
                                : line);
            }
        }
        return formulas;
    }
}
