package sigmark.analysis.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A sample without replacement that the same seed draws again: the index rule of {@code SplittableRandom}. */
public final class SampleDraw {
    private SampleDraw() {}

    /** Draws from items in a fixed order; in the order drawn. */
    public static <T> List<T> draw(List<T> items, int count, long seed) {
        List<T> rest = new ArrayList<>(items);
        SplittableRandom random = new SplittableRandom(seed);
        List<T> drawn = new ArrayList<>();
        int size = rest.size();
        while (drawn.size() < count && size > 0) {
            int place = (int) (random.nextDouble() * size);
            drawn.add(rest.get(place));
            size--;
            rest.set(place, rest.get(size));
        }
        return drawn;
    }
}
