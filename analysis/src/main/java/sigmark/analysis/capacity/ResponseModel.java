package sigmark.analysis.capacity;

/**
 * Response times of one pool of servers with random arrivals and a given distribution of service times. The wait is 0 or
 * exponential: the share that waits is Erlang's C, its mean that of Allen and Cunneen (the wait of M/M/c times half of
 * one and the squared coefficient of variation). Exact for exponential service.
 */
public final class ResponseModel {
    private final ServiceProfile profile;
    private final double[] millis;
    private final MarkovQueue queue;
    private final double delayed;
    private final double waitRate;

    /**
     * @param arrivals requests a second, above 0
     * @param servers requests that are done at once
     */
    public ResponseModel(ServiceProfile profile, double arrivals, int servers) {
        this.profile = profile;
        this.millis = profile.millis();
        this.queue = new MarkovQueue(arrivals, 1000 / profile.meanMillis(), servers);
        double variation = profile.variation();
        boolean steady = queue.steady();
        this.delayed = steady ? queue.delayed() : 1;
        double mean = steady ? queue.meanWait() * 1000 * (1 + variation * variation) / 2 : Double.POSITIVE_INFINITY;
        this.waitRate = mean > 0 ? delayed / mean : Double.POSITIVE_INFINITY;
    }

    /** Share of the servers' time that is asked for. */
    public double utilization() {
        return queue.utilization();
    }

    public boolean steady() {
        return queue.steady();
    }

    /** Milliseconds that the share {@code perMille} thousandths of the requests do not exceed; infinite when not steady. */
    public double percentileMillis(int perMille) {
        if (!queue.steady()) {
            return Double.POSITIVE_INFINITY;
        }
        if (profile.shape() == ServiceProfile.Shape.EXPONENTIAL) {
            return queue.responsePercentile(perMille / 1000.0) * 1000;
        }
        double tail = 1 - perMille / 1000.0;
        double low = 0;
        double high = Math.max(1e-6, millis[millis.length - 1]);
        while (tail(high) > tail) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (tail(middle) > tail) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double tail(double t) {
        double sum = 0;
        for (double service : millis) {
            sum += service > t ? 1 : delayed * Math.exp(-waitRate * (t - service));
        }
        return sum / millis.length;
    }
}
