package sigmark.inference.latex.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sigmark.inference.latex.LatexCommands;
import sigmark.inference.latex.LatexProblem;

class FormulaRendererTest {
    private static Rendering render(String latex) {
        return FormulaRenderer.render(latex, RenderStyle.BLACK_20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\matrix{a & b\\cr c & d\\cr}",
                "\\pmatrix{a & b\\cr c & d}",
                "\\cases{x & y\\cr z & w}",
                "\\left\\lvert x \\right\\rvert \\bigl\\lVert y \\bigr\\rVert",
                "x \\coloneqq \\textup{m} \\textnormal{a} \\emph{b}",
                "a\\mkern3mu b\\enspace c\\>d\\hskip 1em e\\kern-2pt f",
                "a \\dotsm b \\nonumber \\label{eq:a_b} \\tag{3}",
                "\\sum\\sp{n}\\sb{i} \\hbox{ if } \\hbox to 2cm{x}",
                "\\mbox{\\boldmath $\\alpha$} + \\bm{x}",
                "\\begin{alignedat}{3} a &= b & c &= d \\\\ e &= f \\end{alignedat}",
                "\\begin{align*} a &= b \\\\[3pt] &= c \\end{align*}",
                "\\begin{eqnarray} a &=& b \\\\ &=& c \\end{eqnarray}",
                "\\begin{array}{l@{}|*{2}{c}} a & b & c \\\\ \\hline \\cline{1-2} d & e & f \\end{array}",
                "\\operatorname*{argmax}_{x} f(x) \\xmapsto[a]{b} \\xRightarrow{f}",
                "\\root 3 \\of x + \\buildrel a \\over b",
                "{\\cal L} + \\cal AB",
                "속력 = \\frac{\\text{이동 거리}}{\\text{걸린 시간}}",
                "\\text{만약 $x>0$이면} \\quad x_{\\text{최대}}",
                "α ≤ β × 3° → ∞",
                "$x$",
                "a \\\\ b",
                "50%",
                ""
            })
    void showsAllOfIt(String latex) {
        Rendering rendering = render(latex);
        assertThat(rendering.issues()).isEmpty();
        assertThat(rendering.image()).isPresent();
    }

    @Test
    void koreanLeavesInk() {
        FormulaImage blank = render("\\text{ }").image().orElseThrow();
        FormulaImage korean = render("\\text{각}").image().orElseThrow();
        assertThat(ink(korean)).isGreaterThan(ink(blank) + 50);
        assertThat(korean.argb())
                .isNotEqualTo(render("\\text{난}").image().orElseThrow().argb());
    }

    @Test
    void theInkHasTheColourAndTheBaselineLiesUnderTheLetter() {
        FormulaImage image = FormulaRenderer.render("H", new RenderStyle(60, 0xFF0000FF, true))
                .image()
                .orElseThrow();
        int lowest = IntStream.range(0, image.argb().length)
                .filter(i -> image.argb()[i] >>> 24 > 128)
                .peek(i -> assertThat(image.argb()[i] & 0xFFFFFF).isEqualTo(0x0000FF))
                .map(i -> i / image.width())
                .max()
                .orElseThrow();
        assertThat(image.baseline()).isBetween(lowest - 1, lowest + 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a + \\foo{b}",
                "\\frac{a}{b",
                "a \\right) b",
                "x^2^3",
                "\\frac{a}",
                "\u0378\u0379",
                "\\def\\a{\\a\\a}\\a"
            })
    void showsWhatItCanAndSaysWhatNot(String latex) {
        Rendering rendering = render(latex);
        assertThat(rendering.image()).isPresent();
        assertThat(rendering.issues()).isNotEmpty().allMatch(issue -> issue.end() <= latex.length());
    }

