package sigmark.app.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import sigmark.analysis.statistics.Percentiles;
import sigmark.inference.run.Step;
import sigmark.inference.run.StepTimes;

/**
 * How long the steps of a run's pages took, warm-up and failed pages left out.
 *
 * @param rows one a step, in the order in which steps run
 * @param whole the page in all
 * @param pages how many pages are measured
 */
public record StepFigures(List<Row> rows, Row whole, int pages) {
    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * One line of the table, in milliseconds; absent where nothing was measured.
     *
     * @param step absent for the page in all
     * @param share of all the time, 0 to 1
     */
    public record Row(Optional<Step> step, OptionalDouble p50, OptionalDouble p95, OptionalDouble p99, double share) {}

    /** Which page to show step by step. */
    public enum Pick {
        MEDIAN(500),
        P95(950),
        SLOWEST(1000);

        private final int perMille;

        Pick(int perMille) {
            this.perMille = perMille;
        }
    }

    public static StepFigures of(List<MeasuredPage> pages, int warmUp) {
        List<StepTimes> times =
                counted(pages, warmUp).stream().map(MeasuredPage::times).toList();
        long all = times.stream().mapToLong(StepTimes::total).sum();
        List<Row> rows = new ArrayList<>();
        for (Step step : Step.of(times)) {
            rows.add(row(Optional.of(step), times, each -> each.of(step), all));
        }
        return new StepFigures(rows, row(Optional.empty(), times, StepTimes::total, all), times.size());
    }

    /** The page at the median, at p95, or the slowest, by its time in all. */
    public static Optional<MeasuredPage> page(List<MeasuredPage> pages, int warmUp, Pick pick) {
        List<MeasuredPage> ordered = counted(pages, warmUp).stream()
                .sorted(Comparator.comparingLong(page -> page.times().total()))
                .toList();
        return ordered.isEmpty()
                ? Optional.empty()
                : Optional.of(ordered.get(Percentiles.rank(ordered.size(), pick.perMille) - 1));
    }

    private static List<MeasuredPage> counted(List<MeasuredPage> pages, int warmUp) {
        return pages.stream()
                .skip(Math.min(warmUp, pages.size()))
                .filter(page -> page.failure().isEmpty())
                .toList();
    }

    private static Row row(Optional<Step> step, List<StepTimes> times, ToLongFunction<StepTimes> nanos, long allNanos) {
        double[] millis = times.stream()
                .mapToDouble(each -> nanos.applyAsLong(each) / NANOS_PER_MILLI)
                .toArray();
        double share = allNanos == 0 ? 0 : Arrays.stream(millis).sum() * NANOS_PER_MILLI / allNanos;
        Arrays.sort(millis);
        return new Row(
                step,
                Percentiles.nearestRank(millis, 500),
                Percentiles.nearestRank(millis, 950),
                Percentiles.nearestRank(millis, 990),
                share);
    }
}
