package sigmark.labeling.edit;

import java.util.Optional;

/** One page or region before and after a change; absent before it is made and after it is gone. */
public record Delta<T>(Optional<T> before, Optional<T> after) {
    public Delta {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("a delta from nothing to nothing");
        }
    }

    public Delta<T> inverse() {
        return new Delta<>(after, before);
    }

    /** The later of the two sides that is there. */
    public T latest() {
        return after.or(() -> before).orElseThrow();
    }
}
