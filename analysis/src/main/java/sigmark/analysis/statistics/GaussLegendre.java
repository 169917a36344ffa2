package sigmark.analysis.statistics;

/** Points and weights to integrate a smooth function over an interval: panels of eight Gauss–Legendre points each. */
public final class GaussLegendre {
    private static final int MOST_PANELS = 300;

    /** Half of the points on −1 to 1 (the others mirror them) and their weights; Abramowitz and Stegun, table 25.4. */
    private static final double[] HALF = {
        0.1834346424956498049394761,
        0.5255324099163289858177390,
        0.7966664774136267395915539,
        0.9602898564975362316835609
    };

    private static final double[] HALF_WEIGHTS = {
        0.3626837833783619829651504,
        0.3137066458778872873379622,
        0.2223810344533744705443560,
        0.1012285362903762591525314
    };

    private final double[] points;
    private final double[] weights;

    private GaussLegendre(double[] points, double[] weights) {
        this.points = points;
        this.weights = weights;
    }

    /** Panels of at most half the scale on which the function changes, as far as {@value #MOST_PANELS} go. */
    public static GaussLegendre over(double from, double to, double scale) {
        int panels = (int) Math.max(4, Math.min(MOST_PANELS, Math.ceil((to - from) / scale * 2)));
        int each = 2 * HALF.length;
        double[] points = new double[panels * each];
        double[] weights = new double[panels * each];
        double half = (to - from) / panels / 2;
        for (int panel = 0; panel < panels; panel++) {
            double centre = from + (2 * panel + 1) * half;
            for (int i = 0; i < HALF.length; i++) {
                int place = panel * each + 2 * i;
                points[place] = centre - half * HALF[i];
                points[place + 1] = centre + half * HALF[i];
                weights[place] = half * HALF_WEIGHTS[i];
                weights[place + 1] = half * HALF_WEIGHTS[i];
            }
        }
        return new GaussLegendre(points, weights);
    }

    public int size() {
        return points.length;
    }

    public double point(int i) {
        return points[i];
    }

    public double weight(int i) {
        return weights[i];
    }

    public double[] points() {
        return points.clone();
    }
}
