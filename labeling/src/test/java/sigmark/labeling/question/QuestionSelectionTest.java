package sigmark.labeling.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Questions by age, rule and labeler. */
class QuestionSelectionTest {
    private static final Instant MORNING = Instant.parse("2026-11-20T09:00:00Z");
    private static final List<Question> QUESTIONS = List.of(
            answered(question("a", 0, "L-10", "Park")),
            question("b", 3, "L-9", "Kim"),
            question("c", 1, "", "Park"),
            question("d", 2, "B-02", ""),
            question("e", 4, "L-9", "Kim"));

    @Test
    void ordersSayWhatComesFirst() {
        assertThat(ids(ordered(QuestionSelection.Order.OLDEST)))
                .as("open ones first")
                .containsExactly("c", "d", "b", "e", "a");
        assertThat(ids(ordered(QuestionSelection.Order.NEWEST))).containsExactly("e", "b", "d", "c", "a");
        assertThat(ids(ordered(QuestionSelection.Order.RULE)))
                .as("nine before ten, none last")
                .containsExactly("d", "b", "e", "a", "c");
        assertThat(ids(ordered(QuestionSelection.Order.LABELER))).containsExactly("b", "e", "c", "a", "d");
    }

    @Test
    void filtersHoldTogether() {
        QuestionSelection.Order oldest = QuestionSelection.Order.OLDEST;
        assertThat(ids(new QuestionSelection(oldest, Optional.of("L-9"), Optional.empty())))
                .containsExactly("b", "e");
        assertThat(ids(new QuestionSelection(oldest, Optional.empty(), Optional.of("Park"))))
                .containsExactly("c", "a");
        assertThat(ids(new QuestionSelection(oldest, Optional.of("L-9"), Optional.of("Park"))))
                .isEmpty();
    }

    @Test
    void choicesAreWhatQuestionsHave() {
        assertThat(QuestionSelection.rules(QUESTIONS)).containsExactly("B-02", "L-9", "L-10");
        assertThat(QuestionSelection.labelers(QUESTIONS)).containsExactly("Kim", "Park");
    }

    private static QuestionSelection ordered(QuestionSelection.Order order) {
        return new QuestionSelection(order, Optional.empty(), Optional.empty());
    }

    private static List<String> ids(QuestionSelection selection) {
        return selection.of(QUESTIONS).stream().map(Question::id).toList();
    }

    private static Question answered(Question question) {
        return question.answered(new Question.Answer("yes", "Lee", MORNING.plusSeconds(9_000)));
    }

    private static Question question(String id, int minutes, String rule, String labeler) {
        return new Question(
                id,
                "page",
                Optional.empty(),
                rule.isEmpty() ? Optional.empty() : Optional.of(rule),
                "Question " + id,
                "",
                Crop.NONE,
                false,
                labeler,
                MORNING.plusSeconds(60L * minutes),
                Optional.empty(),
                QuestionState.OPEN,
                Optional.empty(),
                OptionalInt.empty());
    }
}
