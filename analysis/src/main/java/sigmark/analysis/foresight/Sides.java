package sigmark.analysis.foresight;

import java.util.Optional;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Proportion;
import sigmark.analysis.statistics.TwoProportions;

/**
 * One version, on all or on one slice, as both sides see it.
 *
 * @param slice such as {@code tokens=4–15}; empty for all
 * @param offline found formulas that are wrong, of those found on pages that were not trained on
 * @param online results that users edited, of those they judged by an act
 */
public record Sides(String version, String slice, Proportion offline, Proportion online) {
    /** Whether both sides saw enough to be put in an order. */
    boolean counts(int least) {
        return offline.n() >= least && online.n() >= least;
    }

    /** As lists name it. */
    public String name() {
        return slice.isEmpty() ? version : slice + " · " + version;
    }

    /** Whether two differ on a side by more than chance: 1 when the first is worse, −1 when better, 0 when unsure. */
    static int order(Proportion first, Proportion second) {
        Optional<Interval> difference = new TwoProportions(first, second).newcombe(0.95);
        if (difference.isEmpty()) {
            return 0;
        }
        return difference.get().low() > 0 ? 1 : difference.get().high() < 0 ? -1 : 0;
    }
}
