package sigmark.analysis.timing;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.run.Step;
import sigmark.inference.run.StepTimes;

/**
 * What a run took. The first pages, asked for as warm-up, and failed pages are left out of every figure.
 *
 * @param steps by step, in the order in which they run
 * @param page all steps of a page together
 * @param pagesPerSecond pages over the sum of their times: what one worker does without pause
 * @param formulasPerSecond found formulas over the same sum
 * @param measured the times of the pages that the figures are of, in the order of the run
 */
public record RunTimes(
        Map<Step, StepFigures> steps,
        StepFigures page,
        int warmUpPages,
        OptionalDouble pagesPerSecond,
        OptionalDouble formulasPerSecond,
        List<StepTimes> measured) {
    private static final double NANOS_A_SECOND = 1e9;

    public RunTimes {
        steps = java.util.Collections.unmodifiableMap(new EnumMap<>(steps));
        measured = List.copyOf(measured);
    }

    /** @param predictions in the order in which the run made them */
    public static RunTimes of(int warmUpPages, Collection<PagePrediction> predictions) {
        List<PagePrediction> measured = predictions.stream()
                .skip(warmUpPages)
                .filter(prediction -> prediction.failure().isEmpty())
                .toList();
        Map<Step, StepFigures> steps = new EnumMap<>(Step.class);
        for (Step step : Step.of(measured.stream().map(PagePrediction::times).toList())) {
            steps.put(
                    step,
                    StepFigures.of(measured.stream()
                            .mapToLong(prediction -> prediction.times().of(step))
                            .toArray()));
        }
        long[] totals = measured.stream()
                .mapToLong(prediction -> prediction.times().total())
                .toArray();
        double seconds = java.util.Arrays.stream(totals).sum() / NANOS_A_SECOND;
        long formulas = measured.stream()
                .mapToLong(prediction -> prediction.regions().size())
                .sum();
        return new RunTimes(
                steps,
                StepFigures.of(totals),
                warmUpPages,
                seconds > 0 ? OptionalDouble.of(measured.size() / seconds) : OptionalDouble.empty(),
                seconds > 0 ? OptionalDouble.of(formulas / seconds) : OptionalDouble.empty(),
                measured.stream().map(PagePrediction::times).toList());
    }
}
