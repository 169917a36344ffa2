package sigmark.analysis.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.work.Progress;

class LatexPairFilesTest {
    @TempDir
    private Path folder;

    @Test
    void pairsByIdAndSaysWhatItLeftOut() throws IOException {
        Path truth = write(
                "truth.jsonl",
                """
                {"id": 1, "latex": "x"}
                {"id": "1", "latex": "y"}

                {"id": 1, "latex": "again"}
                {"id": 2.50, "latex": "z"}
                {"latex": "no id"}
                not JSON
                """);
        Path predictions = write(
                "predictions.jsonl",
                """
                {"id": "1", "latex": "y", "score": 0.5}
                {"id": 1, "latex": null}
                {"id": 99, "latex": "unasked"}
                """);
        LatexPairFiles files = LatexPairFiles.read(truth, predictions);
        assertThat(files.pairs())
                .containsExactly(
                        new LatexPair(new SampleId("1"), "x", Optional.empty()),
                        new LatexPair(new SampleId("\"1\""), "y", Optional.of("y")),
                        new LatexPair(new SampleId("2.5"), "z", Optional.empty()));
        assertThat(files.leftOut())
                .extracting(left -> left.reason().code())
                .containsExactly("score.id-twice", "score.bad-line", "score.bad-line", "score.without-truth");
    }

    @Test
    void aMissingOrEmptyTruthIsAProblem() throws IOException {
        Path empty = write("empty.jsonl", "\n");
        assertThatThrownBy(() -> LatexPairFiles.read(empty, empty)).hasMessageContaining("score.no-truth");
        assertThatThrownBy(() -> LatexPairFiles.read(folder.resolve("absent"), empty))
                .hasMessageContaining("score.unreadable");
    }

    @Test
    void theDocumentHasTheAgreedShapeAndKeepsTheTypeOfIds() throws IOException {
        Path truth = write("t.jsonl", "{\"id\": 7, \"latex\": \"x^2\"}\n{\"id\": \"a\", \"latex\": \"y\"}\n");
        Path predictions = write("p.jsonl", "{\"id\": 7, \"latex\": \"x^{2}\"}\n");
        LatexPairFiles files = LatexPairFiles.read(truth, predictions);
        JsonNode document = new ObjectMapper()
                .readTree(LatexScoreJson.document(LatexScore.score(files.pairs(), files.leftOut(), Progress.SILENT))
                        .toString());
        JsonNode summary = document.get("summary");
        assertThat(summary.get("count").asInt()).isEqualTo(2);
        assertThat(summary.get("failed").asInt()).isEqualTo(1);
        assertThat(summary.get("exactMatch").asDouble()).isZero();
        assertThat(summary.get("expRate")).hasSize(3);
        assertThat(summary.at("/canonical/version").asInt()).isEqualTo(1);
        assertThat(summary.at("/canonical/exactMatch").asDouble()).isEqualTo(0.5);
        assertThat(document.at("/samples/0/id").isInt()).isTrue();
        assertThat(document.at("/samples/0/canonical/exactMatch").asBoolean()).isTrue();
        assertThat(document.at("/samples/0/tokenEditDistance").asDouble()).isEqualTo(0.4);
        assertThat(document.at("/samples/0/error").isNull()).isTrue();
        assertThat(document.at("/samples/1/id").isTextual()).isTrue();
        assertThat(document.at("/samples/1/error").asText()).isEqualTo("no prediction");
        assertThat(document.at("/samples/1/charEditDistance").asDouble()).isEqualTo(1);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
