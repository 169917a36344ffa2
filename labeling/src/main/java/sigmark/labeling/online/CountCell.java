package sigmark.labeling.online;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Sums of the requests that share version, day (UTC) and slice tags, and of their results of one length.
 *
 * @param band absent in the cell that holds what belongs to requests and not to results
 */
public record CountCell(
        String version, LocalDate day, Map<String, String> tags, Optional<LengthBand> band, OutcomeCounts counts) {
    public CountCell {
        tags = Map.copyOf(tags);
    }
}
