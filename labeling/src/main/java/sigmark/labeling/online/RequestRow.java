package sigmark.labeling.online;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A request in a list.
 *
 * @param totalMillis capture to display
 * @param retry the same user sent the same image again within ten minutes
 */
public record RequestRow(
        String requestId,
        Instant time,
        String version,
        Optional<String> user,
        OptionalDouble totalMillis,
        boolean captureUnknown,
        boolean retry,
        OutcomeCounts counts) {}
