package sigmark.analysis.capacity;

/**
 * A service with random arrivals that all take the same time, M/D/c, in its steady state.
 *
 * @param arrivals requests a second, above 0
 * @param seconds that each takes
 * @param servers 1 to {@value #MOST_SERVERS}
 */
public record ConstantQueue(double arrivals, double seconds, int servers) {
    /** More servers than this are refused: the exact wait takes one root each. */
    public static final int MOST_SERVERS = 100_000;

    private static final int MOST_STEPS = 200;

    public ConstantQueue {
        boolean finite = Double.isFinite(arrivals) && Double.isFinite(seconds);
        if (!finite || !(arrivals > 0 && seconds > 0) || servers < 1 || servers > MOST_SERVERS) {
            throw new IllegalArgumentException("arrivals, service time or servers are out of range");
        }
    }

    public double utilization() {
        return arrivals * seconds / servers;
    }

    public boolean steady() {
        return utilization() < 1;
    }

    /**
     * Mean seconds in the queue, exactly (Crommelin 1932): from the generating function of the number present at moments
     * one service time apart, whose mean is a + Σ 1/(1 − z) − (c(c − 1) − a²)/(2(c − a)) over the c − 1 roots of z^c =
     * e^{a(z−1)} inside the unit circle, and Little's law.
     */
    public double meanWait() {
        if (!steady()) {
            throw new IllegalArgumentException("no steady state: more work arrives than is done");
        }
        double load = arrivals * seconds;
        double c = servers;
        double sum = 0;
        for (int k = 1; k < servers; k++) {
            sum += inverseDistance(2 * Math.PI * k / c, load / c);
        }
        return Math.max(0, (sum - (c * (c - 1) - load * load) / (2 * (c - load))) / arrivals);
    }

    /** Half the wait of M/M/c with Cosmetatos' correction (1975): within a few per cent. */
    public double cosmetatosWait() {
        double c = servers;
        double use = utilization();
        double factor = 1 + (1 - use) * (c - 1) * (Math.sqrt(4 + 5 * c) - 2) / (16 * use * c);
        return halfMarkovWait() * factor;
    }

    /** Half the wait of M/M/c: exact for one server, too low for several. */
    public double halfMarkovWait() {
        return new MarkovQueue(arrivals, 1 / seconds, servers).meanWait() / 2;
    }

    /** Real part of 1/(1 − z) for the root z = e^{iφ}e^{ρ(z−1)}, by Newton's steps from the fixed point's. */
    private static double inverseDistance(double angle, double use) {
        double x = 0;
        double y = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double size = Math.exp(use * (x - 1));
            double fx = size * Math.cos(angle + use * y);
            double fy = size * Math.sin(angle + use * y);
            double slopeX = 1 - use * fx;
            double slopeY = -use * fy;
            double norm = slopeX * slopeX + slopeY * slopeY;
            double dx = ((fx - x) * slopeX + (fy - y) * slopeY) / norm;
            double dy = ((fy - y) * slopeX - (fx - x) * slopeY) / norm;
            x += dx;
            y += dy;
            if (Math.abs(dx) + Math.abs(dy) < 1e-15) {
                break;
            }
        }
        double distance = (1 - x) * (1 - x) + y * y;
        return (1 - x) / distance;
    }
}
