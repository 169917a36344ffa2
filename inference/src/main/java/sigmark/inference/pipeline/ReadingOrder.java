package sigmark.inference.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sigmark.inference.page.Box;
import sigmark.inference.run.Detection;

/**
 * Orders formulas as a person reads them: line by line from the top, left to right within a line. Two boxes share a line
 * when they overlap vertically by more than half of the lower one's height. Columns are not looked for: on a page of two
 * columns the order is by line across both.
 */
final class ReadingOrder {
    private static final double SAME_LINE = 0.5;

    private ReadingOrder() {}

    static List<Detection> sort(List<Detection> detections) {
        List<Detection> byTop = new ArrayList<>(detections);
        byTop.sort(Comparator.comparingDouble(d -> d.box().centerY()));
        List<Detection> ordered = new ArrayList<>(detections.size());
        List<Detection> line = new ArrayList<>();
        for (Detection next : byTop) {
            if (!line.isEmpty() && !sameLine(line.get(line.size() - 1).box(), next.box())) {
                flush(line, ordered);
            }
            line.add(next);
        }
        flush(line, ordered);
        return ordered;
    }

    private static void flush(List<Detection> line, List<Detection> ordered) {
        line.sort(Comparator.comparingDouble(d -> d.box().left()));
        ordered.addAll(line);
        line.clear();
    }

    private static boolean sameLine(Box a, Box b) {
        double shared = Math.min(a.bottom(), b.bottom()) - Math.max(a.top(), b.top());
        return shared > SAME_LINE * Math.min(a.height(), b.height());
    }
}
