package sigmark.app.label;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import sigmark.inference.page.Box;

/** Puts boxes in the order in which people read them: line by line, each from left to right. */
final class ReadingOrder {
    /** Boxes share a line when they overlap by this share of the lower one's height. */
    private static final double SAME_LINE = 0.5;

    private ReadingOrder() {}

    static <T> List<T> sort(List<T> items, Function<T, Box> boxOf) {
        List<T> byTop = new ArrayList<>(items);
        byTop.sort(Comparator.comparingDouble(item -> boxOf.apply(item).centerY()));
        List<T> sorted = new ArrayList<>(items.size());
        List<T> line = new ArrayList<>();
        for (T item : byTop) {
            if (!line.isEmpty() && !onLine(line, boxOf.apply(item), boxOf)) {
                flush(line, sorted, boxOf);
            }
            line.add(item);
        }
        flush(line, sorted, boxOf);
        return sorted;
    }

    /** A box is on a line when it overlaps the line's last box, or the line's hull, well enough. */
    private static <T> boolean onLine(List<T> line, Box box, Function<T, Box> boxOf) {
        Box last = boxOf.apply(line.get(line.size() - 1));
        double shared = Math.min(last.bottom(), box.bottom()) - Math.max(last.top(), box.top());
        return shared >= SAME_LINE * Math.min(last.height(), box.height());
    }

    private static <T> void flush(List<T> line, List<T> sorted, Function<T, Box> boxOf) {
        line.sort(Comparator.comparingDouble(item -> boxOf.apply(item).left()));
        sorted.addAll(line);
        line.clear();
    }
}
