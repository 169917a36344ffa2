package sigmark.inference.latex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalFormTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '"',
            textBlock =
                    """
                    \\frac12+\\sqrt2                                  => \\frac{1}{2}+\\sqrt{2}
                    x'^2_1                                            => x_{1}^{\\prime2}
                    f''                                               => f^{\\prime\\prime}
                    x^{'}                                             => x^{\\prime}
                    x^2_1                                             => x_{1}^{2}
                    x^{a}^{b}                                         => x^{a}{}^{b}
                    {x_1}^2                                           => {x_{1}}^{2}
                    {ab}_c                                            => ab_{c}
                    {}^{t}A                                           => {}^{t}A
                    ^{t}A                                             => {}^{t}A
                    R^{a}{}_{b}                                       => R^{a}{}_{b}
                    \\sum\\limits_{i=1}^{n}i                          => \\sum_{i=1}^{n}i
                    \\sum\\sp f_{j}                                   => \\sum_{j}^{f}
                    a \\leq b \\geq c \\neq d \\rightarrow e          => a\\le b\\ge c\\ne d\\to e
                    a \\leqslant b                                    => a\\leqslant b
                    \\lbrace x \\mid x > 0 \\rbrace                   => \\{x|x>0\\}
                    \\lVert x \\rVert \\vert y \\vert                 => \\|x\\||y|
                    1, \\dots, n ... \\dotsb                          => 1,\\ldots,n\\ldots\\cdots
                    x \\coloneqq y                                    => x:=y
                    \\not= \\not\\in \\not\\sim                       => \\ne\\notin\\not\\sim
                    30° ≤ α − β                                       => 30^{\\circ}\\le\\alpha-\\beta
                    a \\equiv b \\pmod{n}                             => a\\equiv b(\\bmod n)
                    \\operatorname{sin} x + \\mathrm{sin} x           => \\sin x+\\sin x
                    \\mathop{\\rm arg\\,max}_{x}                      => \\mathrm{argmax}_{x}
                    {\\bf x}_{\\rm eff}                               => \\mathbf{x}_{\\mathrm{eff}}
                    {\\cal L} \\frak g \\Bbb R                        => \\mathcal{L}\\mathfrak{g}\\mathbb{R}
                    \\mathrm{a}\\mathrm{b}                            => \\mathrm{ab}
                    \\mbox{\\boldmath $\\alpha$}                      => \\boldsymbol{\\alpha}
                    A_{\\text{eff}}                                   => A_{\\mathrm{eff}}
                    x=\\textrm{the  rate of} y                        => x=\\text{the rate of}y
                    \\text{if $x>0$}                                  => \\text{if }x>0
                    \\text{속력} = \\frac{\\text{이동 거리}}{t}       => \\text{속력}=\\frac{\\text{이동 거리}}{t}
                    가나 한^2                                         => 가나한^{2}
                    \\left( \\frac{a}{b} \\right)^2                   => (\\frac{a}{b})^{2}
                    \\left. x \\right|_{a}                            => x|_{a}
                    \\bigl\\langle x \\bigr> \\left< y \\right>       => \\langle x\\rangle\\langle y\\rangle
                    a \\qquad b \\, c \\; d \\hspace{1cm} e           => a\\quad\\quad bcde
                    \\displaystyle\\dfrac ab                          => \\frac{a}{b}
                    {a \\over b} {n \\choose k} {a \\atop b}          => \\frac{a}{b}\\binom{n}{k}\\substack{a\\\\b}
                    \\root 3 \\of x                                   => \\sqrt[3]{x}
                    \\begin{align*} a &= b \\\\ &= c \\nonumber \\\\ \\end{align*} => \\begin{aligned}a&=b\\\\&=c\\end{aligned}
                    \\begin{eqnarray} a &=& b \\\\ &=& c \\end{eqnarray} => \\begin{aligned}a&=b\\\\&=c\\end{aligned}
                    \\left(\\begin{array}{cc} a & b \\\\[3pt] c & d \\end{array}\\right) => \\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}
                    \\pmatrix{a & b \\cr c & d \\cr}                  => \\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}
                    \\left\\{ \\begin{array}{ll} 1 & x \\\\ 0 & y \\end{array} \\right. => \\begin{cases}1&x\\\\0&y\\end{cases}
                    \\begin{array}{l@{}|*{2}{c}} a & b \\end{array}   => \\begin{array}{l|cc}a&b\\end{array}
                    \\begin{smallmatrix} a \\\\ b \\end{smallmatrix}  => \\begin{matrix}a\\\\b\\end{matrix}
                    E = mc^2 \\label{eq:1} \\tag{3}                   => E=mc^{2}
                    $x$                                               => x
                    50%                                               => 50\\%
                    \\frac{a}{b                                       => \\frac{a}{b}
                    } a \\end{x} b                                    => ab
                    \\foo x                                           => \\foo x
                    """)
    void writesOneSpelling(String latex, String canonical) {
        assertThat(CanonicalForm.of(latex)).isEqualTo(canonical);
        assertThat(CanonicalForm.of(canonical)).isEqualTo(canonical);
    }

    @Test
    void aBlankInWordsIsATokenOfItsOwn() {
        assertThat(CanonicalForm.tokens("\\text{a b}")).containsExactly("\\text", "{", "a", "\\ ", "b", "}");
        assertThat(CanonicalForm.tokens("a\\ b")).containsExactly("a", "b");
    }

    @Test
    void anEnvironmentIsOneTokenAtEachEnd() {
        assertThat(CanonicalForm.tokens("\\begin {array} {r} a\\\\ b\\end{array}"))
                .containsExactly("\\begin{array}", "{", "r", "}", "a", "\\\\", "b", "\\end{array}");
    }

    @Test
    void emptyStaysEmpty() {
        assertThat(CanonicalForm.tokens("")).isEmpty();
        assertThat(CanonicalForm.of(" \\, {} $$ ")).isEmpty();
    }

    @Property(tries = 3000)
    void isIdempotentAndNeverFails(@ForAll("soup") String latex) {
        List<String> once = CanonicalForm.tokens(latex);
        assertThat(CanonicalForm.tokens(CanonicalForm.join(once))).isEqualTo(once);
    }

    @Property(tries = 1000)
    void anyTextIsDefined(@ForAll String text) {
        List<String> once = CanonicalForm.tokens(text);
        assertThat(CanonicalForm.tokens(CanonicalForm.join(once))).isEqualTo(once);
    }

    @Provide
    Arbitrary<String> soup() {
        String[] pieces =
                ("{ } { } _ ^ ' \\frac \\sqrt [ ] \\left \\right ( ) . | \\{ \\} \\over \\rm \\bf \\text{ \\mathrm{ \\mbox{"
                                + " & \\\\ \\begin{array}{cc} \\end{array} \\begin{matrix} \\end{matrix} \\begin{aligned} \\end{aligned}"
                                + " \\quad \\, \\not = \\in x 1 a s i n $ % * 3pt ~ \\  가 \\operatorname \\big \\limits \\hline"
                                + " \\begin{cases} \\end{cases} \\substack \\pmatrix \\cr \\choose \\label \\kern \\mathop \\binom \\prime")
                        .split(" ");
        return Arbitraries.of(pieces)
                .flatMap(p -> Arbitraries.of(p, p + " "))
                .list()
                .ofMaxSize(25)
                .map(list -> String.join("", list));
    }

    @Test
    void hostileNestingIsSplitIntoTokens() {
        String deep = "{".repeat(20_000) + "x" + "}".repeat(20_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertThat(CanonicalForm.tokens(deep)).hasSize(40_001);
            assertThat(CanonicalForm.tokens("\\sqrt".repeat(10_000))).hasSize(10_000);
            assertThat(CanonicalForm.tokens("\\sqrt[".repeat(10_000))).hasSize(40_000);
            assertThat(CanonicalForm.tokens("\\begin{array}{c}".repeat(20_000))).isNotEmpty();
            assertThat(CanonicalForm.tokens("x_1^2 ".repeat(10_000))).hasSize(90_000);
        });
    }
}
