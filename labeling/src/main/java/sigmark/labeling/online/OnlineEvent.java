package sigmark.labeling.online;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request of a trial or of the live service.
 *
 * @param requestId unique in the log
 * @param modelVersion of the pipeline that answered
 * @param user a pseudonym, never a name
 * @param imageHash SHA-256 of the image that was sent, lower-case hex
 * @param image path of the image where it was kept
 * @param slice what is known of the request, such as {@code source} photo
 * @param revision counts what was recorded of the request: of two with one id the higher one holds; 0 when the log has
 *     none
 * @param captureUnknown the shutter could not be seen: the clock starts when the file arrives
 */
public record OnlineEvent(
        String requestId,
        Instant time,
        String modelVersion,
        Optional<String> user,
        Optional<String> imageHash,
        Optional<String> image,
        Map<String, String> slice,
        List<Span> spans,
        List<ShownResult> results,
        List<AddedFormula> added,
        Optional<String> complaint,
        long revision,
        boolean captureUnknown) {
    public OnlineEvent {
        if (requestId.isBlank() || modelVersion.isBlank()) {
            throw new IllegalArgumentException("request '%s' of version '%s'".formatted(requestId, modelVersion));
        }
        slice = java.util.Collections.unmodifiableMap(new TreeMap<>(slice));
        spans = List.copyOf(spans);
        results = List.copyOf(results);
        added = List.copyOf(added);
    }
}
