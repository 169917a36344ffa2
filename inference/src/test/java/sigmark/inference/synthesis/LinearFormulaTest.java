package sigmark.inference.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearFormulaTest {
    private final Typeface face = Typefaces.builtIn().all().get(0);

    @Test
    void setsASimpleFormulaInTheTextsOwnFont() {
        assertThat(LinearFormula.ink("x_{2}+1", face, 20)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x_", "x^", "x_\n", "x_{\\alpha}", "\\frac{1}{2}"})
    void leavesWhatItCannotSetToTheRenderer(String latex) {
        assertThat(LinearFormula.ink(latex, face, 20)).isEmpty();
    }
}
