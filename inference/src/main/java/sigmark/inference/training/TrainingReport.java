package sigmark.inference.training;

import java.util.List;

/**
 * How training stands, told every few steps.
 *
 * @param step steps done
 * @param steps steps in all
 * @param measures means since the report before: the loss first, then what else the network's loss method returns
 * @param validation the same measured on data never trained on, at the last look at it; empty when there was none
 * @param rate learning rate of the last step
 * @param samples pictures seen since the first step
 * @param cpuSeconds processor time of this process since it began to train
 * @param samplesPerCpuSecond since the report before
 * @param secondsLeft estimate from the pace so far, by the clock
 */
public record TrainingReport(
        long step,
        long steps,
        List<Double> measures,
        List<Double> validation,
        double rate,
        long samples,
        double cpuSeconds,
        double samplesPerCpuSecond,
        double secondsLeft) {
    public TrainingReport {
        measures = List.copyOf(measures);
        validation = List.copyOf(validation);
    }

    /** Mean training loss since the report before. */
    public double loss() {
        return measures.get(0);
    }
}
