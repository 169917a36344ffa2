package sigmark.analysis.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Orders by falling score in which equal scores keep their order, as stable merge sort of the negated scores does. */
final class StableOrder {
    private StableOrder() {}

    static List<FoundBox> byFallingScore(List<FoundBox> found) {
        List<FoundBox> sorted = new ArrayList<>(found);
        sorted.sort((a, b) -> a.score() > b.score() ? -1 : a.score() < b.score() ? 1 : 0);
        return sorted;
    }

    /** The given places ordered by their scores. */
    static int[] byFalling(int[] places, double[] scores) {
        Integer[] boxed = Arrays.stream(places).boxed().toArray(Integer[]::new);
        Arrays.sort(boxed, (a, b) -> scores[a] > scores[b] ? -1 : scores[a] < scores[b] ? 1 : 0);
        return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
    }
}
