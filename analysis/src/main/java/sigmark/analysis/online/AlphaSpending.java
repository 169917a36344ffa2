package sigmark.analysis.online;

import java.util.function.DoubleUnaryOperator;
import sigmark.analysis.statistics.GaussLegendre;
import sigmark.analysis.statistics.Normal;

/**
 * Boundaries for looking early at a two-sided comparison by alpha spending (Lan and DeMets 1983), half of α in each tail;
 * found by recursive integration (Armitage, McPherson and Rowe 1969).
 */
public final class AlphaSpending {
    private static final int MOST_LOOKS = 40;

    /** Looks closer together than this share of the data are refused: the integration would lose its precision. */
    private static final double LEAST_STEP = 0.001;

    /** Scores this many deviations out are not followed. */
    private static final double FAR = 9;

    /** How α is spent over the share t of the planned data. */
    public enum Function {
        /** 4(1 − Φ(z_{α/4}/√t)): hardly any of it early. */
        OBRIEN_FLEMING {
            @Override
            double spent(double alpha, double share) {
                return 4 * Normal.survival(-Normal.quantile(alpha / 4) / Math.sqrt(share));
            }
        },
        /** α ln(1 + (e − 1)t): about evenly. */
        POCOCK {
            @Override
            double spent(double alpha, double share) {
                return alpha * Math.log1p((Math.E - 1) * share);
            }
        };

        abstract double spent(double alpha, double share);
    }

    private final double[] spent;
    private final double[] boundaries;

    /**
     * Plans the looks.
     *
     * @param alpha in all, above 0, under 1
     * @param shares of the planned data at each look, rising, above 0 to 1
     */
    public AlphaSpending(Function function, double alpha, double[] shares) {
        if (!(alpha > 0 && alpha < 1) || shares.length > MOST_LOOKS) {
            throw new IllegalArgumentException("alpha %s with %d looks".formatted(alpha, shares.length));
        }
        spent = new double[shares.length];
        boundaries = new double[shares.length];
        double before = 0;
        Density density = new Density();
        for (int look = 0; look < shares.length; look++) {
            double share = shares[look];
            if (!(share - before >= LEAST_STEP && share <= 1)) {
                throw new IllegalArgumentException(
                        "the shares of the data must rise from above 0 to 1 by at least 0.001");
            }
            spent[look] = function.spent(alpha, share);
            double tail = (spent[look] - (look == 0 ? 0 : spent[look - 1])) / 2;
            double step = share - before;
            double edge = density.edge(tail, step, share);
            boundaries[look] = edge / Math.sqrt(share);
            density = density.after(edge, step, share);
            before = share;
        }
    }

    /** α spent up to each look, both tails. */
    public double[] spent() {
        return spent.clone();
    }

    /** |z| to reach at each look. */
    public double[] boundaries() {
        return boundaries.clone();
    }

    /** The two-sided p of each boundary by itself. */
    public double[] nominalP() {
        double[] nominal = new double[boundaries.length];
        for (int look = 0; look < nominal.length; look++) {
            nominal[look] = 2 * Normal.survival(boundaries[look]);
        }
        return nominal;
    }

    /** Where the running score is when no boundary was crossed, as weights at points; at first all of it at 0. */
    private static final class Density {
        private final double[] points;
        private final double[] weights;

        Density() {
            this(new double[] {0}, new double[] {1});
        }

        private Density(double[] points, double[] weights) {
            this.points = points;
            this.weights = weights;
        }

        /** The score above which the wanted probability lies one step later. */
        double edge(double tail, double step, double share) {
            if (points.length == 1) {
                return -Normal.quantile(tail) * Math.sqrt(share);
            }
            DoubleUnaryOperator above = edge -> sum(point -> Normal.survival((edge - point) / Math.sqrt(step)));
            double low = 0;
            double high = FAR * Math.sqrt(share);
            while (high - low > 1e-14 * Math.sqrt(share)) {
                double middle = (low + high) / 2;
                if (middle == low || middle == high) {
                    break;
                }
                if (above.applyAsDouble(middle) > tail) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return (low + high) / 2;
        }

        Density after(double edge, double step, double share) {
            double inside = Math.min(edge, FAR * Math.sqrt(share));
            double deviation = Math.sqrt(step);
            GaussLegendre nodes = GaussLegendre.over(-inside, inside, deviation);
            double[] next = new double[nodes.size()];
            for (int i = 0; i < next.length; i++) {
                double at = nodes.point(i);
                next[i] = nodes.weight(i) * sum(point -> Normal.density((at - point) / deviation)) / deviation;
            }
            return new Density(nodes.points(), next);
        }

        private double sum(DoubleUnaryOperator value) {
            double sum = 0;
            for (int i = 0; i < points.length; i++) {
                sum += weights[i] * value.applyAsDouble(points[i]);
            }
            return sum;
        }
    }
}
