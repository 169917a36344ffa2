package sigmark.analysis.cases;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import sigmark.analysis.capacity.ActiveTime;
import sigmark.analysis.capacity.OmissionCorrection;
import sigmark.analysis.capacity.PlannedLoad;
import sigmark.analysis.statistics.PercentileForms;
import sigmark.analysis.statistics.Percentiles;

/** Times: percentiles, latencies under planned load, the active time of people. */
final class LoadCases {
    private LoadCases() {}

    static Map<String, Function<Given, Answer>> methods() {
        return Map.of(
                "percentile", LoadCases::percentile,
                "percentile-upper-bound", LoadCases::upperBound,
                "expected-interval-correction", LoadCases::corrected,
                "open-loop-one-connection", LoadCases::openLoop,
                "active-time", LoadCases::activeTime);
    }

    private static Answer percentile(Given given) {
        double[] values = given.numbers("values");
        int perMille = given.whole("perMille");
        if (values.length == 0) {
            return new Answer().absent("nearestRank", "linear", "hdrHistogram").because("no values");
        }
        Arrays.sort(values);
        double nearest = Percentiles.nearestRank(values, perMille).orElseThrow();
        Answer answer = new Answer()
                .put("rank", Percentiles.rank(values.length, perMille))
                .put("nearestRank", nearest)
                .put("invertedCdf", nearest)
                .put("averagedInvertedCdf", PercentileForms.averagedInvertedCdf(values, perMille))
                .put("linear", PercentileForms.linear(values, perMille))
                .put("hazen", PercentileForms.hazen(values, perMille))
                .put("weibull", PercentileForms.weibull(values, perMille))
                .put("medianUnbiased", PercentileForms.medianUnbiased(values, perMille))
                .put("lower", PercentileForms.lower(values, perMille))
                .put("higher", PercentileForms.higher(values, perMille))
                .put("midpoint", PercentileForms.midpoint(values, perMille));
        return values[0] < 0
                ? answer.absent("hdrHistogram").because("a histogram takes no values below 0")
                : answer.put("hdrHistogram", PercentileForms.histogram(values, perMille));
    }

    private static Answer upperBound(Given given) {
        OptionalInt rank =
                Percentiles.upperBoundRank(given.count("n"), given.whole("perMille"), given.inside("confidence"));
        OptionalInt discard =
                Percentiles.mlperfDiscard(given.count("n"), given.whole("perMille"), given.inside("confidence"));
        Answer answer = new Answer();
        rank.ifPresentOrElse(found -> answer.put("rank", found), () -> answer.absent("rank"));
        discard.ifPresentOrElse(found -> answer.put("mlperfDiscard", found), () -> answer.absent("mlperfDiscard"));
        return answer.because(
                rank.isEmpty()
                        ? "too few values for a bound at this confidence"
                        : discard.isEmpty() ? "too few values for MLPerf's rule" : "");
    }

    private static Answer corrected(Given given) {
        long[] latencies =
                Arrays.stream(given.numbers("latencies")).mapToLong(Math::round).toArray();
        long interval = given.whole("expectedInterval");
        long[] corrected = OmissionCorrection.correct(latencies, interval);
        Answer answer = new Answer()
                .put("corrected", Arrays.stream(corrected).asDoubleStream().toArray())
                .put("count", corrected.length);
        if (corrected.length == 0) {
            return answer.absent("hdrPercentiles").because("no values");
        }
        Histogram histogram = OmissionCorrection.histogram(latencies, interval);
        return answer.put(
                "hdrPercentiles",
                new Answer()
                        .put("p50", histogram.getValueAtPercentile(50))
                        .put("p95", histogram.getValueAtPercentile(95))
                        .put("p99", histogram.getValueAtPercentile(99))
                        .put("max", histogram.getMaxValue()));
    }

    private static Answer openLoop(Given given) {
        double[] service = given.numbers("serviceTime");
        var load = new PlannedLoad(given.numbers("plannedStart"), service);
        return new Answer()
                .put("actualStart", load.started())
                .put("latencyFromPlan", load.latency())
                .put("latencyFromSend", service);
    }

    private static Answer activeTime(Given given) {
        ActiveTime time = ActiveTime.of(given.numbers("eventMillis"), given.number("idleThresholdMillis"));
        return new Answer()
                .put("spanMillis", time.span())
                .put("activeMillis", time.active())
                .put("cappedMillis", time.capped())
                .put("idleGaps", time.idleGaps());
    }
}
