package sigmark.app.label;

/** Formulas an hour of active time, for the person's own eyes. */
final class Pace {
    private static final int FEWEST = 5;
    private static final double NANOS_PER_HOUR = 3.6e12;

    private final ActiveTime activeTime;
    private int finished;

    Pace(ActiveTime activeTime) {
        this.activeTime = activeTime;
    }

    void finishedOne() {
        finished++;
    }

    /** 0 until there is enough to say. */
    int perHour() {
        if (finished < FEWEST || activeTime.totalNanos() <= 0) {
            return 0;
        }
        return (int) Math.round(finished * NANOS_PER_HOUR / activeTime.totalNanos());
    }
}
