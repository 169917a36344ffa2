package sigmark.analysis.cases;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import sigmark.analysis.capacity.ConstantQueue;
import sigmark.analysis.capacity.MachinePlan;
import sigmark.analysis.capacity.MarkovQueue;

/** Waits of services with several workers, and how many workers a target asks for. */
final class QueueCases {
    private static final String ENDLESS = "utilization is 1 or more: the queue grows without end";

    private QueueCases() {}

    static Map<String, Function<Given, Answer>> methods() {
        return Map.of(
                "mmc", QueueCases::markov,
                "mdc", QueueCases::constant,
                "mgc-allen-cunneen", QueueCases::general,
                "machines-for-target", QueueCases::machines);
    }

    private static Answer markov(Given given) {
        var queue = new MarkovQueue(
                given.number("arrivalsPerSecond"), given.number("servicesPerSecond"), given.count("servers"));
        Answer answer = new Answer()
                .put("offeredLoad", queue.offeredLoad())
                .put("utilization", queue.utilization())
                .put("erlangB", queue.blocked());
        if (!queue.steady()) {
            return answer.absent("erlangC", "waitMeanSeconds", "queueMean", "responseMeanSeconds", "inSystemMean")
                    .absent("waitP95Seconds", "responseP95Seconds", "responseP99Seconds")
                    .because(ENDLESS);
        }
        return answer.put("erlangC", queue.delayed())
                .put("waitMeanSeconds", queue.meanWait())
                .put("queueMean", queue.arrivals() * queue.meanWait())
                .put("responseMeanSeconds", queue.meanResponse())
                .put("inSystemMean", queue.arrivals() * queue.meanResponse())
                .put("waitP95Seconds", queue.waitPercentile(0.95))
                .put("responseP95Seconds", queue.responsePercentile(0.95))
                .put("responseP99Seconds", queue.responsePercentile(0.99));
    }

    private static Answer constant(Given given) {
        var queue = new ConstantQueue(
                given.number("arrivalsPerSecond"), given.number("serviceSeconds"), given.count("servers"));
        Answer answer = new Answer().put("utilization", queue.utilization());
        if (!queue.steady()) {
            return answer.absent("waitMeanExact", "waitMeanCosmetatos", "waitMeanHalfOfMmc")
                    .because(ENDLESS);
        }
        return answer.put("waitMeanExact", queue.meanWait())
                .put("waitMeanCosmetatos", queue.cosmetatosWait())
                .put("waitMeanHalfOfMmc", queue.halfMarkovWait());
    }

    private static Answer general(Given given) {
        double service = given.number("serviceMeanSeconds");
        if (!(service > 0)) {
            throw new IllegalArgumentException("'serviceMeanSeconds' is not above 0");
        }
        var queue = new MarkovQueue(given.number("arrivalsPerSecond"), 1 / service, given.count("servers"));
        Answer answer = new Answer().put("utilization", queue.arrivals() * service / queue.servers());
        return queue.steady()
                ? answer.put("waitMeanSeconds", queue.generalWait(1, given.number("serviceCv")))
                : answer.absent("waitMeanSeconds").because(ENDLESS);
    }

    private static Answer machines(Given given) {
        Optional<MachinePlan> plan = MachinePlan.of(new MachinePlan.Target(
                given.number("targetQps"),
                given.number("servicesPerSecond"),
                given.inside("percentile"),
                given.number("boundSeconds"),
                given.inside("utilizationCap")));
        return plan.map(found -> new Answer()
                        .put("servers", found.servers())
                        .put("serversByCapAlone", found.byCapAlone())
                        .put("utilization", found.utilization())
                        .put("percentileSeconds", found.percentileSeconds()))
                .orElseGet(() -> new Answer()
                        .absent("servers", "utilization", "percentileSeconds")
                        .because("the service time alone misses the bound at this percentile:"
                                + " no number of machines helps"));
    }
}
