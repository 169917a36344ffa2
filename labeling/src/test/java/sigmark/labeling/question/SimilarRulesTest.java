package sigmark.labeling.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideReader;
import sigmark.labeling.guide.ShippedGuide;

/** The rules of the guide that ships are found by what somebody asks, in both languages, and by formula. */
class SimilarRulesTest {
    private static SimilarRules rules;

    @BeforeAll
    static void read() {
        rules = SimilarRules.of(GuideReader.read(ShippedGuide.source()).guide());
    }

    @Test
    void rulesAreFoundByWordsOfBothLanguages() {
        assertThat(ids("Does the number of the equation stay in the box?", "")).contains("B-04");
        assertThat(ids("식 번호도 상자에 넣나요?", "")).contains("B-04");
        assertThat(ids("Are bullets formulas?", "")).startsWith("F-10");
        assertThat(ids("화학식도 라벨링합니까?", "")).startsWith("F-06");
        assertThat(ids("L-22", "")).as("a rule's own id").isNotEmpty();
    }

    @Test
    void rulesAreFoundByTheStructureOfTheFormula() {
        assertThat(ids("", "\\begin{pmatrix} p & q \\\\ r & s \\end{pmatrix}")).contains("L-22");
        assertThat(ids("", "g(t)=\\begin{cases} t & t>0 \\\\ -t & t\\le 0 \\end{cases}"))
                .contains("L-24");
    }

    @Test
    void nothingIsOfferedForWordsThatNoRuleHasOrForNoGuide() {
        assertThat(ids("", "")).isEmpty();
        assertThat(ids("zzyzx qwertz", "")).isEmpty();
        assertThat(SimilarRules.NONE.like("box", "x^{2}", 3)).isEmpty();
        assertThat(SimilarRules.of(Guide.EMPTY).like("box", "", 3)).isEmpty();
    }

    private static List<String> ids(String text, String latex) {
        return rules.like(text, latex, 3).stream().map(each -> each.rule().id()).toList();
    }
}
