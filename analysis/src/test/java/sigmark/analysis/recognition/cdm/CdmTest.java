package sigmark.analysis.recognition.cdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CdmTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "\\frac{a}{\\sqrt[3]{b}} + \\hat{x}_1^2",
                "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}",
                "\\iint_D \\binom{n}{k} \\ne 0",
                "\\overbrace{a+b}^{n}"
            })
    void aFormulaMatchesItselfWhole(String latex) {
        assertThat(Cdm.score(latex, latex).f1()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "y = 2z + 3x; y = 2x + 3z; 0.714",
                "a \\to b; a \\rightarrow b; 1",
                "\\sin x; \\mathrm{sin} x; 1",
                "\\frac{1}{2}; 1/2; 0.333",
                "{n \\choose k}; \\binom{n}{k}; 1",
                "\\max_{x} f; \\operatorname{max}_{x} f; 1",
                "x_2; x^2; 1",
                "x y z; z y x; 0.667"
            })
    void scoresAsTheReferenceProgramDoes(String truth, String prediction, double f1) {
        assertThat(Cdm.score(truth, prediction).f1()).isEqualTo(f1);
    }

    @Test
    void countsFromBothSides() {
        CdmScore score = Cdm.score("ab", "abc");

        assertThat(score.recall()).isEqualTo(1);
        assertThat(score.precision()).isEqualTo(0.667);
        assertThat(score.f1()).isEqualTo(0.8);
    }

    @Test
    void nothingAgainstSomethingScoresZero() {
        assertThat(Cdm.score("x", "").f1()).isZero();
        assertThat(Cdm.score("", "x").f1()).isZero();
    }

    @Test
    void whatCannotBeLaidOutScoresZero() {
        String deep = "{".repeat(100_000) + "x" + "}".repeat(100_000);

        assertThat(Cdm.drawing(deep)).isEmpty();
        assertThat(Cdm.score("x", deep).f1()).isZero();
        assertThat(Cdm.score("", deep).f1()).isZero();
    }

    @Test
    void tokensComeInTheOrderOfTheLatexAndUnderItsNames() {
        assertThat(tokens("\\frac{a}{b}")).containsExactly("\\frac", "a", "b");
        assertThat(tokens("\\sum_{i}^{n} \\overrightarrow{MD}"))
                .containsExactly("\\sum", "i", "n", "\\overrightarrow", "M", "D");
        assertThat(tokens("\\big( \\mathit{\\Gamma} \\big)")).containsExactly("(", "\\Gamma", ")");
        assertThat(tokens("\\ddddot{x} \\ne \\iint")).containsExactly("\\ddddot", "x", "\\ne", "\\iint");
    }

    @Test
    void wideAccentsAndLinesKeepTheirNames() {
        assertThat(tokens("\\widetilde{x} + \\widehat{y}")).containsExactly("\\widetilde", "x", "+", "\\widehat", "y");
        assertThat(tokens("\\overline{a} + \\underline{b}"))
                .containsExactly("\\overline", "a", "+", "\\underline", "b");
        assertThat(tokens("\\underline{a} + \\overline{b}"))
                .containsExactly("\\underline", "a", "+", "\\overline", "b");
    }

    @Test
    void linesOfTablesAreNoTokens() {
        String table = "\\begin{array}{|c|} \\hline a \\\\ \\hline b \\\\ \\hline \\end{array}";

        assertThat(tokens(table)).containsExactly("a", "b");
        assertThat(tokens("\\overline{x}" + table)).containsExactly("\\overline", "x", "a", "b");
        assertThat(tokens("\\frac{1}{2}" + table)).containsExactly("\\frac", "1", "2", "a", "b");
    }

    @Test
    void fullWidthPunctuationCountsBesideWordsOnly() {
        assertThat(tokens("x\uff0cy")).containsExactly("x", "y");
        assertThat(tokens("가\uff0c나")).containsExactly("가", ",", "나");
    }

    @Test
    void anEnvironmentSpelledWithBlanksIsNotLaidOut() {
        assertThat(Cdm.drawing("\\begin { a r r a y } { c } a \\end { a r r a y }"))
                .isEmpty();
        assertThat(tokens("\\begin { array } { c } a \\end { array }")).containsExactly("a");
    }

    private static List<String> tokens(String latex) {
        return Cdm.drawing(latex).orElseThrow().boxes().stream()
                .map(CdmBox::token)
                .toList();
    }
}
