package sigmark.inference.latex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenDiffTest {
    @Test
    void showsWhatWasReplacedAddedAndLost() {
        assertThat(diff("x ^ 2 + y", "x _ 2 + y")).isEqualTo("=x [^|_] =2 + y");
        assertThat(diff("a + b", "a + b + c")).isEqualTo("=a + b [|+ c]");
        assertThat(diff("a + b", "+ b")).isEqualTo("[a|] =+ b");
        assertThat(diff("", "x")).isEqualTo("[|x]");
        assertThat(diff("x y", "x y")).isEqualTo("=x y");
        assertThat(TokenDiff.of(List.of(), List.of()).runs()).isEmpty();
    }

    @Test
    void runsSpellBothSidesAndCostTheEditDistance() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<String> left = tokens(random);
            List<String> right = tokens(random);
            TokenDiff diff = TokenDiff.of(left, right);
            List<String> spelledLeft = new ArrayList<>();
            List<String> spelledRight = new ArrayList<>();
            diff.runs().forEach(run -> {
                spelledLeft.addAll(run.left());
                spelledRight.addAll(run.right());
                assertThat(run.left().equals(run.right())).isEqualTo(run.equal());
            });
            assertThat(spelledLeft).isEqualTo(left);
            assertThat(spelledRight).isEqualTo(right);
            assertThat(diff.differing()).isLessThanOrEqualTo(Math.max(left.size(), right.size()));
            assertThat(diff.differing() == 0).isEqualTo(EditDistance.ofTokens(left, right) == 0);
        }
    }

    private static List<String> tokens(Random random) {
        List<String> tokens = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            tokens.add(List.of("x", "y", "^", "{").get(random.nextInt(4)));
        }
        return tokens;
    }

    private static String diff(String left, String right) {
        StringBuilder text = new StringBuilder();
        for (TokenDiff.Run run : TokenDiff.of(words(left), words(right)).runs()) {
            text.append(text.length() == 0 ? "" : " ")
                    .append(
                            run.equal()
                                    ? "=" + String.join(" ", run.left())
                                    : "[" + String.join(" ", run.left()) + "|" + String.join(" ", run.right()) + "]");
        }
        return text.toString();
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }
}
