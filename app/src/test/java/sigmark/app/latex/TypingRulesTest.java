package sigmark.app.latex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TypingRulesTest {
    static List<Arguments> pasted() {
        return List.of(
                Arguments.of("$x^2$", "x^2"),
                Arguments.of(" $$ x $$ ", "x"),
                Arguments.of("\\[x\\]", "x"),
                Arguments.of("\\(x\\)", "x"),
                Arguments.of("$a$ and $b$", "$a$ and $b$"),
                Arguments.of(" x ", " x "),
                Arguments.of("₩frac{1}{2}", "\\frac{1}{2}"),
                Arguments.of("$", "$"),
                Arguments.of("", ""));
    }

    @ParameterizedTest
    @MethodSource
    void pasted(String clipboard, String kept) {
        assertThat(TypingRules.pasted(clipboard)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"x\\in|4|\\in", "\\|1|''", "x\\\\in|5|''", "\\frac12|7|''", "\\in x|3|\\in", "abc|3|''"},
            delimiter = '|')
    void commandBefore(String text, int caret, String command) {
        assertThat(TypingRules.commandBefore(text, caret)).isEqualTo(command);
    }

    @ParameterizedTest
    @CsvSource({"₩, \\", "￦, \\", "＼, \\", "w, w"})
    void typed(String key, String meant) {
        assertThat(TypingRules.typed(key)).isEqualTo(meant);
    }
}
