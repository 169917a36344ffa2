package sigmark.app.latex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sigmark.app.latex.TokenStyle.Span;

/** Colours, brackets and names: what the editor knows about a text. */
class LatexTextTest {
    @Test
    void tokensWearTheirMeaning() {
        assertThat(TokenStyle.spans("\\frac{12}x^\\text{cm 2}"))
                .containsExactly(
                        new Span(0, 5, "tex-command"),
                        new Span(5, 6, "tex-brace"),
                        new Span(6, 7, "tex-number"),
                        new Span(7, 8, "tex-number"),
                        new Span(8, 9, "tex-brace"),
                        new Span(10, 11, "tex-script"),
                        new Span(11, 22, "tex-text"));
    }

    @Test
    void unfinishedTextStyleEndsWithTheText() {
        assertThat(TokenStyle.spans("\\text{ab")).containsExactly(new Span(0, 8, "tex-text"));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"f(x)|2|1|3", "{a{b}}|4|2|4", "\\left(x\\right)|0|0|7", "\\begin{cases}a\\end{cases}|3|0|14"},
            delimiter = '|')
    void aBracketFindsItsPartner(String latex, int caret, int open, int close) {
        Brackets.Pair pair = Brackets.at(latex, caret).orElseThrow();
        assertThat(pair.open().start()).isEqualTo(open);
        assertThat(pair.close().start()).isEqualTo(close);
    }

    @Test
    void aLonelyBracketHasNone() {
        assertThat(Brackets.at("(x", 0)).isEmpty();
        assertThat(Brackets.at("", 0)).isEmpty();
    }

    @Test
    void completionOffersTheExactCommandFirst() {
        SymbolBook book = SymbolBook.shipped();
        assertThat(book.completing("\\in")).extracting(Candidate::command).startsWith("\\in", "\\int", "\\inf");
        assertThat(book.completing("\\nosuch")).isEmpty();
    }

    @Test
    void symbolsAreFoundByEitherLanguageAndByLatex() {
        SymbolBook book = SymbolBook.shipped();
        assertThat(book.search("절댓값")).extracting(Candidate::preview).contains("|x|");
        assertThat(book.search("absolute")).isNotEmpty();
        assertThat(book.search("sqrt").get(0).command()).isEqualTo("\\sqrt");
        assertThat(book.search(java.text.Normalizer.normalize("적분", java.text.Normalizer.Form.NFD)))
                .isNotEmpty();
        assertThat(book.search(" ")).isEmpty();
    }
}
