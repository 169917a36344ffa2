package sigmark.labeling.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A verdict as it is being made: nothing in it is final.
 *
 * @param looks samples looked at, each once, in the order of first looking
 * @param notes in the person's words, kept as typed
 */
public record Sheet(Subject subject, List<Look> looks, String notes, Optional<Decision> decision) {
    public Sheet {
        looks = List.copyOf(looks);
        if (looks.stream().map(Look::sample).distinct().count() < looks.size()) {
            throw new IllegalArgumentException("a sample stands twice on the sheet");
        }
    }

    /** Nothing looked at yet. */
    public static Sheet empty(Subject subject) {
        return new Sheet(subject, List.of(), "", Optional.empty());
    }

    /** What was said of a sample; empty when it was not looked at. */
    public Optional<Look> of(String sample) {
        return looks.stream().filter(look -> look.sample().equals(sample)).findFirst();
    }

    /** With a look added, or in place of the one at the same sample. */
    public Sheet with(Look look) {
        List<Look> all = new ArrayList<>(looks);
        all.replaceAll(other -> other.sample().equals(look.sample()) ? look : other);
        if (!all.contains(look)) {
            all.add(look);
        }
        return new Sheet(subject, all, notes, decision);
    }

    public Sheet withNotes(String text) {
        return new Sheet(subject, looks, text, decision);
    }

    public Sheet withDecision(Decision wish) {
        return new Sheet(subject, looks, notes, Optional.of(wish));
    }

    /** Something was looked at, and it says what becomes of the candidate and why. */
    public boolean complete() {
        return decision.isPresent() && !notes.isBlank() && !looks.isEmpty();
    }
}
