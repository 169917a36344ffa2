package sigmark.inference.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.latex.CanonicalForm;

class FormulaCorpusTest {
    @TempDir
    Path folder;

    @Test
    void heldOutFormulasStayApartWithTheirNearDuplicates() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            lines.add("x_" + (char) ('a' + i % 26) + "+" + (char) ('a' + i / 26));
        }
        Path file = folder.resolve("formulas.txt");
        Files.write(file, lines);

        FormulaCorpus corpus = FormulaCorpus.ofLines(file);

        assertThat(corpus.heldOut()).hasSizeBetween(8, 40).allMatch(FormulaCorpus::isHeldOut);
        assertThat(corpus.training()).noneMatch(FormulaCorpus::isHeldOut);
        Set<String> apart = new java.util.HashSet<>();
        corpus.heldOut().forEach(latex -> apart.add(CanonicalForm.of(latex)));
        assertThat(corpus.training()).noneMatch(latex -> apart.contains(CanonicalForm.of(latex)));
    }

    @Test
    void digitsAndBlanksDoNotDecideWhatIsHeldOut() {
        for (int i = 0; i < 50; i++) {
            String latex = "y=" + (char) ('a' + i % 26) + i;
            assertThat(FormulaCorpus.isHeldOut(latex.replace('3', '7').replace("=", " = ")))
                    .isEqualTo(FormulaCorpus.isHeldOut(latex));
        }
    }

    @Test
    void sourcesCanBeLeftOut() throws IOException {
        Path file = folder.resolve("formulas.jsonl");
        Files.writeString(file, "{\"latex\": \"a+b\", \"source\": \"one\"}\n{\"latex\": \"c\", \"source\": \"two\"}\n");

        assertThat(FormulaCorpus.ofJsonLines(file, Set.of("two")).training()).containsExactly("a+b");
    }

    @Test
    void cropsAreTheSameForTheSameRandomStream() {
        CropPainter painter = new CropPainter(List.of());

        var one = painter.paint("\\sqrt{x^{2}+1}", new Random(8)).orElseThrow();
        var other = painter.paint("\\sqrt{x^{2}+1}", new Random(8)).orElseThrow();

        assertThat(one.pixels()).isEqualTo(other.pixels());
        assertThat(painter.paint("\\nosuchcommand", new Random(8))).isEmpty();
    }
}
