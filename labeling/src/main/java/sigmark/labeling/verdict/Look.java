package sigmark.labeling.verdict;

/**
 * One sample that a person looked at.
 *
 * @param sample id of the region
 */
public record Look(String sample, Preference preference, Weight weight) {
    public Look {
        if (sample.isBlank()) {
            throw new IllegalArgumentException("a look needs a sample");
        }
    }

    /** Looked at, nothing said yet. */
    public static Look at(String sample) {
        return new Look(sample, Preference.NONE, Weight.NONE);
    }

    public Look withPreference(Preference wish) {
        return new Look(sample, wish, weight);
    }

    public Look withWeight(Weight wish) {
        return new Look(sample, preference, wish);
    }
}
