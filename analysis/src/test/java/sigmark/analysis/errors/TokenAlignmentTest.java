package sigmark.analysis.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sigmark.inference.latex.EditDistance;

class TokenAlignmentTest {
    @Test
    void keepsEqualTokensAndShowsWhatDiffers() {
        assertThat(TokenAlignment.of(List.of("a", "+", "b", "c"), List.of("a", "-", "b")))
                .containsExactly(
                        new AlignedToken("a", "a"),
                        new AlignedToken("+", "-"),
                        new AlignedToken("b", "b"),
                        new AlignedToken("c", ""));
    }

    @Test
    void replacesTokensByTokensOfTheirSort() {
        assertThat(TokenAlignment.of(List.of("x", "^"), List.of("_")))
                .containsExactly(new AlignedToken("x", ""), new AlignedToken("^", "_"));
    }

    @Test
    void hasAsManyErrorsAsTheEditDistanceAndLosesNoToken() {
        SplittableRandom random = new SplittableRandom(4);
        for (int round = 0; round < 200; round++) {
            List<String> left = tokens(random);
            List<String> right = tokens(random);
            List<AlignedToken> aligned = TokenAlignment.of(left, right);
            assertThat(aligned.stream().filter(token -> !token.equal()).count())
                    .isEqualTo(EditDistance.ofTokens(left, right));
            assertThat(aligned.stream().map(AlignedToken::truth).filter(t -> !t.isEmpty()))
                    .isEqualTo(left);
            assertThat(aligned.stream().map(AlignedToken::prediction).filter(t -> !t.isEmpty()))
                    .isEqualTo(right);
        }
    }

    @Test
    void hugeListsAreAlignedTooWithoutHugeMemory() {
        List<String> left = Collections.nCopies(30_000, "a");
        List<String> right = Collections.nCopies(30_000, "b");
        assertThat(TokenAlignment.of(left, right)).hasSize(30_000);
    }

    private static List<String> tokens(SplittableRandom random) {
        List<String> tokens = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            tokens.add(List.of("a", "b", "_", "{", "\\frac").get(random.nextInt(5)));
        }
        return tokens;
    }
}
