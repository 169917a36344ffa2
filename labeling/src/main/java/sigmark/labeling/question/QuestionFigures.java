package sigmark.labeling.question;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How questions are served.
 *
 * @param medianToAnswer from asking to answering, over answered ones; the lower middle of an even number
 */
public record QuestionFigures(int open, int answered, int inGuide, Optional<Duration> medianToAnswer) {
    public static QuestionFigures of(List<Question> questions) {
        List<Duration> times = questions.stream()
                .flatMap(question ->
                        question.answer().map(answer -> Duration.between(question.askedAt(), answer.at())).stream())
                .sorted()
                .toList();
        return new QuestionFigures(
                count(questions, QuestionState.OPEN),
                count(questions, QuestionState.ANSWERED),
                count(questions, QuestionState.IN_GUIDE),
                times.isEmpty() ? Optional.empty() : Optional.of(times.get((times.size() - 1) / 2)));
    }

    private static int count(List<Question> questions, QuestionState state) {
        return (int) questions.stream().filter(each -> each.state() == state).count();
    }
}
