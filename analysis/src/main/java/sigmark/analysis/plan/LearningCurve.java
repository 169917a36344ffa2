package sigmark.analysis.plan;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * error(n) = a·n^(−b) + c with a, b, c ≥ 0 by least squares: for a fixed b it is linear in n^(−b) and 1, then b is
 * searched from 0.01 to 5. Compare fits by their sum of squares: the valley is flat.
 *
 * @param rate b; absent when the curve is flat (a = 0)
 * @param floor c, the error that more data of this kind will not go under
 */
public record LearningCurve(double scale, OptionalDouble rate, double floor, double sumOfSquares) {
    /** Three unknowns need one size more. */
    public static final int FEWEST_SIZES = 4;

    private static final double SLOWEST = 0.01;
    private static final double FASTEST = 5;
    private static final int GRID = 400;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private record Line(double scale, double floor, double squares) {}

    /** Fits sizes above 0 and their errors. */
    public static LearningCurve fit(double[] sizes, double[] errors) {
        boolean positive = Arrays.stream(sizes).allMatch(size -> size > 0 && Double.isFinite(size));
        if (sizes.length != errors.length || sizes.length < FEWEST_SIZES || !positive) {
            throw new IllegalArgumentException("a curve needs errors at %d sizes or more".formatted(FEWEST_SIZES));
        }
        double best = SLOWEST;
        double least = Double.POSITIVE_INFINITY;
        double ratio = Math.pow(FASTEST / SLOWEST, 1.0 / GRID);
        for (int i = 0; i <= GRID; i++) {
            double rate = SLOWEST * Math.pow(ratio, i);
            double squares = line(sizes, errors, rate).squares();
            if (squares < least) {
                least = squares;
                best = rate;
            }
        }
        double rate = refine(sizes, errors, Math.max(SLOWEST, best / ratio), Math.min(FASTEST, best * ratio));
        Line line = line(sizes, errors, rate);
        return new LearningCurve(
                line.scale(),
                line.scale() > 0 ? OptionalDouble.of(rate) : OptionalDouble.empty(),
                line.floor(),
                line.squares());
    }

    /** Samples at which the curve meets the target, (a/(target − c))^(1/b); absent at or under the floor. */
    public OptionalDouble samplesFor(double target) {
        return rate.isEmpty() || target <= floor
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.pow(scale / (target - floor), 1 / rate.getAsDouble()));
    }

    private static double refine(double[] sizes, double[] errors, double from, double to) {
        double low = from;
        double high = to;
        while (high - low > 1e-13 * high) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (line(sizes, errors, left).squares()
                    <= line(sizes, errors, right).squares()) {
                high = right;
            } else {
                low = left;
            }
        }
        return (low + high) / 2;
    }

    /** The non-negative line in x = (n/n₁)^(−b), scaled back. */
    private static Line line(double[] sizes, double[] errors, double rate) {
        int n = sizes.length;
        double[] x = Arrays.stream(sizes)
                .map(size -> Math.pow(size / sizes[0], -rate))
                .toArray();
        double meanX = Arrays.stream(x).sum() / n;
        double meanY = Arrays.stream(errors).sum() / n;
        double both = 0;
        double spread = 0;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            both += (x[i] - meanX) * (errors[i] - meanY);
            spread += (x[i] - meanX) * (x[i] - meanX);
            products += x[i] * errors[i];
            squares += x[i] * x[i];
        }
        double scale = spread > 0 ? Math.max(0, both / spread) : 0;
        double floor = meanY - scale * meanX;
        if (floor < 0) {
            floor = 0;
            scale = Math.max(0, products / squares);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double miss = errors[i] - scale * x[i] - floor;
            sum += miss * miss;
        }
        return new Line(scale * Math.pow(sizes[0], rate), floor, sum);
    }
}
