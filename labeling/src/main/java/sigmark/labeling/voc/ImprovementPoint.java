package sigmark.labeling.voc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What complaints or an error class ask for, open until a run shows it mended.
 *
 * @param afterRun the newest run when it was opened: only later ones can close it
 * @param query which samples measure it, in the query language
 * @param errorClass the error that must be gone, by its word; absent when every reading must be right
 * @param bound share of samples without it that must be reached, 0 to 1
 * @param measurements by run, the newest last
 * @param items how many complaints are tied to it
 * @param users how many different people they come from
 */
public record ImprovementPoint(
        long id,
        String title,
        Instant openedAt,
        String person,
        long afterRun,
        PointState state,
        String query,
        Optional<String> errorClass,
        double bound,
        OptionalLong verifiedRun,
        List<PointMeasurement> measurements,
        long items,
        long users) {
    public ImprovementPoint {
        if (!(bound >= 0 && bound <= 1) || title.isBlank()) {
            throw new IllegalArgumentException("point '%s' with bound %s".formatted(title, bound));
        }
        measurements = List.copyOf(measurements);
    }

    /** The newest measurement. */
    public Optional<PointMeasurement> last() {
        return measurements.isEmpty() ? Optional.empty() : Optional.of(measurements.get(measurements.size() - 1));
    }
}
