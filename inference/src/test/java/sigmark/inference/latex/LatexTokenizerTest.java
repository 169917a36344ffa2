package sigmark.inference.latex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatexTokenizerTest {
    @Test
    void takesCommandsAndCharacters() {
        assertThat(LatexTokenizer.tokens("\\frac12 \\{x\\} \\, 𝔤가 \\begin {array} {c}\\\\"))
                .containsExactly(
                        "\\frac",
                        "1",
                        "2",
                        "\\{",
                        "x",
                        "\\}",
                        "\\,",
                        "𝔤",
                        "가",
                        "\\begin{array}",
                        "{",
                        "c",
                        "}",
                        "\\\\");
    }

    @Test
    void knowsPlaces() {
        assertThat(LatexTokenizer.tokenize(" \\le 가"))
                .containsExactly(new LatexToken("\\le", 1, 4), new LatexToken("가", 5, 6));
    }

    @Test
    void takesWhatIsBroken() {
        assertThat(LatexTokenizer.tokens("\\")).containsExactly("\\");
        assertThat(LatexTokenizer.tokens("\\begin{")).containsExactly("\\begin", "{");
        assertThat(LatexTokenizer.tokens("\\begin{}x")).containsExactly("\\begin", "{", "}", "x");
        assertThat(LatexTokenizer.tokens("\uD835")).containsExactly("\uD835");
    }
}
