package sigmark.analysis.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sigmark.labeling.plan.Iteration;

/**
 * What a series of iterations comes to.
 *
 * @param state whether going on is worth while
 * @param bottleneck id of the line that holds the service back: the missed one that is farthest from its bound, or the
 *     undecided one when none is missed; empty when all are met
 */
public record Convergence(State state, Optional<String> bottleneck) {
    /** How many iterations in a row must change no verdict. */
    private static final int QUIET = 2;

    /** Where a series stands. */
    public enum State {
        /** There is no iteration. */
        NOT_BEGUN,
        /** Verdicts still change, or there are too few iterations to say. */
        GOING_ON,
        /** All lines are met. */
        ALL_MET,
        /** The last two iterations changed no verdict. */
        NO_CHANGE;

        public boolean converged() {
            return this == ALL_MET || this == NO_CHANGE;
        }
    }

    /** @param iterations oldest first */
    public static Convergence of(List<Iteration> iterations) {
        if (iterations.isEmpty()) {
            return new Convergence(State.NOT_BEGUN, Optional.empty());
        }
        Iteration last = iterations.get(iterations.size() - 1);
        boolean met = last.lines().values().stream().allMatch(line -> is(line, Outcome.MET));
        State state = met ? State.ALL_MET : quiet(iterations) ? State.NO_CHANGE : State.GOING_ON;
        return new Convergence(state, bottleneck(last));
    }

    /** The line that holds an iteration back. */
    public static Optional<String> bottleneck(Iteration iteration) {
        return worst(iteration, Outcome.MISSED).or(() -> worst(iteration, Outcome.UNDECIDED));
    }

    /** The last two rows each judge every line as the row before did, and the sheet's lines are the same. */
    private static boolean quiet(List<Iteration> iterations) {
        int n = iterations.size();
        if (n <= QUIET) {
            return false;
        }
        for (int i = n - QUIET; i < n; i++) {
            if (!verdicts(iterations.get(i)).equals(verdicts(iterations.get(i - 1)))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> verdicts(Iteration iteration) {
        Map<String, String> verdicts = new java.util.TreeMap<>();
        iteration.lines().forEach((id, line) -> verdicts.put(id, line.verdict()));
        return verdicts;
    }

    private static Optional<String> worst(Iteration iteration, Outcome outcome) {
        return iteration.lines().entrySet().stream()
                .filter(entry -> is(entry.getValue(), outcome))
                .max(Comparator.comparingDouble(entry -> entry.getValue().gap().orElse(Double.NEGATIVE_INFINITY)))
                .map(Map.Entry::getKey);
    }

    private static boolean is(Iteration.Line line, Outcome outcome) {
        return line.verdict().equals(outcome.word());
    }
}
