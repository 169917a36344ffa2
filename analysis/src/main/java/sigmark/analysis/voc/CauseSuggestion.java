package sigmark.analysis.voc;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import sigmark.analysis.errors.ErrorClass;
import sigmark.analysis.errors.ErrorProfile;
import sigmark.labeling.voc.VocCause;
import sigmark.labeling.voc.VocItem;

/**
 * The cause that an item's correction points at: the class that explains most of what differs between what was shown and
 * what the user made of it. A person decides.
 *
 * @param detail word of the error class
 */
public record CauseSuggestion(VocCause cause, String detail) {
    /** Absent without both texts, or when they say the same. */
    public static Optional<CauseSuggestion> of(VocItem item) {
        if (item.predictedLatex().isEmpty() || item.correctedLatex().isEmpty()) {
            return Optional.empty();
        }
        if (item.predictedLatex().get().isBlank()) {
            return Optional.of(new CauseSuggestion(VocCause.DETECTION, ""));
        }
        ErrorProfile profile = ErrorProfile.of(
                item.correctedLatex().get(), item.predictedLatex().get());
        return profile.errors().entrySet().stream()
                .max(Map.Entry.<ErrorClass, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .flatMap(most -> of(most.getKey()));
    }

    private static Optional<CauseSuggestion> of(ErrorClass error) {
        for (VocCause cause : VocCause.values()) {
            if (cause.details().contains(error.word())) {
                return Optional.of(new CauseSuggestion(cause, error.word()));
            }
        }
        return Optional.empty();
    }
}
