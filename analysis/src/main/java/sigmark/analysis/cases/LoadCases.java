package sigmark.analysis.cases;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import sigmark.analysis.statistics.Percentiles;

/** Times: percentiles, single workers under planned load, the active time of people. */
final class LoadCases {
    private LoadCases() {}

    static Map<String, Function<Given, Answer>> methods() {
        return Map.of(
                "percentile-upper-bound", LoadCases::upperBound,
                "open-loop-one-connection", LoadCases::openLoop,
                "active-time", LoadCases::activeTime);
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

    private static Answer openLoop(Given given) {
        double[] planned = given.numbers("plannedStart");
        double[] service = given.numbers("serviceTime");
        if (planned.length != service.length) {
            throw new IllegalArgumentException("there must be as many service times as planned starts");
        }
        double[] started = new double[planned.length];
        double[] latency = new double[planned.length];
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < planned.length; i++) {
            started[i] = Math.max(planned[i], free);
            free = started[i] + service[i];
            latency[i] = free - planned[i];
        }
        return new Answer()
                .put("actualStart", started)
                .put("latencyFromPlan", latency)
                .put("latencyFromSend", service);
    }

    private static Answer activeTime(Given given) {
        double[] events = given.numbers("eventMillis");
        Arrays.sort(events);
        double threshold = given.number("idleThresholdMillis");
        double active = 0;
        double capped = 0;
        int idle = 0;
        for (int i = 1; i < events.length; i++) {
            double gap = events[i] - events[i - 1];
            active += gap < threshold ? gap : 0;
            capped += Math.min(gap, threshold);
            idle += gap < threshold ? 0 : 1;
        }
        return new Answer()
                .put("spanMillis", events.length == 0 ? 0 : events[events.length - 1] - events[0])
                .put("activeMillis", active)
                .put("cappedMillis", capped)
                .put("idleGaps", idle);
    }
}
