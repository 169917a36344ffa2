package sigmark.inference.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.GreyImage;

class PageGeneratorTest {
    private final PageGenerator pages = new PageGenerator(Typefaces.builtIn(), new FormulaGrammar(Coverage.all()));

    @Test
    void theSameSeedGivesTheSamePage() {
        InkPage page = pages.page(5, 14);
        InkPage again = pages.page(5, 14);
        assertThat(again.image().pixels()).isEqualTo(page.image().pixels());
        assertThat(again.formulas()).isEqualTo(page.formulas());
        assertThat(pages.page(6, 14).formulas()).isNotEqualTo(page.formulas());
    }

    @Test
    void pagesHoldInlineAndDisplayFormulas() {
        int inline = 0;
        int display = 0;
        for (int seed = 0; seed < 6; seed++) {
            for (DrawnFormula formula : pages.page(seed, 14).formulas()) {
                inline += formula.kind() == FormulaKind.INLINE ? 1 : 0;
                display += formula.kind() == FormulaKind.DISPLAY ? 1 : 0;
            }
        }
        assertThat(inline).isGreaterThan(60);
        assertThat(display).isGreaterThan(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "\\frac{a+b}{\\sqrt{c}}",
                "\\sum_{k=1}^{n} k^{2}",
                "\\overline{\\mathrm{AB}}",
                "_{5}\\mathrm{C}_{2}"
            })
    void inkLiesInTheBoxAndTouchesAllItsSides(String latex) {
        PageCanvas canvas = new PageCanvas(300, 200, Color.WHITE);
        FormulaInk ink = FormulaInk.of(latex, true, 24).orElseThrow();
        canvas.formula(latex, FormulaKind.DISPLAY, ink, 100.4, 99.7, Color.BLACK);
        InkPage page = canvas.finish();
        assertThat(page.formulas()).singleElement().satisfies(formula -> assertThat(formula.box())
                .isEqualTo(hull(page.image().grey(), 255 - FormulaInk.FAINTEST)));
    }

    @Test
    void aFormulaTakenAwayChangesNothingOutsideItsBox() {
        InkPage with = print("값은 $x+a$이다.");
        InkPage without = print("값은 이다.");
        Box box = with.formulas().get(0).box();
        GreyImage a = with.image().grey();
        GreyImage b = without.image().grey();
        for (int y = 0; y < a.height(); y++) {
            // What follows moves up to where the formula stood, and its first letter may lean out a little further.
            for (int x = 0; x < box.left() - 6; x++) {
                assertThat(a.at(x, y)).isEqualTo(b.at(x, y));
            }
        }
        assertThat(without.formulas()).isEmpty();
    }

    @Test
    void punctuationAfterADisplayStaysOutsideItsBox() {
        InkPage plain = print("$$ x=1 $$");
        InkPage ended = print("$$ x=1. $$");
        assertThat(ended.formulas()).isEqualTo(plain.formulas());
        assertThat(ended.image().pixels()).isNotEqualTo(plain.image().pixels());
    }

    @Test
    void equationNumbersStayOutsideBoxes() {
        List<DrawnFormula> numbered = print("$$ x=1 $$ (3)").formulas();
        assertThat(numbered).isEqualTo(print("$$ x=1 $$").formulas());
    }

    @Test
    void aCropKeepsWhatItShows() {
        InkPage page = pages.page(5, 14);
        DrawnFormula formula = page.formulas().get(0);
        int left = (int) formula.box().left() - 5;
        int top = (int) formula.box().top() - 7;
        InkPage crop = page.crop(
                left, top, (int) formula.box().width() + 10, (int) formula.box().height() + 14);
        assertThat(crop.formulas())
                .contains(new DrawnFormula(
                        formula.latex(), formula.kind(), formula.box().translate(-left, -top)));
    }

    static InkPage print(String... lines) {
        Typeface face = Typefaces.builtIn().all().get(0);
        PageTheme theme = new PageTheme(
                600,
                400,
                40,
                40,
                1,
                face,
                20,
                1.5,
                0,
                false,
                false,
                false,
                Color.WHITE,
                Color.BLACK,
                Color.BLACK,
                "",
                "");
        return new Typesetter(theme, new Random(1)).set(BlockMarkup.parse(List.of(lines)));
    }

    /** Box of all pixels at most this bright. */
    static Box hull(GreyImage image, int brightest) {
        int left = image.width();
        int top = image.height();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                if (image.at(x, y) <= brightest) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return new Box(left, top, right, bottom);
    }
}
