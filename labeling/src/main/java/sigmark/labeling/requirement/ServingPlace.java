package sigmark.labeling.requirement;

import java.util.Locale;
import java.util.Optional;

/** Where the service computes. */
public enum ServingPlace {
    MOBILE,
    LOCAL_CPU,
    LOCAL_GPU,
    CLOUD_CPU,
    CLOUD_GPU;

    /** The word in files and JSON: lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean hasGpu() {
        return this == LOCAL_GPU || this == CLOUD_GPU;
    }

    /** The place of that word, in any case. */
    public static Optional<ServingPlace> ofWord(String word) {
        for (ServingPlace place : values()) {
            if (place.word().equalsIgnoreCase(word)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }
}
