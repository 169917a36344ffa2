package sigmark.inference.latex.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlyphLayoutTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    x+\\alpha                       => x + \\alpha
                    \\frac{a}{b}                    => a \\rule b
                    \\sqrt{x}                       => \\sqrt \\rule x
                    x_{1}^{\\prime}                 => x \\prime 1
                    \\mathcal{L}\\mathbb{R}         => L R
                    \\sin x                         => s i n x
                    \\left(\\frac{a}{b}\\right)     => ( a \\rule b )
                    \\hat{x}                        => \\hat x
                    \\sum_{i}^{n}                   => n \\sum i
                    각x난                           => 각 x 난
                    a\\le b\\to\\infty              => a \\le b \\to \\infty
                    """)
    void namesEveryVisibleThing(String latex, String tokens) {
        List<String> names = FormulaRenderer.layout(latex).glyphs().stream()
                .map(Glyph::token)
                .toList();
        assertThat(String.join(" ", names)).isEqualTo(tokens);
    }

    @Test
    void boxesLieWhereTheInkIs() {
        List<Glyph> glyphs = FormulaRenderer.layout("\\frac{a}{b}").glyphs();
        Glyph upper = glyphs.get(0);
        Glyph bar = glyphs.get(1);
        Glyph lower = glyphs.get(2);
        assertThat(upper.bottom()).isLessThan(bar.top());
        assertThat(lower.top()).isGreaterThan(bar.bottom());
        assertThat(upper.right() - upper.left()).isBetween(0.3, 0.7);
        assertThat(bar.left()).isLessThan(upper.left());
    }

    @Test
    void aTallDelimiterIsOneGlyph() {
        String rows = "a\\\\".repeat(7) + "a";
        GlyphLayout layout = FormulaRenderer.layout("\\left(\\begin{matrix}" + rows + "\\end{matrix}\\right)");
        assertThat(layout.glyphs())
                .extracting(Glyph::token)
                .filteredOn(t -> t.equals("(") || t.equals(")"))
                .hasSize(2);
        Glyph open = layout.glyphs().get(0);
        assertThat(open.bottom() - open.top()).isGreaterThan(6);
    }

    @Test
    void saysWhatItCouldNotLayOut() {
        assertThat(FormulaRenderer.layout("\\foo x").issues()).isNotEmpty();
        assertThat(FormulaRenderer.layout("{".repeat(100)).glyphs()).isEmpty();
    }
}
