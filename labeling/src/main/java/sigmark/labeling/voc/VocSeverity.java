package sigmark.labeling.voc;

import java.util.Locale;
import java.util.Optional;

/** How much it hurts, with the weight for ranking. */
public enum VocSeverity {
    BLOCKER(8),
    MAJOR(4),
    MINOR(2),
    COSMETIC(1);

    private final int weight;

    VocSeverity(int weight) {
        this.weight = weight;
    }

    public int weight() {
        return weight;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<VocSeverity> ofWord(String word) {
        for (VocSeverity severity : values()) {
            if (severity.word().equals(word)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }
}