    @Test
    void bombsEndQuickly() {
        List<String> bombs = List.of(
                "\\def\\a{\\a\\a}\\a",
                "\\newcommand{\\a}{\\a\\a}\\a",
                "{".repeat(100_000) + "x" + "}".repeat(100_000),
                "\\rule{100000pt}{100000pt}",
                "\\begin{matrix}" + "a&".repeat(50_000) + "\\end{matrix}",
                "\\left(x\\middle|".repeat(40) + "\\right)".repeat(40),
                "{".repeat(40) + "x" + "\\choose y}".repeat(40),
                "\\left(\\frac{".repeat(25) + "x" + "}{y}\\right)".repeat(25),
                "\\undertilde{".repeat(40) + "x" + "}".repeat(40),
                "\\sqrt".repeat(3000),
                "\\begin{pmatrix}".repeat(50) + "\\end{pmatrix}".repeat(50),
                "x^".repeat(3000),
                "\\rule{499pt}{499pt}".repeat(300));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> bombs.forEach(bomb -> assertThat(render(bomb).complete())
                        .as(bomb.substring(0, 12))
                        .isFalse()));
    }

    @Test
    void everyKnownCommandIsShown() {
        List<String> notShown = LatexCommands.all().stream()
                .filter(command -> !render(example(command)).complete())
                .sorted()
                .toList();
        assertThat(notShown).isEmpty();
    }

    private static String example(String command) {
        return switch (command) {
            case "\\left" -> "\\left(x\\right)";
            case "\\right", "\\middle" -> "\\left(x\\middle|x\\right)";
            case "\\over", "\\choose", "\\atop", "\\brack", "\\brace" -> "{x" + command + " y}";
            case "\\above" -> "{x\\above 1pt y}";
            case "\\hskip", "\\kern", "\\mkern", "\\mskip", "\\vskip" -> "x" + command + "3pt y";
            case "\\hspace", "\\vspace" -> "x" + command + "{3pt}y";
            case "\\rule", "\\raisebox" -> command + "{1pt}{2pt}";
            case "\\genfrac" -> "\\genfrac{(}{)}{0pt}{}{a}{b}";
            case "\\of", "\\root" -> "\\root 3 \\of x";
            case "\\textcolor" -> "\\textcolor{red}{x}";
            case "\\multicolumn" -> "\\begin{array}{cc}\\multicolumn{2}{c}{x}\\\\a&b\\end{array}";
            case "\\hdotsfor" -> "\\begin{matrix}\\hdotsfor{2}\\\\a&b\\end{matrix}";
            case "\\hline", "\\cr", "\\hdots", "\\intertext" ->
                "\\begin{array}{c}a\\\\" + command + (command.equals("\\intertext") ? "{x}" : " ") + "b\\end{array}";
            case "\\sideset" -> "\\sideset{_a}{_b}\\sum";
            case "\\limits", "\\nolimits", "\\displaylimits" -> "\\sum" + command + "_a";
            case "\\shoveleft", "\\shoveright" -> "\\begin{multline}a\\\\" + command + "{b}\\\\c\\end{multline}";
            case "\\atopwithdelims", "\\overwithdelims" -> "{x" + command + "() y}";
            default -> command + "{x}".repeat(LatexCommands.arguments(command)) + " y";
        };
    }

    @Property(tries = 150)
    void drawsAnyText(@ForAll("soup") String latex) {
        Rendering rendering = FormulaRenderer.render(latex, new RenderStyle(10, 0xFF000000, false));
        assertThat(rendering.image().isPresent() || !rendering.issues().isEmpty())
                .isTrue();
    }

    @Provide
    Arbitrary<String> soup() {
        String[] pieces =
                ("{ } _ ^ ' \\frac \\sqrt [ ] \\left \\right ( ) . | \\over \\rm \\text{ \\mathrm{ & \\\\ \\begin{matrix}"
                                + " \\end{matrix} \\begin{array}{c} \\end{array} \\quad x 1 % 3pt 가 \\operatorname* \\big \\limits \\hline"
                                + " \\pmatrix \\choose \\label \\kern \\hspace \\binom $ \\xmapsto \\cal \\middle \\not \\root \\of 漢 \\foo")
                        .split(" ");
        return Arbitraries.of(pieces).list().ofMaxSize(15).map(list -> String.join(" ", list));
    }

    @Test
    void manyThreadsDrawTheSame() {
        int[] alone = render("\\frac{가}{b}+\\sqrt{x}").image().orElseThrow().argb();
        boolean same = IntStream.range(0, 40)
                .parallel()
                .allMatch(i -> Arrays.equals(
                        alone,
                        render("\\frac{가}{b}+\\sqrt{x}").image().orElseThrow().argb()));
        assertThat(same).isTrue();
    }

    @Test
    void problemsKnowTheirColumn() {
        LatexProblem problem = render("ab\\foo").issues().get(0);
        assertThat(problem.at("page 3").where()).isEqualTo("page 3:3");
    }

    private static long ink(FormulaImage image) {
        return Arrays.stream(image.argb()).filter(p -> p >>> 24 > 128).count();
    }
}
