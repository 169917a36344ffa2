package sigmark.inference.latex;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatexSyntaxTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    \\foo x                         => latex.unknown-command 0 4
                    \\def\\pi x                     => latex.refused-command 0 4
                    {a                              => latex.brace-open 0 1
                    a}                              => latex.brace-stray 1 2
                    \\frac{a}                       => latex.missing-argument 0 5
                    x^                              => latex.missing-argument 1 2
                    \\left( a                       => latex.left-without-right 0 5
                    a \\right)                      => latex.right-without-left 2 8
                    \\left a \\right)               => latex.missing-delimiter 0 5
                    \\begin{matrix} a               => latex.environment-open 0 14
                    a \\end{matrix}                 => latex.environment-stray 2 14
                    \\begin{matrix}a\\end{cases}    => latex.environment-mismatch 15 26
                    \\begin{foo}a\\end{foo}         => latex.unknown-environment 0 11
                    x^2^3                           => latex.double-script 3 4
                    a & b                           => latex.misplaced-alignment 2 3
                    """)
    void saysWhatIsWrongAndWhere(String latex, String expected) {
        assertThat(LatexSyntax.of(latex).problems())
                .extracting(p -> p.code() + " " + p.start() + " " + p.end())
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\frac12 + x_1^2 + f''_a + f'^{2}",
                "\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}",
                "\\left\\{ x \\middle| \\text{만약 $x>0$} \\right.",
                "\\sum\\limits_{i}^{n} \\operatorname*{argmax}_x \\sqrt[3]{x} \\label{a_b_c}",
                "50\\% % a comment } _\n x",
                "\\matrix{a & b \\cr c & d}"
            })
    void findsNothingWrong(String latex) {
        assertThat(LatexSyntax.of(latex).problems()).isEmpty();
    }

    @Test
    void givesTokensRoles() {
        LatexSyntax syntax = LatexSyntax.of("\\frac{x}1 & \\text{if} _ \\foo");
        assertThat(syntax.tokens().stream()
                        .map(token -> syntax.role(syntax.tokens().indexOf(token)))
                        .toList())
                .containsExactly(
                        TokenRole.COMMAND,
                        TokenRole.BRACE,
                        TokenRole.LETTER,
                        TokenRole.BRACE,
                        TokenRole.DIGIT,
                        TokenRole.ALIGNMENT,
                        TokenRole.COMMAND,
                        TokenRole.BRACE,
                        TokenRole.WORDS,
                        TokenRole.WORDS,
                        TokenRole.BRACE,
                        TokenRole.SCRIPT,
                        TokenRole.UNKNOWN);
    }

    @Test
    void refusesWhatNobodyCanFollow() {
        assertThat(LatexSyntax.of("{".repeat(61) + "x" + "}".repeat(61)).problems())
                .extracting(LatexProblem::code)
                .containsExactly("latex.too-deep");
        assertThat(LatexSyntax.of("{".repeat(100_000)).problems())
                .extracting(LatexProblem::code)
                .containsExactly("latex.too-long");
    }

    @Property(tries = 500)
    void readsAnyText(@ForAll String text) {
        LatexSyntax syntax = LatexSyntax.of(text);
        assertThat(syntax.problems()).allMatch(p -> p.end() <= text.length());
    }
}
