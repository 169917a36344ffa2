package sigmark.analysis.capacity;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Machines for a target: the fewest servers of one M/M/c pool that stay under a utilization and keep a percentile of the
 * response time under a bound.
 *
 * @param servers how many
 * @param byCapAlone how many the utilization alone would ask for
 * @param utilization that the servers then have
 * @param percentileSeconds the response time at the percentile
 */
public record MachinePlan(int servers, int byCapAlone, double utilization, double percentileSeconds) {
    /** Utilizations this close above the cap count as at it. */
    private static final double SLACK = 1e-12;

    /**
     * What is asked.
     *
     * @param arrivals requests a second to hold
     * @param services requests a second that one server does
     * @param percentile share of requests that must keep the bound, such as 0.95
     * @param bound seconds
     * @param cap utilization not to exceed, above 0, under 1
     */
    public record Target(double arrivals, double services, double percentile, double bound, double cap) {
        public Target {
            boolean shares = percentile > 0 && percentile < 1 && cap > 0 && cap < 1;
            if (!shares || !(arrivals >= 0 && services > 0 && bound >= 0)) {
                throw new IllegalArgumentException("the target is out of range");
            }
        }

        /** The time of service alone at the percentile, which no number of servers shortens. */
        double serviceAlone() {
            return -Math.log1p(-percentile) / services;
        }
    }

    /** Absent when the service time alone misses the bound, so that no number of machines helps. */
    public static Optional<MachinePlan> of(Target target) {
        if (target.serviceAlone() >= target.bound()) {
            return Optional.empty();
        }
        int first = byCap(target).orElseThrow(() -> new IllegalArgumentException("too many servers"));
        int low = first - 1;
        int high = first;
        while (seconds(target, high) > target.bound()) {
            if (high == MarkovQueue.MOST_SERVERS) {
                return Optional.empty();
            }
            low = high;
            high = Math.min(MarkovQueue.MOST_SERVERS, 2 * high - first + 1);
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (seconds(target, middle) > target.bound()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        MarkovQueue queue = new MarkovQueue(target.arrivals(), target.services(), high);
        return Optional.of(new MachinePlan(high, first, queue.utilization(), seconds(target, high)));
    }

    private static double seconds(Target target, int servers) {
        return new MarkovQueue(target.arrivals(), target.services(), servers).responsePercentile(target.percentile());
    }

    private static OptionalInt byCap(Target target) {
        double wanted = Math.ceil(target.arrivals() / (target.services() * target.cap()) * (1 - SLACK));
        return wanted > MarkovQueue.MOST_SERVERS ? OptionalInt.empty() : OptionalInt.of((int) Math.max(1, wanted));
    }
}
