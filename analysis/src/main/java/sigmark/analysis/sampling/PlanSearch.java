package sigmark.analysis.sampling;

import java.util.Optional;

/**
 * Finds the smallest single plan that keeps both risks: for c = 0, 1, 2 … the smallest n that accepts a package at the
 * limiting quality with at most the consumer's risk; the first c that also accepts one at the acceptable quality with at
 * least 1 − the producer's risk.
 */
public record PlanSearch(double aql, double producerRisk, double ltpd, double consumerRisk) {
    private static final double SLACK = 1e-12;
    private static final int MOST = 100_000;
    private static final int MOST_ACCEPTED = 2_000;

    /** A plan and its two chances of acceptance. */
    public record Plan(int n, int c, double acceptAtAql, double acceptAtLtpd) {}

    public PlanSearch {
        if (!(aql >= 0 && aql < ltpd && ltpd <= 1)) {
            throw new IllegalArgumentException("the acceptable rate must lie below the limiting one");
        }
    }

    /** The plan for a process; absent when none is in reach. */
    public Optional<Plan> process() {
        return search(MOST, (n, c) -> Acceptance.binomial(n, c, aql), (n, c) -> Acceptance.binomial(n, c, ltpd));
    }

    /** Wrong items in a lot that is just acceptable. */
    public int defectsAtAql(int lotSize) {
        return (int) Math.floor(lotSize * aql + 1e-9);
    }

    /** Wrong items in a lot at the limit. */
    public int defectsAtLtpd(int lotSize) {
        return (int) Math.ceil(lotSize * ltpd - 1e-9);
    }

    /** The plan for a lot; absent when everything must be inspected. */
    public Optional<Plan> lot(int lotSize) {
        int good = defectsAtAql(lotSize);
        int bad = defectsAtLtpd(lotSize);
        return search(
                lotSize - 1,
                (n, c) -> Acceptance.lot(lotSize, good, n, c),
                (n, c) -> Acceptance.lot(lotSize, bad, n, c));
    }

    private interface Chance {
        double of(int n, int c);
    }

    private Optional<Plan> search(int most, Chance good, Chance bad) {
        int n = 1;
        for (int c = 0; c <= MOST_ACCEPTED; c++) {
            n = Math.max(n, c + 1);
            if (n > most || bad.of(most, c) > consumerRisk + SLACK) {
                return Optional.empty();
            }
            int low = n;
            int high = most;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (bad.of(middle, c) <= consumerRisk + SLACK) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            n = low;
            if (good.of(n, c) >= 1 - producerRisk - SLACK) {
                return Optional.of(new Plan(n, c, good.of(n, c), bad.of(n, c)));
            }
        }
        return Optional.empty();
    }
}
