package sigmark.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.statistics.Proportion;
import sigmark.labeling.project.StoredRun;

/**
 * A candidate in the three things that pull against each other.
 *
 * @param right formulas with typed LaTeX found and read right, of all such formulas
 * @param cdm mean F1 of character detection matching end to end; absent without samples
 * @param medianMillis of a page, warm-up left out; absent when nothing was timed
 * @param weights of detector and recognizer together; absent when a model is not installed
 * @param front no other candidate is at least as good in all that both have and better in one
 */
public record CandidatePoint(
        StoredRun run,
        Proportion right,
        OptionalDouble cdm,
        OptionalDouble medianMillis,
        OptionalLong weights,
        boolean front) {

    /** How many weights a run's models have together, where that is known. */
    public interface Weights {
        OptionalLong of(StoredRun run);
    }

    /** The points of several runs, in their order. */
    public static List<CandidatePoint> of(List<Evaluation> evaluations, Weights weights) {
        List<CandidatePoint> points = new ArrayList<>();
        for (Evaluation evaluation : evaluations) {
            points.add(new CandidatePoint(
                    evaluation.run(),
                    evaluation.figures().hitRecall(),
                    evaluation.figures().endToEnd().cdm().f1(),
                    evaluation.times().page().p50(),
                    weights.of(evaluation.run()),
                    true));
        }
        List<CandidatePoint> marked = new ArrayList<>();
        for (CandidatePoint point : points) {
            boolean beaten = points.stream().anyMatch(other -> other.beats(point));
            marked.add(
                    new CandidatePoint(point.run, point.right, point.cdm, point.medianMillis, point.weights, !beaten));
        }
        return marked;
    }

    /** At least as good in all that both have, and better in one. */
    boolean beats(CandidatePoint other) {
        double[] better = {
            right.estimate().orElse(0) - other.right.estimate().orElse(0),
            gain(medianMillis, other.medianMillis),
            weights.isPresent() && other.weights.isPresent()
                    ? (double) other.weights.getAsLong() - weights.getAsLong()
                    : 0
        };
        boolean one = false;
        for (double gain : better) {
            if (gain < 0) {
                return false;
            }
            one |= gain > 0;
        }
        return one;
    }

    private static double gain(OptionalDouble own, OptionalDouble other) {
        return own.isPresent() && other.isPresent() ? other.getAsDouble() - own.getAsDouble() : 0;
    }
}
