package sigmark.inference.training.detector;

import java.util.List;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.synthesis.DrawnFormula;

/** What the network should answer to a batch of patches of one size. */
final class DetectorTargets {
    /** Share of a box, each way, whose cells belong to it; of large boxes all but a cell's rim. */
    private static final double CORE = 0.7;

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
        Box box = formula.box().scale(1 / cell, 1 / cell);
        int[] across = core(box.left(), box.right(), columns);
        int[] down = core(box.top(), box.bottom(), rows);
        int channel = formula.kind() == FormulaKind.DISPLAY ? 1 : 0;
        ignore(sample, channel, box);
        int cells = (across[1] - across[0]) * (down[1] - down[0]);
        float share = (float) (Math.log(Math.max(3, box.area())) / cells);
        for (int y = down[0]; y < down[1]; y++) {
            for (int x = across[0]; x < across[1]; x++) {
                heat[((sample * 2 + channel) * rows + y) * columns + x] = 1;
                heat[((sample * 2 + 1 - channel) * rows + y) * columns + x] = 0;
                weight[(sample * rows + y) * columns + x] = share;
                edge(sample, 0, y, x, (x + 0.5) - box.left());
                edge(sample, 1, y, x, (y + 0.5) - box.top());
                edge(sample, 2, y, x, box.right() - (x + 0.5));
                edge(sample, 3, y, x, box.bottom() - (y + 0.5));
            }
        }
    }

    /** Cells whose middle lies in the inner part of a side; the middle cell at least. */
    private static int[] core(double from, double to, int cells) {
        double margin = Math.min((to - from) * (1 - CORE) / 2, 1);
        int first = (int) Math.ceil(from + margin - 0.5);
        int end = (int) Math.floor(to - margin - 0.5) + 1;
        if (end <= first) {
            first = (int) ((from + to) / 2);
            end = first + 1;
        }
        first = Math.max(0, Math.min(cells - 1, first));
        return new int[] {first, Math.max(first + 1, Math.min(cells, end))};
    }

    /** Cells on the rim of a box are neither right nor wrong. */
    private void ignore(int sample, int channel, Box box) {
        for (int y = Math.max(0, (int) box.top()); y < Math.min(rows, Math.ceil(box.bottom())); y++) {
            for (int x = Math.max(0, (int) box.left()); x < Math.min(columns, Math.ceil(box.right())); x++) {
                int at = ((sample * 2 + channel) * rows + y) * columns + x;
                heat[at] = heat[at] == 1 ? 1 : -1;
            }
        }
    }

    private void edge(int sample, int side, int y, int x, double distance) {
        edges[(sample * 4 + side) * rows * columns + y * columns + x] = (float) Math.max(0.1, distance);
    }
}
