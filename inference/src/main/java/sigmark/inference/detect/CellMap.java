package sigmark.inference.detect;

import java.util.ArrayList;
import java.util.List;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.run.Detection;

/**
 * Reads boxes off what the network says about each cell: six channels, row by row: logits of lying inside an inline and
 * a display formula, then logarithms of the distances, in cells, to the formula's left, top, right and bottom edge
 * (Tian et al. 2019, FCOS, with the centredness taken from the distances themselves).
 *
 * @param cell pixels of the picture a cell stands for
 */
record CellMap(float[] values, int rows, int columns, int cell) {
    private static final FormulaKind[] KINDS = {FormulaKind.INLINE, FormulaKind.DISPLAY};
    private static final double LONGEST = 5.5;
    private static final double SHORTEST = -3;

    /** Cells that say the same formula overlap at least so much. */
    private static final double AGREEING = 0.4;

    /** What one cell says: its box in cells, and how much it is to be believed. */
    private record Voice(
            int kind, double left, double top, double right, double bottom, double x, double y, double score) {
        double area() {
            return (right - left) * (bottom - top);
        }

        double iou(Voice other) {
            double width = Math.min(right, other.right) - Math.max(left, other.left);
            double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
            double shared = width > 0 && height > 0 ? width * height : 0;
            return shared / (area() + other.area() - shared);
        }

        boolean covers(double px, double py) {
            return px >= left && px < right && py >= top && py < bottom;
        }
    }

    /** Formulas at least this likely, in falling score; boxes in the picture's pixels, joined from what cells agree on. */
    List<Detection> formulas(double scoreFrom) {
        List<Voice> open = voices(scoreFrom);
        open.sort((a, b) -> Double.compare(b.score(), a.score()));
        List<Detection> found = new ArrayList<>();
        while (!open.isEmpty()) {
            Voice best = open.get(0);
            List<Voice> agreeing = new ArrayList<>();
            List<Voice> rest = new ArrayList<>();
            for (Voice voice : open) {
                boolean same = voice.equals(best) || voice.iou(best) >= AGREEING;
                if (same) {
                    agreeing.add(voice);
                } else if (!best.covers(voice.x(), voice.y())) {
                    rest.add(voice);
                }
            }
            found.add(new Detection(joined(agreeing), KINDS[best.kind()], Writing.PRINTED, best.score()));
            open = rest;
        }
        return found;
    }

    /** Each edge is the mean of what the cells say, those nearest to it counting most. */
    private Box joined(List<Voice> voices) {
        double[] sums = new double[4];
        double[] weights = new double[4];
        for (Voice v : voices) {
            double[] edges = {v.left(), v.top(), v.right(), v.bottom()};
            double[] away = {v.x() - v.left(), v.y() - v.top(), v.right() - v.x(), v.bottom() - v.y()};
            for (int i = 0; i < 4; i++) {
                double weight = v.score() / Math.pow(away[i] + 1, 2);
                sums[i] += weight * edges[i];
                weights[i] += weight;
            }
        }
        return new Box(
                sums[0] / weights[0] * cell,
                sums[1] / weights[1] * cell,
                sums[2] / weights[2] * cell,
                sums[3] / weights[3] * cell);
    }

    private List<Voice> voices(double scoreFrom) {
        List<Voice> voices = new ArrayList<>();
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int kind = at(1, y, x) > at(0, y, x) ? 1 : 0;
                double likely = 1 / (1 + Math.exp(-at(kind, y, x)));
                if (likely >= scoreFrom) {
                    double left = distance(2, y, x);
                    double top = distance(3, y, x);
                    double right = distance(4, y, x);
                    double bottom = distance(5, y, x);
                    double middle = Math.sqrt(centred(left, right) * centred(top, bottom));
                    if (likely * middle >= scoreFrom) {
                        voices.add(new Voice(
                                kind,
                                x + 0.5 - left,
                                y + 0.5 - top,
                                x + 0.5 + right,
                                y + 0.5 + bottom,
                                x + 0.5,
                                y + 0.5,
                                likely * middle));
                    }
                }
            }
        }
        return voices;
    }

    /** 1 in the middle, less towards an edge; small formulas, which have few cells, hardly suffer. */
    private static double centred(double a, double b) {
        return (Math.min(a, b) + 2) / (Math.max(a, b) + 2);
    }

    /** In falling score, leaving out boxes of which an earlier one shares more than {@code overlap} of the smaller. */
    static List<Detection> distinct(List<Detection> found, double overlap) {
        List<Detection> sorted = new ArrayList<>(found);
        sorted.sort((a, b) -> Double.compare(b.score(), a.score()));
        List<Detection> kept = new ArrayList<>();
        for (Detection candidate : sorted) {
            boolean free = true;
            for (Detection better : kept) {
                double shared = candidate.box().sharedArea(better.box());
                double smaller = Math.min(candidate.box().area(), better.box().area());
                free &= shared <= overlap * smaller;
            }
            if (free) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    private float at(int channel, int y, int x) {
        return values[(channel * rows + y) * columns + x];
    }

    private double distance(int channel, int y, int x) {
        return Math.exp(Math.max(SHORTEST, Math.min(LONGEST, at(channel, y, x))));
    }
}
