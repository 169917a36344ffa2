package sigmark.inference.load;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * When requests are sent, whatever becomes of those before them.
 *
 * @param ratePerSecond above 0
 * @param duration of the measured part, above 0
 * @param warmUp of the part before it, sent at the same rate and not counted
 * @param random true for random (Poisson) arrivals, false for equal gaps
 * @param seed of random arrivals
 * @param mostAtOnce requests that may be under way together, at least 1; those above wait, and their wait counts
 * @param patience how long answers are waited for after the last planned moment; what is missing then has failed
 */
public record LoadPlan(
        double ratePerSecond,
        Duration duration,
        Duration warmUp,
        boolean random,
        long seed,
        int mostAtOnce,
        Duration patience) {
    private static final long MOST_REQUESTS = 5_000_000;

    public LoadPlan {
        boolean times = !duration.isNegative() && !duration.isZero() && !warmUp.isNegative() && !patience.isNegative();
        if (!(ratePerSecond > 0) || !times || mostAtOnce < 1) {
            throw new IllegalArgumentException(
                    "rate=%s duration=%s mostAtOnce=%d".formatted(ratePerSecond, duration, mostAtOnce));
        }
        if (ratePerSecond * duration.plus(warmUp).toMillis() / 1000.0 > MOST_REQUESTS) {
            throw new IllegalArgumentException("more than %d requests".formatted(MOST_REQUESTS));
        }
    }

    /** Equal gaps, no warm-up, 64 at once, 30 s of patience. */
    public static LoadPlan steady(double ratePerSecond, Duration duration) {
        return new LoadPlan(ratePerSecond, duration, Duration.ZERO, false, 1, 64, Duration.ofSeconds(30));
    }

    /** Planned moments in nanoseconds after the start, ascending; those of the warm-up first. */
    long[] moments() {
        double length = (duration.toNanos() + (double) warmUp.toNanos()) / 1e9;
        if (!random) {
            long[] moments = new long[(int) Math.max(1, Math.floor(length * ratePerSecond + 1e-9))];
            for (int i = 0; i < moments.length; i++) {
                moments[i] = (long) (i / ratePerSecond * 1e9);
            }
            return moments;
        }
        SplittableRandom draws = new SplittableRandom(seed);
        java.util.stream.LongStream.Builder moments = java.util.stream.LongStream.builder();
        double at = -Math.log1p(-draws.nextDouble()) / ratePerSecond;
        while (at < length) {
            moments.add((long) (at * 1e9));
            at -= Math.log1p(-draws.nextDouble()) / ratePerSecond;
        }
        return moments.build().toArray();
    }
}
