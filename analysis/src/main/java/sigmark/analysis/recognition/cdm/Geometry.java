package sigmark.analysis.recognition.cdm;

import java.util.List;

/**
 * Finds which assigned pairs share one shift and scale: each drawn pair of points gives a geometry, the one that puts the
 * most truths within 20 pixels of their predictions wins, of equals the one with the smaller squared rest.
 */
final class Geometry {
    private static final double NEAR = 20;
    private static final double TINY = 1e-10;

    private final double[] truthX;
    private final double[] truthY;
    private final double[] foundX;
    private final double[] foundY;
    private final double meanX;
    private final double meanY;

    private Geometry(double[] truthX, double[] truthY, double[] foundX, double[] foundY) {
        this.truthX = truthX;
        this.truthY = truthY;
        this.foundX = foundX;
        this.foundY = foundY;
        meanX = mean(truthX);
        meanY = mean(truthY);
    }

    /** Marks the pairs that the best geometry holds. */
    static boolean[] inliers(double[] truthX, double[] truthY, double[] foundX, double[] foundY, List<int[]> draws) {
        return new Geometry(truthX, truthY, foundX, foundY).best(draws);
    }

    private boolean[] best(List<int[]> draws) {
        int n = truthX.length;
        boolean[] best = new boolean[n];
        boolean[] inliers = new boolean[n];
        int most = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int[] draw : draws) {
            Model model = model(draw[0], draw[1]);
            int count = 0;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                double dx = model.scale * (truthX[i] - meanX) + meanX + model.shiftX - foundX[i];
                double dy = model.scale * (truthY[i] - meanY) + meanY + model.shiftY - foundY[i];
                double rest = Math.sqrt(dy * dy + dx * dx);
                squares += rest * rest;
                inliers[i] = rest < NEAR;
                count += inliers[i] ? 1 : 0;
            }
            if (count > most || (count == most && squares < least)) {
                most = count;
                least = squares;
                boolean[] swap = best;
                best = inliers;
                inliers = swap;
                if (squares <= 0) {
                    break;
                }
            }
        }
        return best;
    }

    private record Model(double scale, double shiftX, double shiftY) {}

    private Model model(int i, int j) {
        double truthSpread = spread(truthX, truthY, i, j);
        double foundSpread = spread(foundX, foundY, i, j);
        return new Model(
                foundSpread / (truthSpread + TINY),
                (foundX[i] + foundX[j]) / 2 - (truthX[i] + truthX[j]) / 2,
                (foundY[i] + foundY[j]) / 2 - (truthY[i] + truthY[j]) / 2);
    }

    /** Mean distance of two points from their middle. */
    private static double spread(double[] x, double[] y, int i, int j) {
        double middleX = (x[i] + x[j]) / 2;
        double middleY = (y[i] + y[j]) / 2;
        return (distance(x[i] - middleX, y[i] - middleY) + distance(x[j] - middleX, y[j] - middleY)) / 2;
    }

    private static double distance(double dx, double dy) {
        return Math.sqrt(dy * dy + dx * dx);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
