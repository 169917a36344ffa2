package sigmark.labeling.inspection;

/**
 * How many regions of a lot are inspected and how many may be wrong.
 *
 * @param source {@code iso2859}, {@code computed} or {@code all}
 * @param aql rate that should nearly always be accepted, 0 to 1
 * @param producerRisk chance that a lot at the AQL is returned, as wanted
 * @param ltpd rate that should hardly ever be accepted, above the AQL
 * @param consumerRisk chance that a lot at that rate is accepted, as wanted
 * @param sampleSize regions to inspect, at most the lot
 * @param acceptUpTo the largest number of wrong ones that is accepted
 */
public record SamplingPlan(
        String source,
        int lotSize,
        double aql,
        double producerRisk,
        double ltpd,
        double consumerRisk,
        int sampleSize,
        int acceptUpTo) {
    public SamplingPlan {
        if (lotSize < 0 || sampleSize < 0 || sampleSize > lotSize || acceptUpTo < 0) {
            throw new IllegalArgumentException(
                    "sample %d, accept %d of a lot of %d".formatted(sampleSize, acceptUpTo, lotSize));
        }
        if (!(aql >= 0 && aql < ltpd && ltpd <= 1)) {
            throw new IllegalArgumentException("AQL %s, LTPD %s".formatted(aql, ltpd));
        }
    }
}
