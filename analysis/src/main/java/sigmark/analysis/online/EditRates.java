package sigmark.analysis.online;

import java.util.List;
import java.util.OptionalDouble;
import sigmark.analysis.statistics.Proportion;

/**
 * What users did with shown results.
 *
 * @param confirmed taken over by a deliberate act
 * @param silent looked at, nothing done
 * @param notSeen no evidence
 * @param severitySum summed over the edited ones: token edit distance over the longer of shown and final, 0 to 1 each
 */
public record EditRates(long edited, long confirmed, long silent, long notSeen, double severitySum) {
    /** What became of a shown result. */
    public enum Outcome {
        EDITED,
        CONFIRMED,
        SILENT,
        NOT_SEEN
    }

    /** One shown result; the severity counts only when it was edited. */
    public record Shown(Outcome outcome, double severity) {
        public Shown {
            if (!(severity >= 0 && severity <= 1)) {
                throw new IllegalArgumentException("a severity of %s is not between 0 and 1".formatted(severity));
            }
        }
    }

    /** Counts the results. */
    public static EditRates of(List<Shown> results) {
        long[] counts = new long[Outcome.values().length];
        double severity = 0;
        for (Shown shown : results) {
            counts[shown.outcome().ordinal()]++;
            severity += shown.outcome() == Outcome.EDITED ? shown.severity() : 0;
        }
        return new EditRates(counts[0], counts[1], counts[2], counts[3], severity);
    }

    public long shown() {
        return seen() + notSeen;
    }

    public long seen() {
        return edited + confirmed + silent;
    }

    public Proportion ofShown() {
        return new Proportion(edited, shown());
    }

    /** The lower bound of the true error rate among seen ones, if each edit mends an error. */
    public Proportion ofSeen() {
        return new Proportion(edited, seen());
    }

    /** Among those a user judged by an act. */
    public Proportion ofJudged() {
        return new Proportion(edited, edited + confirmed);
    }

    /** The upper bound of the error rate among seen ones: every silent one may have been wrong. */
    public Proportion upperOfSeen() {
        return new Proportion(edited + silent, seen());
    }

    /** Absent without edits. */
    public OptionalDouble meanSeverityOfEdits() {
        return edited == 0 ? OptionalDouble.empty() : OptionalDouble.of(severitySum / edited);
    }

    /** Unedited ones count as 0; absent when none was seen. */
    public OptionalDouble meanSeverityOfSeen() {
        return seen() == 0 ? OptionalDouble.empty() : OptionalDouble.of(severitySum / seen());
    }
}
