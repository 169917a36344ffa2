package sigmark.labeling.guide.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.guide.GuideReader;
import sigmark.labeling.guide.GuideSource;
import sigmark.labeling.guide.ShippedGuide;
import sigmark.labeling.guide.example.ExampleGallery;

class QuizDrawTest {
    private final ExampleGallery gallery = new ExampleGallery();

    private static Guide guide(String rules) {
        return GuideReader.read(new GuideSource("rules:\n" + rules, Map.of("en", "# G\n## S\n### L-01 T\nx")))
                .guide();
    }

    @Test
    void aQuizOfTheGuideThatShipsAsksEachRuleOnceAndGoodAsOftenAsBad() {
        Guide shipped = GuideReader.read(ShippedGuide.source()).guide();
        Quiz quiz = QuizDraw.draw(shipped, 15, 7, gallery);
        assertThat(quiz.items()).hasSize(15);
        assertThat(quiz.items()).extracting(GuideExample::ruleId).doesNotHaveDuplicates();
        assertThat(quiz.items().stream().filter(GuideExample::good)).hasSizeBetween(7, 8);
        assertThat(QuizDraw.draw(shipped, 15, 7, gallery)).isEqualTo(quiz);
        assertThat(QuizDraw.draw(shipped, 15, 8, gallery)).isNotEqualTo(quiz);
    }

    @Test
    void anExampleThatItsRuleJudgesWronglyIsNeverAsked() {
        Guide guide = guide("- {id: L-01, severity: warning, check: empty, good: [x, ' '], bad: [' ', y]}");
        Quiz quiz = QuizDraw.draw(guide, 10, 1, gallery);
        assertThat(quiz.items()).extracting(GuideExample::id).containsExactlyInAnyOrder("L-01/good/1", "L-01/bad/1");
    }

    @Test
    void aRuleWithoutBothKindsIsNotAsked() {
        Guide guide = guide("- {id: L-01, severity: warning, good: [x]}");
        assertThat(QuizDraw.possible(guide)).isFalse();
        assertThat(QuizDraw.draw(guide, 10, 1, gallery).items()).isEmpty();
    }

    @Test
    void answersAreCountedAndMissedRulesNamedOnce() {
        Guide guide = guide("- {id: L-01, severity: warning, good: [x, y], bad: [a, b]}");
        Quiz quiz = Quiz.of(guide.rules().get(0).examples());
        for (boolean keeps : List.of(true, false, false, true)) {
            assertThat(quiz.current()).isPresent();
            quiz = quiz.answered(keeps);
        }
        assertThat(quiz.current()).isEmpty();
        assertThat(quiz.correct()).isEqualTo(2);
        assertThat(quiz.missed()).containsExactly("L-01");
    }
}
