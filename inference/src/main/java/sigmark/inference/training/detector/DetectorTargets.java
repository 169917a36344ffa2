package sigmark.inference.training.detector;

import java.util.List;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.synthesis.DrawnFormula;

/** What the network should answer to a batch of patches of one size. */
final class DetectorTargets {
    /** Share of a box, each way, whose cells learn its edges (TTFNet's alpha). */
    private static final double CORE = 0.54;

    final float[] heat;
    final float[] edges;
    final float[] weight;
    private final int rows;
    private final int columns;

    DetectorTargets(int samples, int width, int height) {
        columns = width / DetectorNetwork.STRIDE;
        rows = height / DetectorNetwork.STRIDE;
        heat = new float[samples * 2 * rows * columns];
        edges = new float[samples * 4 * rows * columns];
        weight = new float[samples * rows * columns];
        java.util.Arrays.fill(edges, 1);
    }

    /** Large formulas first, so that a small one keeps its own cells where two lie close together. */
    void put(int sample, List<DrawnFormula> formulas) {
        formulas.stream()
                .sorted((a, b) -> Double.compare(b.box().area(), a.box().area()))
                .forEach(formula -> put(sample, formula));
    }

    private void put(int sample, DrawnFormula formula) {
        double cell = DetectorNetwork.STRIDE;
        Box box = formula.box();
        int centerX = (int) Math.min(columns - 1, box.centerX() / cell);
        int centerY = (int) Math.min(rows - 1, box.centerY() / cell);
        double sigmaX = CORE * box.width() / cell / 6;
        double sigmaY = CORE * box.height() / cell / 6;
        int reachX = (int) Math.floor(CORE * box.width() / cell / 2);
        int reachY = (int) Math.floor(CORE * box.height() / cell / 2);
        int channel = formula.kind() == FormulaKind.DISPLAY ? 1 : 0;
        double sum = 0;
        for (int dy = -reachY; dy <= reachY; dy++) {
            for (int dx = -reachX; dx <= reachX; dx++) {
                sum += bell(dx, sigmaX) * bell(dy, sigmaY);
            }
        }
        double share = Math.log(Math.max(3, box.area() / (cell * cell))) / sum;
        for (int y = Math.max(0, centerY - reachY); y <= Math.min(rows - 1, centerY + reachY); y++) {
            for (int x = Math.max(0, centerX - reachX); x <= Math.min(columns - 1, centerX + reachX); x++) {
                double bell = bell(x - centerX, sigmaX) * bell(y - centerY, sigmaY);
                int at = (sample * 2 + channel) * rows * columns + y * columns + x;
                heat[at] = (float) Math.max(heat[at], bell);
                weight[sample * rows * columns + y * columns + x] = (float) (bell * share);
                edge(sample, 0, y, x, (x + 0.5) - box.left() / cell);
                edge(sample, 1, y, x, (y + 0.5) - box.top() / cell);
                edge(sample, 2, y, x, box.right() / cell - (x + 0.5));
                edge(sample, 3, y, x, box.bottom() / cell - (y + 0.5));
            }
        }
    }

    private void edge(int sample, int side, int y, int x, double distance) {
        edges[(sample * 4 + side) * rows * columns + y * columns + x] = (float) Math.max(0.1, distance);
    }

    private static double bell(int distance, double sigma) {
        return distance == 0 ? 1 : Math.exp(-distance * distance / (2 * sigma * sigma));
    }
}
