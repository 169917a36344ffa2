package sigmark.inference.recognize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private final Vocabulary vocabulary = Vocabulary.of(List.of("x", "2", "{", "}", "^", "\\ ", "^\t{"));

    @Test
    void encodesPairsAsOnePieceAndDecodesToTheSameTokens() {
        List<String> tokens = List.of("x", "^", "{", "2", "}", "\\ ", "x");

        int[] pieces = vocabulary.encode(tokens).orElseThrow();

        assertThat(pieces).hasSize(6);
        assertThat(vocabulary.decode(IntStream.of(pieces).boxed().toList())).isEqualTo(tokens);
    }

    @Test
    void unknownTokensHaveNoEncoding() {
        assertThat(vocabulary.encode(List.of("x", "\\alpha"))).isEmpty();
        assertThat(vocabulary.encode(List.of("<end>"))).isEmpty();
    }

    @Test
    void survivesItsFile() {
        Vocabulary again =
                new Vocabulary(String.join("\n", vocabulary.lines()).lines().toList());
        assertThat(again.lines()).isEqualTo(vocabulary.lines());
    }

    @Test
    void brokenFilesAreRefused() {
        assertThatThrownBy(() -> new Vocabulary(List.of("x", "y", "z"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Vocabulary.of(List.of("x", "x"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Vocabulary.of(List.of("x", ""))).isInstanceOf(IllegalArgumentException.class);
    }
}
