package sigmark.inference.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BeamSearchTest {
    private static final Vocabulary VOCABULARY = Vocabulary.of(List.of(
            "x",
            "1",
            "+",
            "{",
            "}",
            "_",
            "^",
            "\\frac",
            "\\sqrt",
            "[",
            "]",
            "\\text",
            "&",
            "\\\\",
            "\\not",
            "\\begin{cases}",
            "\\end{cases}",
            "\\begin{array}",
            "\\end{array}",
            "l",
            "_\t{",
            "^\t{",
            "}\t{",
            "\\frac\t{"));

    @Test
    void everyAnswerToRandomLogitsIsBalancedAndEndsInTime() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            BeamSearch search = new BeamSearch(VOCABULARY, 1 + seed % 4, 24);

            List<BeamSearch.Answer> answers = search.search((position, last, from) -> noise(random, last.length));

            assertThat(answers).isNotEmpty();
            for (BeamSearch.Answer answer : answers) {
                List<String> tokens = VOCABULARY.decode(answer.pieces());
                assertThat(answer.pieces()).hasSizeLessThan(24);
                assertThat(balanced(tokens)).as("%s", tokens).isTrue();
            }
        }
    }

    @Test
    void findsTheAnswerThatIsProbableAsAWhole() {
        // "x" looks best at first, but what follows "1" is certain and what follows "x" is not.
        BeamSearch search = new BeamSearch(VOCABULARY, 3, 10);
        int x = 2;
        int one = 3;
        BeamSearch.Network network = (position, last, from) -> {
            float[][] logits = new float[last.length][VOCABULARY.size()];
            for (int i = 0; i < last.length; i++) {
                if (last[i] == Vocabulary.START) {
                    logits[i][x] = 10;
                    logits[i][one] = 9.8f;
                } else if (last[i] == one) {
                    logits[i][Vocabulary.END] = 30;
                }
            }
            return logits;
        };

        assertThat(VOCABULARY.decode(search.search(network).get(0).pieces())).containsExactly("1");
    }

    @Test
    void tokenProbabilitiesMultiplyToTheAnswers() {
        Random random = new Random(1);
        for (BeamSearch.Answer answer :
                new BeamSearch(VOCABULARY, 3, 12).search((position, last, from) -> noise(random, last.length))) {
            double product = answer.probabilities().stream().reduce(1.0, (a, b) -> a * b);
            assertThat(Math.exp(answer.logProbability())).isCloseTo(product, org.assertj.core.data.Offset.offset(1e-9));
            assertThat(answer.probabilities()).hasSize(answer.pieces().size() + 1);
        }
    }

    private static float[][] noise(Random random, int rows) {
        float[][] logits = new float[rows][VOCABULARY.size()];
        for (float[] row : logits) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) (4 * random.nextGaussian());
            }
        }
        return logits;
    }

    private static boolean balanced(List<String> tokens) {
        Deque<String> open = new ArrayDeque<>();
        for (String token : tokens) {
            if (token.equals("{")) {
                open.push("}");
            } else if (token.startsWith("\\begin")) {
                open.push(token.replace("\\begin", "\\end"));
            } else if ((token.equals("}") || token.startsWith("\\end"))
                    && (open.isEmpty() || !open.pop().equals(token))) {
                return false;
            }
        }
        return open.isEmpty();
    }
}
