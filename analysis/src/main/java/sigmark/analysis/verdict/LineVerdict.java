package sigmark.analysis.verdict;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.statistics.Interval;
import sigmark.inference.work.Problem;
import sigmark.labeling.requirement.Requirement;

/**
 * A line of the sheet as a run was judged by it.
 *
 * @param measured in the measure's unit; absent when nothing was measured
 * @param interval 95 %; for times from the lower to the upper bound of the percentile, each at 95 %, absent while there
 *     are too few for the upper one
 * @param samples regions, pages or requests that it rests on
 * @param missing how many more would decide it if they were like those there are; absent when it is decided or no number
 *     would
 * @param reason why it is undecided or what the number leaves open
 * @param behind samples that speak against the line, worst first
 */
public record LineVerdict(
        Requirement line,
        Outcome outcome,
        OptionalDouble measured,
        Optional<Interval> interval,
        long samples,
        OptionalLong missing,
        Optional<Problem> reason,
        List<EvaluationSample> behind) {
    public LineVerdict {
        behind = List.copyOf(behind);
    }

    /** Nothing was measured. */
    static LineVerdict unmeasured(Requirement line, OptionalLong missing, Problem reason) {
        return new LineVerdict(
                line,
                Outcome.UNDECIDED,
                OptionalDouble.empty(),
                Optional.empty(),
                0,
                missing,
                Optional.of(reason),
                List.of());
    }

    /** How far the number is from the bound in shares of the bound; positive when it misses. */
    public OptionalDouble gap() {
        if (measured.isEmpty() || line.bound().isEmpty()) {
            return OptionalDouble.empty();
        }
        double bound = line.bound().getAsDouble();
        double over = line.atLeast() ? bound - measured.getAsDouble() : measured.getAsDouble() - bound;
        return OptionalDouble.of(over / Math.max(Math.abs(bound), 1e-12));
    }
}
