package sigmark.analysis.capacity;

/**
 * A service with random arrivals and exponential service times, M/M/c (Erlang 1917), in its steady state. All that waits
 * is defined only while the utilization is under 1: ask {@link #steady()} first.
 *
 * @param arrivals requests a second
 * @param services requests a second that one server does
 * @param servers 1 to {@value #MOST_SERVERS}
 */
public record MarkovQueue(double arrivals, double services, int servers) {
    /** More servers than this are refused, so that the recursion ends soon. */
    public static final int MOST_SERVERS = 1_000_000;

    public MarkovQueue {
        boolean finite = Double.isFinite(arrivals) && Double.isFinite(services);
        if (!finite || !(arrivals >= 0 && services > 0) || servers < 1 || servers > MOST_SERVERS) {
            throw new IllegalArgumentException("arrivals, service rate or servers are out of range");
        }
    }

    /** Mean number of busy servers that the arrivals ask for. */
    public double offeredLoad() {
        return arrivals / services;
    }

    /** Share of the servers' time that is asked for; 1 and more means that the queue grows without end. */
    public double utilization() {
        return arrivals / (services * servers);
    }

    public boolean steady() {
        return utilization() < 1;
    }

    /** Erlang's B: share of requests lost if there were no queue; B₀ = 1, B_k = aB_{k−1}/(k + aB_{k−1}). */
    public double blocked() {
        double load = offeredLoad();
        double blocked = 1;
        for (int c = 1; c <= servers; c++) {
            blocked = load * blocked / (c + load * blocked);
        }
        return blocked;
    }

    /** Erlang's C: share of requests that wait. */
    public double delayed() {
        checkSteady();
        double blocked = blocked();
        return blocked / (1 - utilization() * (1 - blocked));
    }

    /** Mean seconds in the queue. */
    public double meanWait() {
        return delayed() / spare();
    }

    /**
     * Mean seconds in the queue for other spreads of arrivals and service (Allen and Cunneen 1978): this wait times half
     * the sum of the squared coefficients of variation. Exact for one server with random arrivals.
     */
    public double generalWait(double arrivalCv, double serviceCv) {
        return meanWait() * (arrivalCv * arrivalCv + serviceCv * serviceCv) / 2;
    }

    /** Mean seconds in queue and service. */
    public double meanResponse() {
        return meanWait() + 1 / services;
    }

    /** Seconds in the queue that the share {@code percentile} of requests does not exceed. */
    public double waitPercentile(double percentile) {
        double tail = tail(percentile);
        double delayed = delayed();
        return delayed <= tail ? 0 : Math.log(delayed / tail) / spare();
    }

    /** Seconds in queue and service that the share {@code percentile} of requests does not exceed. */
    public double responsePercentile(double percentile) {
        double tail = tail(percentile);
        double delayed = delayed();
        double low = 0;
        double high = 1 / services;
        while (responseTail(high, delayed) > tail) {
            low = high;
            high *= 2;
        }
        while (true) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                return middle;
            }
            if (responseTail(middle, delayed) > tail) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    /** P(response > t) = e^{−μt} + Cμ (e^{−θt} − e^{−μt})/(μ − θ) with θ = cμ − λ, kept exact near μ = θ. */
    private double responseTail(double seconds, double delayed) {
        double spare = spare();
        double slow = Math.min(services, spare);
        double apart = Math.abs(services - spare);
        double share = apart == 0 ? seconds : -Math.expm1(-apart * seconds) / apart;
        return Math.exp(-services * seconds) + delayed * services * Math.exp(-slow * seconds) * share;
    }

    /** Requests a second that could be done beyond those that arrive. */
    private double spare() {
        return servers * services - arrivals;
    }

    private void checkSteady() {
        if (!steady()) {
            throw new IllegalArgumentException("no steady state: more work arrives than is done");
        }
    }

    private static double tail(double percentile) {
        if (!(percentile > 0 && percentile < 1)) {
            throw new IllegalArgumentException("percentile %s is not between 0 and 1".formatted(percentile));
        }
        return 1 - percentile;
    }
}
