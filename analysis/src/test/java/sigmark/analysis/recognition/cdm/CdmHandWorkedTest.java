package sigmark.analysis.recognition.cdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Pairs whose score follows from the definition alone. */
class CdmHandWorkedTest {
    private static final Path SET = Path.of("src/test/resources/cdm/hand-worked.tsv");

    @TestFactory
    Stream<DynamicTest> scoresWhatTheDefinitionSays() throws IOException {
        List<String[]> rows = Files.readAllLines(SET).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .toList();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(30);
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row[0] + " | " + row[1] + ": " + row[5], () -> {
                    CdmScore score = Cdm.score(row[0], row[1].strip());
                    assertThat(List.of(score.truths(), score.predictions(), score.correct()))
                            .as(row[5])
                            .isEqualTo(
                                    List.of(Integer.valueOf(row[2]), Integer.valueOf(row[3]), Integer.valueOf(row[4])));
                }));
    }
}
