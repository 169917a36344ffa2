package sigmark.labeling.plan;

import sigmark.labeling.requirement.PipelineModule;

/**
 * One training of a small network on a nested subset, and the error that it came to.
 *
 * @param curve name of the series of trainings that belong together
 * @param slice query of what was trained on and measured; empty for all
 * @param samples trained on, at least 1
 * @param seed of the training: subsets are the same for all seeds
 * @param error 0 to 1, on held-out samples
 * @param testSamples how many those were
 * @param how what was trained, in a few words
 */
public record LearningPoint(
        String curve,
        PipelineModule module,
        String slice,
        long samples,
        long seed,
        double error,
        long testSamples,
        String how) {
    public LearningPoint {
        if (samples < 1 || testSamples < 1 || !(error >= 0 && error <= 1)) {
            throw new IllegalArgumentException(
                    "samples=%d testSamples=%d error=%s".formatted(samples, testSamples, error));
        }
    }
}
