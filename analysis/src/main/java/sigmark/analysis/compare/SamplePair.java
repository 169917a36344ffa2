package sigmark.analysis.compare;

import sigmark.analysis.evaluation.EvaluationSample;

/** One labeled formula as both runs answered it. */
public record SamplePair(EvaluationSample first, EvaluationSample second) {
    /** Distance of the first minus distance of the second: below 0 the first is nearer to the truth. */
    public double difference() {
        return first.tokenDistance().orElse(0) - second.tokenDistance().orElse(0);
    }
}
