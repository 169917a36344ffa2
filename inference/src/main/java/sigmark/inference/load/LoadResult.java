package sigmark.inference.load;

/**
 * What became of a load; the warm-up is left out of all but its own count.
 *
 * @param ratePerSecond planned
 * @param sent requests planned in the measured part
 * @param failed of those: no answer, a refusal, or none in time
 * @param warmUp requests before the measured part
 * @param latencyNanos from the planned moment to the answer, of those answered
 * @param seconds from the first planned moment of the measured part to the last answer
 */
public record LoadResult(
        double ratePerSecond, long sent, long failed, long warmUp, long[] latencyNanos, double seconds) {
    public LoadResult {
        latencyNanos = latencyNanos.clone();
    }

    @Override
    public long[] latencyNanos() {
        return latencyNanos.clone();
    }
}
