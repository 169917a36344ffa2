package sigmark.analysis.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Percentiles;
import sigmark.labeling.plan.LearningPoint;

/**
 * A learning curve with its uncertainty. Each of the bootstrap's curves is fitted to errors drawn anew: a training of the
 * size among those with several seeds, then the noise of its held-out samples (binomial). Shown to four times the largest
 * size that was tried and no further.
 *
 * @param curve fitted to the mean error of each size
 * @param points of the trainings
 */
public record CurveForecast(LearningCurve curve, List<LearningPoint> points, List<LearningCurve> drawn) {
    /** Beyond this many times the largest size nothing is said. */
    public static final double REACH = 4;

    private static final int DRAWS = 200;
    private static final long SEED = 20_261_125;
    private static final double TAIL = 0.025;

    public CurveForecast {
        points = List.copyOf(points);
        drawn = List.copyOf(drawn);
    }

    /** Absent when fewer than four sizes were tried. */
    public static Optional<CurveForecast> of(List<LearningPoint> points) {
        TreeMap<Long, List<LearningPoint>> bySize = new TreeMap<>();
        points.forEach(point -> bySize.computeIfAbsent(point.samples(), size -> new java.util.ArrayList<>())
                .add(point));
        if (bySize.size() < LearningCurve.FEWEST_SIZES) {
            return Optional.empty();
        }
        double[] sizes = bySize.keySet().stream().mapToDouble(Long::doubleValue).toArray();
        double[] means = bySize.values().stream()
                .mapToDouble(same -> same.stream()
                        .mapToDouble(LearningPoint::error)
                        .average()
                        .orElseThrow())
                .toArray();
        SplittableRandom random = new SplittableRandom(SEED);
        List<LearningCurve> drawn = new java.util.ArrayList<>();
        for (int b = 0; b < DRAWS; b++) {
            double[] errors = bySize.values().stream()
                    .mapToDouble(same -> redrawn(same, random))
                    .toArray();
            drawn.add(LearningCurve.fit(sizes, errors));
        }
        return Optional.of(new CurveForecast(LearningCurve.fit(sizes, means), points, drawn));
    }

    private static double redrawn(List<LearningPoint> same, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < same.size(); i++) {
            LearningPoint point = same.get(random.nextInt(same.size()));
            int n = (int) Math.min(point.testSamples(), 1_000_000);
            int wrong = BinomialDistribution.of(n, point.error()).inverseCumulativeProbability(random.nextDouble());
            sum += (double) wrong / n;
        }
        return sum / same.size();
    }

    /** The largest size that was tried. */
    public double largest() {
        return points.stream().mapToDouble(LearningPoint::samples).max().orElseThrow();
    }

    /** The curve's error at a size. */
    public double error(double samples) {
        return error(curve, samples);
    }

    /** 95 % of the curves at a size. */
    public Interval errorInterval(double samples) {
        return quantiles(drawn.stream().mapToDouble(one -> error(one, samples)).toArray());
    }

    /** Samples for an error; absent when the curve never comes there, or only beyond what was tried times {@link #REACH}. */
    public OptionalDouble samplesFor(double error) {
        OptionalDouble needed = curve.samplesFor(error);
        return needed.isPresent() && needed.getAsDouble() <= REACH * largest() ? needed : OptionalDouble.empty();
    }

    /** 95 % of the curves; infinite above where some never come there. */
    public Interval samplesInterval(double error) {
        return quantiles(drawn.stream()
                .mapToDouble(one -> one.samplesFor(error).orElse(Double.POSITIVE_INFINITY))
                .toArray());
    }

    private static double error(LearningCurve curve, double samples) {
        double falling = curve.rate().isPresent()
                ? curve.scale() * Math.pow(samples, -curve.rate().getAsDouble())
                : 0;
        return Math.min(1, falling + curve.floor());
    }

    private static Interval quantiles(double[] values) {
        Arrays.sort(values);
        int low = Percentiles.rank(values.length, (int) Math.round(TAIL * 1000)) - 1;
        int high = Percentiles.rank(values.length, (int) Math.round((1 - TAIL) * 1000)) - 1;
        return new Interval(values[low], values[high]);
    }
}
