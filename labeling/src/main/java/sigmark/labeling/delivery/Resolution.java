package sigmark.labeling.delivery;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How conflicts are solved: one by one by region id, the others by a rule; with {@link Rule#ASK} they stay open.
 *
 * @param choices side by region id
 */
public record Resolution(Rule rule, Map<String, Side> choices) {
    /** Nothing is decided yet. */
    public static final Resolution ASK = new Resolution(Rule.ASK, Map.of());

    /** Whose state of a region is taken. */
    public enum Side {
        OURS,
        THEIRS
    }

    /** What holds for conflicts that nobody decided one by one. */
    public enum Rule {
        ASK,
        OURS,
        THEIRS,
        /** Whoever changed the region last. */
        NEWER;

        /** The rule of that word, in any case. */
        public static Optional<Rule> ofWord(String word) {
            for (Rule rule : values()) {
                if (rule.name().equalsIgnoreCase(word)) {
                    return Optional.of(rule);
                }
            }
            return Optional.empty();
        }

        /** The word on the command line and in message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Resolution {
        choices = Map.copyOf(choices);
    }

    /** The side that is taken; empty while undecided. */
    public Optional<Side> side(Conflict conflict) {
        Side chosen = choices.get(conflict.regionId());
        if (chosen != null) {
            return Optional.of(chosen);
        }
        return switch (rule) {
            case ASK -> Optional.empty();
            case OURS -> Optional.of(Side.OURS);
            case THEIRS -> Optional.of(Side.THEIRS);
            case NEWER -> Optional.of(theirsIsNewer(conflict) ? Side.THEIRS : Side.OURS);
        };
    }

    /** A deletion bears no date; a change outlives it. */
    private static boolean theirsIsNewer(Conflict conflict) {
        if (conflict.ours().isEmpty() || conflict.theirs().isEmpty()) {
            return conflict.theirs().isPresent();
        }
        return conflict.theirs()
                .get()
                .provenance()
                .changedAt()
                .isAfter(conflict.ours().get().provenance().changedAt());
    }
}
