package sigmark.inference.latex.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sigmark.inference.latex.render.FormulaImage;
import sigmark.inference.latex.render.FormulaRenderer;
import sigmark.inference.latex.render.RenderStyle;
import sigmark.inference.synthesis.Coverage;
import sigmark.inference.synthesis.FormulaGrammar;

class TidyFormTest {
    private static final FormulaGrammar GRAMMAR = new FormulaGrammar(Coverage.university());

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '"',
            value = {
                "x ^ 2 _ 1 # x_{1}^{2}",
                "\\frac12 + \\sqrt  x # \\frac{1}{2}+\\sqrt{x}",
                "$ a \\leq b $ # a\\le b",
                "\\[x\\neq y\\] # x\\ne y",
                "f^{\\prime} (x) # f'(x)",
                "x^{{2}} # x^{2}",
                "\\text{if   it  is} # \\text{if it is}",
                "\\alpha   b # \\alpha b",
                "\\alpha 1 # \\alpha1",
                "\\left( x \\right) # \\left(x\\right)",
                "x_{1} # x_{1}"
            })
    void spellsMoreCleanly(String latex, String tidy) {
        assertThat(TidyForm.of(latex)).isEqualTo(tidy);
    }

    @ParameterizedTest
    @CsvSource({"\\frac{", "\\undefinedthing x", "x^2^3"})
    void leavesWhatCannotBeDrawn(String latex) {
        assertThat(TidyForm.of(TidyForm.of(latex))).isEqualTo(TidyForm.of(latex));
    }

    @Property(tries = 120)
    void drawnFormulasKeepTheirPixelsAndASecondTurnChangesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        check(loosened(GRAMMAR.display(random), random));
    }

    @Property(tries = 120)
    void anyTextKeepsItsPixels(
            @ForAll
                    @StringLength(max = 24)
                    @Chars({'\\', '{', '}', '^', '_', '&', '$', '%', '\'', ' ', '\n', '+'})
                    @CharRange(from = 'a', to = 'c')
                    String latex) {
        check(latex);
    }

    private static void check(String latex) {
        String tidy = TidyForm.of(latex);
        assertThat(TidyForm.of(tidy)).isEqualTo(tidy);
        Optional<FormulaImage> before =
                FormulaRenderer.render(latex, RenderStyle.BLACK_20).image();
        Optional<FormulaImage> after =
                FormulaRenderer.render(tidy, RenderStyle.BLACK_20).image();
        assertThat(after.isPresent()).isEqualTo(before.isPresent());
        before.ifPresent(image -> assertThat(
                        Arrays.equals(image.argb(), after.orElseThrow().argb()))
                .as("%s and %s", latex, tidy)
                .isTrue());
    }

    /** The same formula as a hurried hand would spell it. */
    private static String loosened(String latex, Random random) {
        String loose = latex.replace("\\le ", "\\leq ").replace("\\to ", "\\rightarrow ");
        return random.nextBoolean() ? loose.replace("{2}", "2").replace("+", " + ") : "$ " + loose + " $";
    }
}
