package sigmark.inference.training;

/**
 * How long and how fast to train; everything is tied to steps, never to the clock.
 *
 * @param steps optimizer steps in all
 * @param peakRate highest learning rate
 * @param warmUp steps in which the rate rises from 0 to its peak
 * @param hold share of the steps, 0 to 1, after which the rate begins to fall along a cosine to a hundredth of its peak
 * @param weightDecay AdamW's decay a step, times the rate
 * @param clipNorm gradients longer than this together are shortened to it
 * @param seed of the first weights
 * @param threads for one operation; 1 unless the machine is quiet
 */
public record TrainingPlan(
        long steps,
        double peakRate,
        int warmUp,
        double hold,
        double weightDecay,
        double clipNorm,
        long seed,
        int threads) {
    public TrainingPlan {
        boolean right = steps > 0
                && peakRate > 0
                && warmUp >= 0
                && hold >= 0
                && hold <= 1
                && weightDecay >= 0
                && clipNorm > 0
                && threads > 0;
        if (!right) {
            throw new IllegalArgumentException(
                    "steps=%d peakRate=%s warmUp=%d hold=%s weightDecay=%s clipNorm=%s threads=%d"
                            .formatted(steps, peakRate, warmUp, hold, weightDecay, clipNorm, threads));
        }
    }

    /** AdamW with peak 1e-3, 400 steps of warm-up, then a cosine: good for both of our networks. */
    public static TrainingPlan ofSteps(long steps, long seed) {
        return new TrainingPlan(steps, 1e-3, (int) Math.min(400, steps / 5), 0, 0.01, 2, seed, 1);
    }

    /** The learning rate of a step, counted from 0. */
    public double rate(long step) {
        if (step < warmUp) {
            return peakRate * (step + 1) / warmUp;
        }
        double from = Math.max(warmUp, hold * steps);
        if (step < from || steps <= from) {
            return peakRate;
        }
        double along = Math.min(1, (step - from) / (steps - from));
        return peakRate * (0.01 + 0.99 * 0.5 * (1 + Math.cos(Math.PI * along)));
    }
}
