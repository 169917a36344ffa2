package sigmark.labeling.requirement;

import java.util.List;
import java.util.OptionalLong;

/**
 * What the data plan counts with.
 *
 * @param pricePerRegion what a labeled region costs, in {@code currency}; at least 0
 * @param currency such as {@code KRW}
 * @param regionsPerHour what one labeler does in an hour of work, above 0
 * @param labelers how many work, at least 1
 * @param hoursPerWeek of each, above 0
 * @param halfWidth wanted half width of test intervals where a line names none, 0 to 1
 * @param seed of the test set's draw
 * @param wanted numbers that people fixed for training, where no learning curve says them
 */
public record PlanTerms(
        double pricePerRegion,
        String currency,
        double regionsPerHour,
        int labelers,
        double hoursPerWeek,
        double halfWidth,
        long seed,
        List<Wanted> wanted) {
    /** Without price: 60 regions an hour, one labeler of 30 hours a week, ±3 %. */
    public static final PlanTerms DEFAULT = new PlanTerms(0, "KRW", 60, 1, 30, 0.03, 1, List.of());

    public PlanTerms {
        boolean positive = regionsPerHour > 0 && labelers >= 1 && hoursPerWeek > 0 && pricePerRegion >= 0;
        if (!positive || !(halfWidth > 0 && halfWidth < 1)) {
            throw new IllegalArgumentException("price=%s regionsPerHour=%s labelers=%d hoursPerWeek=%s halfWidth=%s"
                    .formatted(pricePerRegion, regionsPerHour, labelers, hoursPerWeek, halfWidth));
        }
        wanted = List.copyOf(wanted);
    }

    /**
     * A number that people fixed.
     *
     * @param count training pages for the detector, training regions otherwise
     */
    public record Wanted(PipelineModule module, String slice, long count) {
        public Wanted {
            if (count < 0) {
                throw new IllegalArgumentException("%d wanted of %s".formatted(count, slice));
            }
        }
    }

    /** The number that people fixed for a module's training on a slice. */
    public OptionalLong fixed(PipelineModule module, String slice) {
        return wanted.stream()
                .filter(one -> one.module() == module && one.slice().equals(slice))
                .mapToLong(Wanted::count)
                .findFirst();
    }

    /** Regions that all labelers do in a week. */
    public double regionsPerWeek() {
        return regionsPerHour * labelers * hoursPerWeek;
    }
}
