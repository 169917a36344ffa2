package sigmark.labeling.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.labeling.edit.Author;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.QuestionStore;

/** Questions are kept, found again by words and by formula, and answered. */
class QuestionStoreTest {
    private static final Instant ASKED = Instant.parse("2026-11-20T09:00:00Z");

    @TempDir
    Path folder;

    @Test
    void similarQuestionsAreFoundByKoreanWordsAndByStructure() {
        try (ProjectStore store = ProjectStore.create(folder, "p", new Author("H. Lee"))) {
            QuestionStore questions = new QuestionStore(store);
            questions.put(List.of(
                    question("q1", "쉼표 다음의 조건은 상자에 넣나요?", "\\sum_{k=0}^{n}r^{k},\\quad r\\ne 1"),
                    question("q2", "Does a limit's arrow belong to the box?", "\\lim_{x\\to 0}f(x)"),
                    question("q3", "표의 단위는 수식인가요?", "")));
            assertThat(ids(questions.similar("쉼표를 상자에 넣는지", "", 2))).startsWith("q1");
            assertThat(ids(questions.similar("limits", "\\lim_{t\\to 1}g(t)", 3)))
                    .startsWith("q2");
            assertThat(ids(questions.similar("arrow", "", 3))).containsExactly("q2");
            assertThat(questions.similar("완전히 다른 이야기", "\\binom{7}{3}", 3)).isEmpty();
            assertThat(questions.similar("\" OR 1 * NEAR(", "\\\"", 3)).isEmpty();
            assertThat(questions.search("단위").stream().map(Question::id)).containsExactly("q3");
        }
    }

    @Test
    void answersAreKeptAndTheMedianIsTold() {
        try (ProjectStore store = ProjectStore.create(folder, "p", new Author("H. Lee"))) {
            QuestionStore questions = new QuestionStore(store);
            questions.put(List.of(question("q1", "first", "x"), question("q2", "second", "y")));
            assertThat(questions.answer("q2", "yes").answer().orElseThrow().person())
                    .isEqualTo("H. Lee");
            assertThat(questions.inGuide("q2", 3).state()).isEqualTo(QuestionState.IN_GUIDE);
            assertThat(questions.list()).extracting(Question::id).containsExactly("q1", "q2");
            Question known = questions.find("q2").orElseThrow();
            questions.put(List.of(question("q2", "second", "y")));
            assertThat(questions.find("q2"))
                    .as("an open copy takes no answer away")
                    .contains(known);
        }
        Question late = question("a", "a", "").answered(new Question.Answer("x", "L", ASKED.plusSeconds(7200)));
        Question soon = question("b", "b", "").answered(new Question.Answer("x", "L", ASKED.plusSeconds(60)));
        assertThat(QuestionFigures.of(List.of(late, soon, question("c", "c", "")))
                        .medianToAnswer())
                .contains(Duration.ofMinutes(1));
    }

    private static List<String> ids(List<SimilarQuestion> found) {
        return found.stream().map(each -> each.question().id()).toList();
    }

    private static Question question(String id, String text, String latex) {
        return new Question(
                id,
                "page",
                Optional.of("region"),
                Optional.empty(),
                text,
                latex,
                Crop.NONE,
                false,
                "A. Kim",
                ASKED,
                Optional.empty(),
                QuestionState.OPEN,
                Optional.empty(),
                OptionalInt.empty());
    }
}
