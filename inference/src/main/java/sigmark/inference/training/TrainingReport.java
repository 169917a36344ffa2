package sigmark.inference.training;

import java.util.List;

/**
 * How training stands, told every few steps.
 *
 * @param step steps done
 * @param steps steps in all
 * @param measures means since the report before: the loss first, then what else the network's loss method returns
 * @param rate learning rate of the last step
 * @param samples pictures seen since the first step
 * @param cpuSeconds processor time of this process since it began to train
 * @param samplesPerCpuSecond since the report before
 */
public record TrainingReport(
        long step,
        long steps,
        List<Double> measures,
        double rate,
        long samples,
        double cpuSeconds,
        double samplesPerCpuSecond) {
    public TrainingReport {
        measures = List.copyOf(measures);
    }

    /** Mean training loss since the report before. */
    public double loss() {
        return measures.get(0);
    }
}
