package sigmark.inference.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scilab.forge.jlatexmath.TeXFormula;

class FormulaGrammarTest {
    @Test
    void theSameSeedGivesTheSameFormulas() {
        FormulaGrammar grammar = new FormulaGrammar(Coverage.all());
        assertThat(draw(200, 7, grammar::display)).isEqualTo(draw(200, 7, grammar::display));
        assertThat(draw(200, 7, grammar::display)).isNotEqualTo(draw(200, 8, grammar::display));
    }

    @ParameterizedTest
    @EnumSource(FormulaTopic.class)
    void everyTopicGivesFormulasThatTypeset(FormulaTopic topic) {
        FormulaGrammar grammar = new FormulaGrammar(Coverage.only(topic));
        if (topic != FormulaTopic.LETTERS) {
            assertTypeset(draw(300, 1, grammar::display));
        }
        assertTypeset(draw(300, 2, grammar::inline));
    }

    @Test
    void formulasAreVaried() {
        FormulaGrammar grammar = new FormulaGrammar(Coverage.all());
        assertThat(new HashSet<>(draw(1000, 3, grammar::display))).hasSizeGreaterThan(700);
        assertThat(new HashSet<>(draw(1000, 3, grammar::letter))).hasSizeGreaterThan(50);
    }

    @Test
    void aTopicOfWeightZeroNeverComes() {
        FormulaGrammar grammar = new FormulaGrammar(Coverage.university());
        assertThat(draw(2000, 4, grammar::display)).noneMatch(latex -> latex.contains("\\text{소금물"));
    }

    @Test
    void nestingStaysWithinReason() {
        FormulaGrammar grammar = new FormulaGrammar(Coverage.all().withDepth(12));
        assertThat(draw(2000, 5, grammar::display)).allMatch(latex -> latex.length() < 1500);
    }

    @Test
    void coverageRefusesWeightsThatSumToNothing() {
        assertThatThrownBy(() -> new Coverage(Map.of(FormulaTopic.SETS, 0.0), 6))
                .hasMessageContaining("weight 0");
    }

    @Test
    void aRuleThatIsMissingIsNamed() {
        assertThatThrownBy(() -> GrammarRules.parse("@inline\na").alternatives("nothing"))
                .hasMessageContaining("<nothing>");
    }

    private static void assertTypeset(List<String> formulas) {
        for (String latex : formulas) {
            String plain = latex.replaceAll("[\uac00-\ud7a3]", "k");
            assertThat(new TeXFormula(plain).createTeXIcon(0, 20).getIconWidth())
                    .as(latex)
                    .isPositive();
        }
    }

    private static List<String> draw(int count, long seed, Function<Random, String> source) {
        Random random = new Random(seed);
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drawn.add(source.apply(random));
        }
        return drawn;
    }

    @Test
    void koreanWordsAreManyAndDistinct() {
        List<String> words = Resources.text("words-ko.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(words)
                .hasSizeGreaterThanOrEqualTo(300)
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("[가-힣]+( [가-힣]+)*"));
    }

    @Test
    void researchFormulasHaveNoScriptTwiceAndNoOpenRule() {
        FormulaGrammar grammar = new FormulaGrammar(Coverage.only(FormulaTopic.RESEARCH));
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            assertThat(grammar.display(random)).doesNotContain("<lead>").doesNotContain("}^{4}^{");
        }
    }
}
