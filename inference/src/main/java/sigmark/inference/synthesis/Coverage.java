package sigmark.inference.synthesis;

import java.util.EnumMap;
import java.util.Map;

/**
 * How often each topic is drawn and how deep its parts may nest.
 *
 * @param weights relative weight of each topic, not negative; a topic without an entry is never drawn
 * @param depth how many rules may stand inside each other before the grammar takes the shortest way out, 1 to 40
 */
public record Coverage(Map<FormulaTopic, Double> weights, int depth) {
    public Coverage {
        weights = Map.copyOf(weights);
        if (depth < 1 || depth > 40) {
            throw new IllegalArgumentException("depth %d is not in 1 to 40".formatted(depth));
        }
        double sum = 0;
        for (double weight : weights.values()) {
            if (!(weight >= 0 && Double.isFinite(weight))) {
                throw new IllegalArgumentException("topic weight " + weight);
            }
            sum += weight;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("every topic has weight 0");
        }
    }

    /** Middle and high school: no matrices beyond a few, no physics. */
    public static Coverage school() {
        return all().with(FormulaTopic.MATRICES, 0.2)
                .with(FormulaTopic.PHYSICS, 0)
                .with(FormulaTopic.RESEARCH, 0)
                .with(FormulaTopic.NUMBERS, 0.3);
    }

    /** First years of university: no arithmetic, no Korean words. */
    public static Coverage university() {
        return all().with(FormulaTopic.ARITHMETIC, 0)
                .with(FormulaTopic.KOREAN, 0)
                .with(FormulaTopic.GEOMETRY, 0.2);
    }

    /** Every topic alike. */
    public static Coverage all() {
        Map<FormulaTopic, Double> weights = new EnumMap<>(FormulaTopic.class);
        for (FormulaTopic topic : FormulaTopic.values()) {
            weights.put(topic, 1.0);
        }
        return new Coverage(weights, 6);
    }

    /** One topic alone. */
    public static Coverage only(FormulaTopic topic) {
        return new Coverage(Map.of(topic, 1.0), 6);
    }

    /** The same with another weight for one topic. */
    public Coverage with(FormulaTopic topic, double weight) {
        Map<FormulaTopic, Double> changed = new EnumMap<>(FormulaTopic.class);
        changed.putAll(weights);
        changed.put(topic, weight);
        return new Coverage(changed, depth);
    }

    /** The same with another depth. */
    public Coverage withDepth(int newDepth) {
        return new Coverage(weights, newDepth);
    }

    double weight(FormulaTopic topic) {
        return weights.getOrDefault(topic, 0.0);
    }
}
