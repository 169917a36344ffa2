package sigmark.analysis.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BleuCountsTest {
    private static final List<String> TRUTH = List.of("a", "+", "b", "=", "c");

    @Test
    void handWorkedCounts() {
        BleuCounts counts = BleuCounts.of(TRUTH, List.of("a", "+", "b", "=", "d", "d"));
        assertThat(counts.matches()).containsExactly(4L, 3L, 2L, 1L);
        assertThat(counts.ngrams()).containsExactly(6L, 5L, 4L, 3L);
        double product = 4.0 / 6 * 3 / 5 * 2 / 4 * 1 / 3;
        assertThat(counts.corpus().orElseThrow()).isCloseTo(Math.pow(product, 0.25), within(1e-12));
    }

    @Test
    void matchesAreClippedAtTheTruth() {
        assertThat(BleuCounts.of(List.of("a", "b"), List.of("a", "a", "a")).matches())
                .containsExactly(1L, 0L, 0L, 0L);
    }

    @Test
    void aShortPredictionIsPenalized() {
        BleuCounts counts = BleuCounts.of(TRUTH, TRUTH.subList(0, 4));
        assertThat(counts.corpus().orElseThrow()).isCloseTo(Math.exp(1 - 5 / 4.0), within(1e-12));
    }

    @Test
    void shortFormulasHaveACorpusScoreOfZeroButASmoothedOneOfOne() {
        BleuCounts counts = BleuCounts.of(List.of("x"), List.of("x"));
        assertThat(counts.corpus()).hasValue(0);
        assertThat(counts.smoothedSentence()).isCloseTo(1, within(1e-12));
        assertThat(BleuCounts.of(List.of(), List.of()).corpus()).isEmpty();
    }

    @Test
    void aCorpusIsTheSumOfItsSentences() {
        BleuCounts.Sum sum = new BleuCounts.Sum();
        sum.add(BleuCounts.of(TRUTH, TRUTH));
        sum.add(BleuCounts.of(List.of("x"), List.of("x")));
        assertThat(sum.total().corpus().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(sum.total().truthTokens()).isEqualTo(6);
    }
}
