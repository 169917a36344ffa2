package sigmark.inference.latex.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters typed as they are, without the command for them; the text fonts of GPL licence are not needed for any. */
class UnicodeLettersTest {
    @ParameterizedTest
    @ValueSource(strings = {"α+β=γ", "Δx", "\\text{α 값}", "\\mathrm{Ω}", "넓이=πr^2", "\\text{привет}"})
    void areDrawn(String latex) {
        Rendering rendering = FormulaRenderer.render(latex, RenderStyle.BLACK_20);
        assertThat(rendering.issues()).isEmpty();
        assertThat(rendering.image()).isPresent();
    }

    @Test
    void aCodePointOutsideOfAllBlocksIsNamedAndDrawnAsASquare() {
        Rendering rendering = FormulaRenderer.render("x\u2fe0", RenderStyle.BLACK_20);
        assertThat(rendering.issues()).singleElement().satisfies(issue -> assertThat(issue.code())
                .isEqualTo("latex.no-glyph"));
        assertThat(rendering.image()).isPresent();
    }
}
