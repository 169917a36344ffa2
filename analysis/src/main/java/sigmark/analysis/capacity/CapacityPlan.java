package sigmark.analysis.capacity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How many machines hold a rate within a time, and what each of the three ways to more requests a second would bring.
 *
 * @param machines absent when the time of a single request misses the bound, so that no number of machines helps
 * @param utilization of those machines; of one machine when there is no number
 * @param percentileMillis response time at the percentile then
 */
public record CapacityPlan(
        Target target, OptionalInt machines, double utilization, double percentileMillis, List<Lever> levers) {
    private static final int MOST_MACHINES = 100_000;

    public CapacityPlan {
        levers = List.copyOf(levers);
    }

    /**
     * What is asked.
     *
     * @param qps requests a second at the peak, above 0
     * @param boundMillis that the percentile must keep
     * @param cap utilization not to exceed, so that a machine may fail or the peak be higher than thought
     */
    public record Target(double qps, double boundMillis, int perMille, double cap) {
        public Target {
            boolean shares = perMille > 0 && perMille < 1000 && cap > 0 && cap < 1;
            if (!(qps > 0 && qps < 1e9) || !(boundMillis > 0) || !shares) {
                throw new IllegalArgumentException(
                        "qps=%s bound=%s perMille=%d cap=%s".formatted(qps, boundMillis, perMille, cap));
            }
        }
    }

    /** The three ways. */
    public enum Way {
        /** More machines: linear until balancer, storage or network is full. */
        MACHINES("machines"),
        /** Each request takes a share of the time: helps latency too; accuracy must be judged again. */
        TIME("time"),
        /** Smaller models, so that more copies work on one device: until its cores or memory are full. */
        MODEL_SIZE("modelSize");

        private final String word;

        Way(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * What one way brings, the other two left as they are (one machine, today's time, today's copies).
     *
     * @param limit where it ends: copies that fit, the share of the time at which the bound is just kept, machines tried
     */
    public record Lever(Way way, double limit, List<Point> points) {
        public Lever {
            points = List.copyOf(points);
        }
    }

    /** A setting of a lever and the highest rate that it holds; 0 when it holds none. */
    public record Point(double value, double qps, double percentileMillis) {}

    /** Works it out. */
    public static CapacityPlan of(ServiceProfile profile, Target target) {
        OptionalInt machines = fewest(profile, target, profile.copies());
        int used = machines.orElse(1) * profile.copies();
        ResponseModel model = new ResponseModel(profile, target.qps(), used);
        return new CapacityPlan(
                target,
                machines,
                model.utilization(),
                model.percentileMillis(target.perMille()),
                List.of(machines(profile, target, machines), time(profile, target), modelSize(profile, target)));
    }

    private static OptionalInt fewest(ServiceProfile profile, Target target, int copies) {
        if (!fits(profile, target, 1e-6, copies)) {
            return OptionalInt.empty();
        }
        int low = 0;
        int high = 1;
        while (!fits(profile, target, target.qps(), high * copies)) {
            low = high;
            high *= 2;
            if (high > MOST_MACHINES) {
                return OptionalInt.empty();
            }
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (fits(profile, target, target.qps(), middle * copies)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return OptionalInt.of(high);
    }

    private static boolean fits(ServiceProfile profile, Target target, double qps, int servers) {
        ResponseModel model = new ResponseModel(profile, qps, servers);
        return model.utilization() <= target.cap() * (1 + 1e-12)
                && model.percentileMillis(target.perMille()) <= target.boundMillis();
    }

    /** The highest rate that so many servers hold within the bound and the cap. */
    public static double highestRate(ServiceProfile profile, Target target, int servers) {
        double low = 0;
        double high = servers * target.cap() * 1000 / profile.meanMillis();
        if (fits(profile, target, high, servers)) {
            return high;
        }
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (fits(profile, target, Math.max(middle, 1e-9), servers)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low < 1e-6 ? 0 : low;
    }

    private static Point point(ServiceProfile profile, Target target, double value, int servers) {
        double rate = highestRate(profile, target, servers);
        double millis = new ResponseModel(profile, Math.max(rate, 1e-6), servers).percentileMillis(target.perMille());
        return new Point(value, rate, millis);
    }

    private static Lever machines(ServiceProfile profile, Target target, OptionalInt needed) {
        int most = Math.max(4, Math.min(1000, needed.orElse(4) * 2));
        List<Point> points = new ArrayList<>();
        int step = Math.max(1, most / 16);
        for (int n = 1; n <= most; n += step) {
            points.add(point(profile, target, n, n * profile.copies()));
        }
        return new Lever(Way.MACHINES, most, points);
    }

    private static Lever time(ServiceProfile profile, Target target) {
        List<Point> points = new ArrayList<>();
        for (int percent = 100; percent >= 10; percent -= 10) {
            points.add(point(profile.faster(percent / 100.0), target, percent / 100.0, profile.copies()));
        }
        double alone = profile.percentile(target.perMille()).orElseThrow();
        return new Lever(Way.TIME, Math.min(1, target.boundMillis() / alone), points);
    }

    private static Lever modelSize(ServiceProfile profile, Target target) {
        int most = Math.max(profile.copies(), profile.mostCopies());
        List<Point> points = new ArrayList<>();
        for (int copies = 1; copies <= Math.min(most, 64); copies++) {
            points.add(point(profile, target, copies, copies));
        }
        return new Lever(Way.MODEL_SIZE, most, points);
    }

    /** The document of {@code sigmark capacity}. */
    public ObjectNode json() {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("qps", target.qps())
                .put("boundMs", target.boundMillis())
                .put("cap", target.cap());
        if (machines.isPresent()) {
            document.put("machines", machines.getAsInt());
        } else {
            document.putNull("machines").put("reason", "capacity.service-alone");
        }
        document.put("utilization", utilization);
        if (Double.isFinite(percentileMillis)) {
            document.put("p" + target.perMille() / 10 + "Ms", percentileMillis);
        } else {
            document.putNull("p" + target.perMille() / 10 + "Ms");
        }
        ArrayNode all = document.putArray("levers");
        for (Lever lever : levers) {
            ObjectNode one = all.addObject().put("name", lever.way().word()).put("limit", lever.limit());
            ArrayNode points = one.putArray("points");
            lever.points()
                    .forEach(point ->
                            points.addObject().put("value", point.value()).put("qps", point.qps()));
        }
        return document;
    }
}
