package sigmark.analysis.cases;

import java.util.Map;
import java.util.function.Function;

/** Mean waits of services with several workers, by Erlang's delay formula. */
final class QueueCases {
    private static final int MOST_SERVERS = 1_000_000;

    private QueueCases() {}

    static Map<String, Function<Given, Answer>> methods() {
        return Map.of("mgc-allen-cunneen", QueueCases::general);
    }

    /** Allen and Cunneen (1978): the wait of M/M/c times (1 + cv²)/2; exact for one server. */
    private static Answer general(Given given) {
        double arrivals = given.number("arrivalsPerSecond");
        double service = given.number("serviceMeanSeconds");
        double cv = given.number("serviceCv");
        int servers = given.count("servers");
        if (!(arrivals >= 0 && service > 0) || servers < 1 || servers > MOST_SERVERS) {
            throw new IllegalArgumentException("arrivals, service time or servers are out of range");
        }
        double utilization = arrivals * service / servers;
        Answer answer = new Answer().put("utilization", utilization);
        if (utilization >= 1) {
            return answer.absent("waitMeanSeconds").because("no steady state: more work arrives than is done");
        }
        double wait = delayed(arrivals * service, servers) / (servers / service - arrivals);
        return answer.put("waitMeanSeconds", wait * (1 + cv * cv) / 2);
    }

    /** Erlang's C, the share of requests that wait, from his B by recursion. */
    private static double delayed(double load, int servers) {
        double blocked = 1;
        for (int c = 1; c <= servers; c++) {
            blocked = load * blocked / (c + load * blocked);
        }
        return blocked / (1 - load / servers * (1 - blocked));
    }
}
