package sigmark.analysis.capacity;

/**
 * Requests sent by plan to a single worker that takes them one after the other: an open loop. Their latency runs from the
 * planned moment, so that a slow reply counts against those that had to wait behind it (no coordinated omission).
 */
public final class PlannedLoad {
    private final double[] started;
    private final double[] latency;

    /** Planned moments in their order, and how long each takes once begun, in the same unit. */
    public PlannedLoad(double[] planned, double[] service) {
        if (planned.length != service.length) {
            throw new IllegalArgumentException("there must be as many service times as planned starts");
        }
        started = new double[planned.length];
        latency = new double[planned.length];
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < planned.length; i++) {
            started[i] = Math.max(planned[i], free);
            free = started[i] + service[i];
            latency[i] = free - planned[i];
        }
    }

    /** When each began. */
    public double[] started() {
        return started.clone();
    }

    /** From the planned moment to the reply. */
    public double[] latency() {
        return latency.clone();
    }
}
