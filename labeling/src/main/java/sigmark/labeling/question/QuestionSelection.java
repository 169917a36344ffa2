package sigmark.labeling.question;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which questions are looked at, and in which order.
 *
 * @param rule only questions about this rule; empty for all
 * @param labeler only what this one asked; empty for all
 */
public record QuestionSelection(Order order, Optional<String> rule, Optional<String> labeler) {
    /** All of them, by age. */
    public static final QuestionSelection ALL = new QuestionSelection(Order.OLDEST, Optional.empty(), Optional.empty());

    /** What comes first; questions that are alike in it are in the order of age. */
    public enum Order {
        /** Open ones before all others, each group from old to new. */
        OLDEST,
        NEWEST,
        /** By the rule's section and number; those about no rule come last. */
        RULE,
        /** By the name of who asked; those whose asker is not told come last. */
        LABELER;

        /** The word in message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Comparator<String> BY_RULE = Comparator.<String, String>comparing(rule -> rule.split("-")[0])
            .thenComparing(rule -> rule.replaceFirst("^[^-]*-?", ""), Comparator.comparingInt(String::length))
            .thenComparing(Comparator.naturalOrder());

    /** Those of the questions that are looked at, in their order. */
    public List<Question> of(List<Question> questions) {
        return questions.stream()
                .filter(each -> rule.isEmpty() || each.rule().equals(rule))
                .filter(each -> labeler.isEmpty() || each.askedBy().equals(labeler.get()))
                .sorted(comparator())
                .toList();
    }

    private Comparator<Question> comparator() {
        Comparator<Question> byAge = Comparator.<Question, Boolean>comparing(each -> each.state() != QuestionState.OPEN)
                .thenComparing(Question::askedAt);
        return switch (order) {
            case OLDEST -> byAge;
            case NEWEST -> Comparator.comparing(Question::askedAt).reversed();
            case RULE ->
                Comparator.<Question, Boolean>comparing(each -> each.rule().isEmpty())
                        .thenComparing(each -> each.rule().orElse(""), BY_RULE)
                        .thenComparing(byAge);
            case LABELER ->
                Comparator.<Question, Boolean>comparing(each -> each.askedBy().isEmpty())
                        .thenComparing(Question::askedBy)
                        .thenComparing(byAge);
        };
    }

    /** The rules that some question is about, in their order. */
    public static List<String> rules(List<Question> questions) {
        return questions.stream()
                .flatMap(each -> each.rule().stream())
                .distinct()
                .sorted(BY_RULE)
                .toList();
    }

    /** The names of those who asked, sorted. */
    public static List<String> labelers(List<Question> questions) {
        return questions.stream()
                .map(Question::askedBy)
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
