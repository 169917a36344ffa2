package sigmark.inference.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sigmark.inference.latex.CanonicalForm;

class AnswerGrammarTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "x_{1}^{2}+y",
                "\\frac{a}{b}",
                "\\sqrt[3]{x}+\\sqrt{2}",
                "\\sum_{i=1}^{n}i",
                "\\begin{cases}x&(x>0)\\\\-x&(x\\le 0)\\end{cases}",
                "\\begin{array}{l|c}a&b\\\\\\hline c&d\\end{array}",
                "\\text{if }x",
                "[0,1)",
                "{}^{2}x",
                "\\substack{a\\\\b}",
                "\\overset{\\frown}{AB}",
            })
    void acceptsCanonicalFormulas(String latex) {
        assertThat(walk(latex).map(AnswerGrammar.State::complete)).contains(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\frac{a}b",
                "x^{2}^{3}",
                "x^{2}_{1}",
                "a&b",
                "a}",
                "\\text{a^{2}}",
                "\\begin{cases}x\\end{matrix}",
                "\\begin{array}{q}x\\end{array}",
                "\\sqrt)x"
            })
    void refusesWhatDoesNotParse(String latex) {
        Optional<AnswerGrammar.State> state = Optional.of(AnswerGrammar.State.begin());
        for (String token : sigmark.inference.latex.LatexTokenizer.tokens(latex)) {
            state = state.flatMap(each -> each.after(token));
        }
        assertThat(state).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\frac{a}{b", "\\sqrt[3", "x^{", "\\begin{cases}x", "\\frac"})
    void knowsThatAnUnfinishedAnswerIsNotComplete(String latex) {
        Optional<AnswerGrammar.State> state = Optional.of(AnswerGrammar.State.begin());
        for (String token : sigmark.inference.latex.LatexTokenizer.tokens(latex)) {
            state = state.flatMap(each -> each.after(token));
        }
        assertThat(state.orElseThrow().complete()).isFalse();
        assertThat(state.orElseThrow().tokensToComplete()).isPositive();
    }

    @Test
    void countsTheTokensThatCompleteAnAnswer() {
        AnswerGrammar.State state = AnswerGrammar.State.begin();
        for (String token : new String[] {"\\frac", "{", "\\sqrt", "[", "3"}) {
            state = state.after(token).orElseThrow();
        }
        // "]", "{", "}" of the root, "}" of the numerator, "{", "}" of the denominator
        assertThat(state.tokensToComplete()).isEqualTo(6);
    }

    private static Optional<AnswerGrammar.State> walk(String latex) {
        Optional<AnswerGrammar.State> state = Optional.of(AnswerGrammar.State.begin());
        for (String token : CanonicalForm.tokens(latex)) {
            state = state.flatMap(each -> each.after(token));
        }
        return state;
    }
}
