package sigmark.analysis.foresight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import sigmark.analysis.online.Calibration;
import sigmark.analysis.online.IsotonicCurve;
import sigmark.analysis.online.LogisticFit;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Percentiles;
import sigmark.analysis.statistics.Proportion;

/**
 * The edit as a function of what was known before: of the offline error, and of the model's own doubt (1 − score).
 *
 * @param byError AUC of the offline error for edits; absent with one outcome only, as is the next
 * @param byDoubt AUC of the model's doubt
 * @param fit logistic regression of the edit on the offline error; absent when no finite slope exists
 * @param curve edit probability rising with the offline error, by isotonic regression
 * @param scoreError expected calibration error of the model's doubt as a probability of edit; absent without scores
 * @param brier of the same
 */
public record SampleChecks(
        List<LiveSample> samples,
        Optional<Auc> byError,
        Optional<Auc> byDoubt,
        Optional<LogisticFit> fit,
        List<IsotonicCurve.Point> curve,
        OptionalDouble scoreError,
        OptionalDouble brier) {
    /** More samples than this are thinned out evenly: the answer no longer moves. */
    private static final int MOST = 20_000;

    private static final int RESAMPLES = 400;
    private static final long SEED = 9;
    private static final int ENOUGH = 30;
    private static final int MOST_NAMED = 12;

    public SampleChecks {
        samples = List.copyOf(samples);
        curve = List.copyOf(curve);
    }

    /** An AUC with its percentile interval over users drawn again. */
    public record Auc(double value, Interval interval) {}

    static SampleChecks of(List<LiveSample> all) {
        List<LiveSample> samples = thinned(all);
        List<LiveSample> scored =
                samples.stream().filter(sample -> sample.score().isPresent()).toList();
        double[] errors = samples.stream().mapToDouble(LiveSample::error).toArray();
        boolean[] edits = edits(samples);
        double[] doubts = scored.stream()
                .mapToDouble(
                        sample -> 1 - Math.max(0, Math.min(1, sample.score().orElseThrow())))
                .toArray();
        Optional<Calibration> score =
                scored.isEmpty() ? Optional.empty() : Optional.of(new Calibration(doubts, edits(scored)));
        return new SampleChecks(
                samples,
                auc(samples, errors),
                auc(scored, doubts),
                LogisticFit.of(errors, edits),
                IsotonicCurve.of(errors, edits),
                score.map(of -> OptionalDouble.of(of.expectedError())).orElse(OptionalDouble.empty()),
                score.map(of -> OptionalDouble.of(of.brier())).orElse(OptionalDouble.empty()));
    }

    private static List<LiveSample> thinned(List<LiveSample> all) {
        int step = Math.max(1, (all.size() + MOST - 1) / MOST);
        List<LiveSample> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i += step) {
            kept.add(all.get(i));
        }
        return kept;
    }

    private static boolean[] edits(List<LiveSample> samples) {
        boolean[] edits = new boolean[samples.size()];
        for (int i = 0; i < edits.length; i++) {
            edits[i] = samples.get(i).edited();
        }
        return edits;
    }

    private static Optional<Auc> auc(List<LiveSample> samples, double[] scores) {
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble value = new Calibration(scores, edits(samples)).auc();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<Integer>> users = new LinkedHashMap<>();
        for (int i = 0; i < samples.size(); i++) {
            users.computeIfAbsent(samples.get(i).user(), user -> new ArrayList<>())
                    .add(i);
        }
        List<List<Integer>> units = List.copyOf(users.values());
        SplittableRandom random = new SplittableRandom(SEED);
        double[] drawn = new double[RESAMPLES];
        int kept = 0;
        for (int b = 0; b < RESAMPLES; b++) {
            List<Integer> places = new ArrayList<>();
            for (int u = 0; u < units.size(); u++) {
                places.addAll(units.get((int) (random.nextDouble() * units.size())));
            }
            double[] of = places.stream().mapToDouble(place -> scores[place]).toArray();
            OptionalDouble one =
                    new Calibration(of, edits(places.stream().map(samples::get).toList())).auc();
            if (one.isPresent()) {
                drawn[kept++] = one.getAsDouble();
            }
        }
        double[] ascending = Arrays.copyOf(drawn, kept);
        Arrays.sort(ascending);
        return kept == 0
                ? Optional.empty()
                : Optional.of(new Auc(
                        value.getAsDouble(),
                        new Interval(Percentiles.linear(ascending, 0.025), Percentiles.linear(ascending, 0.975))));
    }

    /** Samples that speak against: wrong offline and confirmed, or right offline and edited; the clearest first. */
    public List<LiveSample> against() {
        return samples.stream()
                .filter(sample -> sample.edited() ? sample.error() == 0 : sample.error() > 0)
                .sorted(Comparator.comparingDouble(sample -> sample.edited() ? -2 : -sample.error()))
                .toList();
    }

    Check samplesCheck() {
        List<String> breakers = against().stream()
                .limit(MOST_NAMED)
                .map(LiveSample::requestId)
                .distinct()
                .toList();
        if (byError.isEmpty() || samples.size() < ENOUGH) {
            return new Check(
                    Check.About.SAMPLES,
                    Check.State.OPEN,
                    byError.map(auc -> OptionalDouble.of(auc.value())).orElse(OptionalDouble.empty()),
                    byError.map(Auc::interval),
                    samples.size(),
                    OptionalLong.of(Math.max(1, ENOUGH - samples.size())),
                    breakers);
        }
        Auc auc = byError.get();
        Check.State state = auc.interval().low() > 0.5
                ? Check.State.YES
                : auc.interval().high() < 0.5 ? Check.State.NO : Check.State.OPEN;
        return new Check(
                Check.About.SAMPLES,
                state,
                OptionalDouble.of(auc.value()),
                Optional.of(auc.interval()),
                samples.size(),
                state == Check.State.OPEN
                        ? more(samples.size(), auc.interval().halfWidth(), Math.abs(auc.value() - 0.5))
                        : OptionalLong.empty(),
                breakers);
    }

    /** As many more as bring the half width down to the distance, if both stay as they are; absent at no distance. */
    static OptionalLong more(long n, double halfWidth, double distance) {
        if (distance < 1e-3) {
            return OptionalLong.empty();
        }
        double factor = halfWidth / distance;
        return OptionalLong.of(Math.max(1, (long) Math.ceil(n * (factor * factor - 1))));
    }

    /** The curve of one half, drawn by lot, foretells the edits of the other. */
    Check forecastCheck() {
        List<LiveSample> fitted = new ArrayList<>();
        List<LiveSample> rest = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(SEED);
        samples.forEach(sample -> (random.nextBoolean() ? fitted : rest).add(sample));
        if (Math.min(fitted.size(), rest.size()) < ENOUGH) {
            return new Check(
                    Check.About.FORECAST,
                    Check.State.OPEN,
                    OptionalDouble.empty(),
                    Optional.empty(),
                    samples.size(),
                    OptionalLong.of(Math.max(1, 2L * ENOUGH - samples.size())),
                    List.of());
        }
        List<IsotonicCurve.Point> half =
                IsotonicCurve.of(fitted.stream().mapToDouble(LiveSample::error).toArray(), edits(fitted));
        double foretold = rest.stream()
                .mapToDouble(sample -> value(half, sample.error()))
                .average()
                .orElse(0);
        Interval seen = new Proportion(rest.stream().filter(LiveSample::edited).count(), rest.size())
                .wilson(0.95)
                .orElseThrow();
        return new Check(
                Check.About.FORECAST,
                seen.contains(foretold) ? Check.State.YES : Check.State.NO,
                OptionalDouble.of(foretold),
                Optional.of(seen),
                rest.size(),
                OptionalLong.empty(),
                List.of());
    }

    /** The curve at an error: of the greatest point not above it, else of the first. */
    private static double value(List<IsotonicCurve.Point> curve, double error) {
        double value = curve.get(0).value();
        for (IsotonicCurve.Point point : curve) {
            if (point.score() <= error) {
                value = point.value();
            }
        }
        return value;
    }
}
