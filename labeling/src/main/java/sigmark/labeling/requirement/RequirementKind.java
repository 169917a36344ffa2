package sigmark.labeling.requirement;

import java.util.Locale;
import java.util.Optional;

/** What sort of thing a line asks for. */
public enum RequirementKind {
    ACCURACY_OFFLINE,
    ACCURACY_ONLINE,
    TIME_OFFLINE,
    TIME_ONLINE,
    QPS,
    HARDWARE,
    SERVING_PLACE,
    INPUT_CONDITIONS;

    /** The word in files and JSON: lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of that word, in any case. */
    public static Optional<RequirementKind> ofWord(String word) {
        for (RequirementKind kind : values()) {
            if (kind.word().equalsIgnoreCase(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Whether a line of this kind bounds a time and so needs a percentile. */
    public boolean isTime() {
        return this == TIME_OFFLINE || this == TIME_ONLINE;
    }

    /** Whether a line of this kind bounds a share or a distance. */
    public boolean isAccuracy() {
        return this == ACCURACY_OFFLINE || this == ACCURACY_ONLINE;
    }
}
