package sigmark.labeling.plan;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One round of train, run, evaluate, judge.
 *
 * @param number counts up from 1; 0 before the store gave it one
 * @param design name and version of the pipeline's design, such as {@code default 1: detector → recognizer}
 * @param training what was trained, such as a model's name and hash; empty when nothing was
 * @param run the run that was judged
 * @param sheet version of the requirement sheet
 * @param lines verdict and measured number by line id, in the sheet's order
 */
public record Iteration(
        long number,
        String design,
        long dataRevision,
        String training,
        long run,
        long sheet,
        Map<String, Line> lines,
        String person,
        Instant at) {
    public Iteration {
        lines = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }

    /**
     * How a line of the sheet was judged.
     *
     * @param verdict {@code met}, {@code missed} or {@code undecided}
     * @param gap how far it is from its bound in shares of the bound, positive when it misses; absent unmeasured
     */
    public record Line(String verdict, OptionalDouble measured, OptionalDouble gap) {}
}
