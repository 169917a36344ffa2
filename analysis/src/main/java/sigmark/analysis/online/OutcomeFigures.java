package sigmark.analysis.online;

import java.util.OptionalDouble;
import sigmark.analysis.statistics.Proportion;
import sigmark.labeling.online.OutcomeCounts;

/** Rates of what users did, from counts; each with its numbers. */
public record OutcomeFigures(OutcomeCounts counts) {
    private static final double A_THOUSAND = 1000;

    /** Edited of those that a user judged by an act: the probability of an edit. */
    public Proportion ofJudged() {
        return new Proportion(counts.edited(), counts.judged());
    }

    /** Edited of those seen: the lower bound of what is wrong, if each edit mends an error. */
    public Proportion ofSeen() {
        return new Proportion(counts.edited(), counts.seen());
    }

    /** The upper bound: every silent one may have been wrong. */
    public Proportion upperOfSeen() {
        return new Proportion(counts.edited() + counts.silent(), counts.seen());
    }

    /** Share of the edited ones whose severity is over 0.2. */
    public Proportion heavy() {
        return new Proportion(counts.heavy(), counts.edited());
    }

    /** Absent without edits. */
    public OptionalDouble meanSeverityOfEdits() {
        return counts.edited() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(counts.severitySum() / counts.edited());
    }

    /** Unedited ones count as 0; absent when none was seen. */
    public OptionalDouble meanSeverityOfSeen() {
        return counts.seen() == 0 ? OptionalDouble.empty() : OptionalDouble.of(counts.severitySum() / counts.seen());
    }

    /** Formulas that users drew, for a thousand requests. */
    public OptionalDouble addedPerThousand() {
        return counts.requests() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(A_THOUSAND * counts.added() / counts.requests());
    }

    /** Requests with a complaint. */
    public Proportion complaints() {
        return new Proportion(counts.complaints(), counts.requests());
    }
}
