package sigmark.analysis.verdict;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.evaluation.SampleOutcome;
import sigmark.analysis.recognition.LatexSample;
import sigmark.analysis.statistics.Bootstrap;
import sigmark.analysis.statistics.BootstrapResult;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Normal;
import sigmark.analysis.statistics.Proportion;
import sigmark.labeling.requirement.Measure;
import sigmark.labeling.requirement.PipelineModule;

/**
 * An accuracy as Σ numerator / Σ denominator over pages. Its interval is the bootstrap's over pages, since formulas of a
 * page are not independent; for shares never narrower than Wilson's, since a bootstrap of few or equal pages is too
 * narrow.
 *
 * @param samples that have a denominator
 * @param effect variance over that of independent samples, at least 1
 */
record Ratio(OptionalDouble value, Optional<Interval> interval, long samples, double effect, boolean share) {
    private static final double CONFIDENCE = 0.95;
    private static final long MOST = 1L << 40;

    /** What a sample adds above and below the line. */
    private record Parts(ToDoubleFunction<EvaluationSample> above, ToDoubleFunction<EvaluationSample> below) {}

    static Ratio of(Measure measure, PipelineModule module, List<List<EvaluationSample>> pages) {
        Parts parts = parts(measure, module);
        double[] above = new double[pages.size()];
        double[] below = new double[pages.size()];
        long samples = 0;
        for (int p = 0; p < pages.size(); p++) {
            for (EvaluationSample sample : pages.get(p)) {
                double weight = parts.below().applyAsDouble(sample);
                if (weight > 0) {
                    above[p] += parts.above().applyAsDouble(sample);
                    below[p] += weight;
                    samples++;
                }
            }
        }
        return of(above, below, samples, measure.isShare());
    }

    /** From sums by unit of independence. */
    static Ratio of(double[] above, double[] below, long samples, boolean share) {
        Optional<BootstrapResult> drawn = Bootstrap.standard().ratio(above, below);
        if (drawn.isEmpty()) {
            return new Ratio(OptionalDouble.empty(), Optional.empty(), 0, 1, share);
        }
        double value = drawn.get().estimate();
        Interval bootstrap = drawn.get().percentile();
        if (!share) {
            Optional<Interval> interval = above.length < 2 ? Optional.empty() : Optional.of(bootstrap);
            return new Ratio(OptionalDouble.of(value), interval, samples, 1, false);
        }
        Interval wilson = new Proportion(Math.round(value * samples), samples)
                .wilson(CONFIDENCE)
                .orElseThrow();
        double widths = bootstrap.halfWidth() / Math.max(wilson.halfWidth(), 1e-12);
        return new Ratio(
                OptionalDouble.of(value),
                Optional.of(new Interval(
                        Math.min(wilson.low(), bootstrap.low()), Math.max(wilson.high(), bootstrap.high()))),
                samples,
                Math.max(1, widths * widths),
                true);
    }

    /** How many more samples of the same kind would take the bound out of the interval. */
    OptionalLong missing(double bound) {
        if (value.isEmpty() || interval.isEmpty()) {
            return OptionalLong.empty();
        }
        double distance = Math.abs(value.getAsDouble() - bound);
        long needed = samples;
        while (needed < MOST && halfWidth(needed, bound) >= distance) {
            needed = Math.max(needed + 1, needed + needed / 2);
        }
        if (needed >= MOST) {
            return OptionalLong.empty();
        }
        long low = samples;
        long high = needed;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (halfWidth(middle, bound) >= distance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalLong.of(Math.max(1, high - samples));
    }

    /** Of the side of the interval that looks at the bound. */
    private double halfWidth(long n, double bound) {
        double p = value.orElseThrow();
        if (!share) {
            Interval now = interval.orElseThrow();
            double side = bound > p ? now.high() - p : p - now.low();
            return side * Math.sqrt((double) samples / n);
        }
        double z = Normal.twoSided(CONFIDENCE);
        double free = n / effect;
        double scale = 1 + z * z / free;
        double centre = (p + z * z / (2 * free)) / scale;
        double half = z / scale * Math.sqrt(p * (1 - p) / free + z * z / (4 * free * free));
        return bound > p ? centre + half - p : p - (centre - half);
    }

    private static Parts parts(Measure measure, PipelineModule module) {
        return switch (measure) {
            case BOX_F1 -> new Parts(s -> matched(s) ? 2 : 0, s -> (s.truth().isPresent() ? 1 : 0) + found(s));
            case BOX_PRECISION -> new Parts(s -> matched(s) ? 1 : 0, Ratio::found);
            case BOX_RECALL -> new Parts(s -> matched(s) ? 1 : 0, s -> s.truth().isPresent() ? 1 : 0);
            case EXACT_MATCH -> within(module, 0);
            case WITHIN_ONE -> within(module, 1);
            case WITHIN_TWO -> within(module, 2);
            case EDIT_DISTANCE -> read(module, reading -> reading.canonical().distance());
            case CHARACTER_DISTANCE -> read(module, LatexSample::characterDistance);
            case CDM ->
                new Parts(
                        s -> reading(s, module)
                                .flatMap(LatexSample::cdm)
                                .map(cdm -> cdm.f1())
                                .orElse(0.0),
                        s -> reading(s, module).flatMap(LatexSample::cdm).isPresent() ? 1 : 0);
            case HIT_RECALL -> new Parts(Ratio::hit, s -> s.endToEnd().isPresent() ? 1 : 0);
            case HIT_PRECISION ->
                new Parts(Ratio::hit, s -> s.truth().isPresent() && s.endToEnd().isEmpty() ? 0 : found(s));
            default -> throw new IllegalArgumentException("no accuracy of a run: " + measure);
        };
    }

    private static Parts within(PipelineModule module, int errors) {
        return read(module, reading -> reading.canonical().errors() <= errors ? 1 : 0);
    }

    private static Parts read(PipelineModule module, ToDoubleFunction<LatexSample> value) {
        return new Parts(
                s -> reading(s, module).map(value::applyAsDouble).orElse(0.0),
                s -> reading(s, module).isPresent() ? 1 : 0);
    }

    private static Optional<LatexSample> reading(EvaluationSample sample, PipelineModule module) {
        return module == PipelineModule.RECOGNIZER ? sample.onTrueBox() : sample.endToEnd();
    }

    private static boolean matched(EvaluationSample sample) {
        return sample.outcome() == SampleOutcome.MATCHED;
    }

    private static double found(EvaluationSample sample) {
        return sample.prediction().isPresent() ? 1 : 0;
    }

    private static double hit(EvaluationSample sample) {
        return sample.endToEnd().isPresent() && sample.right() ? 1 : 0;
    }

    /** How badly a sample speaks against a measure, 0 when it does not. */
    static double against(Measure measure, PipelineModule module, EvaluationSample sample) {
        Parts parts = parts(measure, module);
        double weight = parts.below().applyAsDouble(sample);
        double share = weight > 0 ? parts.above().applyAsDouble(sample) / weight : measure.higherIsBetter() ? 1 : 0;
        return measure.higherIsBetter() ? 1 - share : share;
    }
}
