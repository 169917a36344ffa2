package sigmark.labeling.online;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which requests: those that fit all that is given.
 *
 * @param tags slice tags that the request has
 * @param with what at least one of its results, or it itself, has
 * @param slowerThan milliseconds from capture to display
 */
public record RequestFilter(
        Optional<String> version,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Map<String, String> tags,
        Optional<With> with,
        OptionalDouble slowerThan) {
    public static final RequestFilter ALL = new RequestFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), OptionalDouble.empty());

    /** What a request can have. */
    public enum With {
        EDITED,
        CONFIRMED,
        SILENT,
        NOT_SEEN,
        DELETED,
        COSMETIC,
        EXTENDED,
        ADDED,
        COMPLAINT,
        RETRY,
        CAPTURE_UNKNOWN
    }

    public RequestFilter {
        tags = Map.copyOf(tags);
    }

    public RequestFilter version(String name) {
        return new RequestFilter(Optional.of(name), from, to, tags, with, slowerThan);
    }

    public RequestFilter day(LocalDate day) {
        return new RequestFilter(version, Optional.of(day), Optional.of(day), tags, with, slowerThan);
    }

    public RequestFilter tag(String key, String value) {
        Map<String, String> more = new java.util.HashMap<>(tags);
        more.put(key, value);
        return new RequestFilter(version, from, to, more, with, slowerThan);
    }

    public RequestFilter having(With what) {
        return new RequestFilter(version, from, to, tags, Optional.of(what), slowerThan);
    }

    public RequestFilter slowerThan(double millis) {
        return new RequestFilter(version, from, to, tags, with, OptionalDouble.of(millis));
    }
}
