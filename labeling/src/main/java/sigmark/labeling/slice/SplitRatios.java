package sigmark.labeling.slice;

import sigmark.labeling.project.Split;

/** Which share of the pages each split should get; the three add up to 1. */
public record SplitRatios(double train, double validation, double test) {
    public SplitRatios {
        boolean inRange = train >= 0 && validation >= 0 && test >= 0;
        if (!inRange || !(Math.abs(train + validation + test - 1) < 1e-9)) {
            throw new IllegalArgumentException(
                    "shares train=%s validation=%s test=%s do not add up to 1".formatted(train, validation, test));
        }
    }

    double of(Split split) {
        return switch (split) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
            case NONE -> 0;
        };
    }
}
