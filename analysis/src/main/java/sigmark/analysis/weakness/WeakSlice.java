package sigmark.analysis.weakness;

import java.util.List;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.statistics.Proportion;

/**
 * A slice held against the rest of its evaluation.
 *
 * @param name such as {@code kind:display} or {@code length:21-40}
 * @param inside formulas of the slice found and read right
 * @param outside formulas of the rest found and read right
 * @param p chance of so few right ones or fewer, were the slice like the rest (Fisher's exact test, one-sided)
 * @param adjustedP the same after Holm's correction for all slices looked at
 * @param samples the slice's wrong samples
 */
public record WeakSlice(
        String name,
        Proportion inside,
        Proportion outside,
        double p,
        double adjustedP,
        List<EvaluationSample> samples) {
    public WeakSlice {
        samples = List.copyOf(samples);
    }
}
