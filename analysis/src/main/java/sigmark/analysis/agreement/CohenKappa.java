package sigmark.analysis.agreement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Normal;

/**
 * Cohen's κ (1960) of two labelers on the same items, (p_o − p_e)/(1 − p_e).
 *
 * @param items how many were labeled by both
 * @param observed share of items with the same label; absent without items
 * @param byChance share expected from the two labelers' label shares alone; absent without items
 * @param kappa absent without items, and when both used one and the same label throughout (0/0)
 * @param standardError of κ for large samples, by Fleiss, Cohen and Everitt (1969); absent with κ
 */
public record CohenKappa(
        int items,
        OptionalDouble observed,
        OptionalDouble byChance,
        OptionalDouble kappa,
        OptionalDouble standardError) {

    /** From one label an item of each; the lists must be of equal length. */
    public static CohenKappa of(List<String> first, List<String> second) {
        int n = first.size();
        if (second.size() != n) {
            throw new IllegalArgumentException("%d labels against %d".formatted(n, second.size()));
        }
        if (n == 0) {
            OptionalDouble none = OptionalDouble.empty();
            return new CohenKappa(0, none, none, none, none);
        }
        Map<String, Double> rows = shares(first);
        Map<String, Double> columns = shares(second);
        int equal = 0;
        for (int i = 0; i < n; i++) {
            equal += first.get(i).equals(second.get(i)) ? 1 : 0;
        }
        double observed = (double) equal / n;
        double chance = 0;
        for (Map.Entry<String, Double> row : rows.entrySet()) {
            chance += row.getValue() * columns.getOrDefault(row.getKey(), 0.0);
        }
        if (rows.size() == 1 && rows.keySet().equals(columns.keySet())) {
            OptionalDouble none = OptionalDouble.empty();
            return new CohenKappa(n, OptionalDouble.of(observed), OptionalDouble.of(1), none, none);
        }
        double kappa = (observed - chance) / (1 - chance);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += term(first.get(i), second.get(i), rows, columns, kappa);
        }
        double last = kappa - chance * (1 - kappa);
        double variance = (sum / n - last * last) / ((1 - chance) * (1 - chance) * n);
        return new CohenKappa(
                n,
                OptionalDouble.of(observed),
                OptionalDouble.of(chance),
                OptionalDouble.of(kappa),
                OptionalDouble.of(Math.sqrt(Math.max(0, variance))));
    }

    /** κ ± z standard errors; may leave −1 to 1, for it is the normal form. */
    public Optional<Interval> interval(double confidence) {
        if (kappa.isEmpty() || standardError.isEmpty()) {
            return Optional.empty();
        }
        double half = Normal.twoSided(confidence) * standardError.getAsDouble();
        return Optional.of(new Interval(kappa.getAsDouble() - half, kappa.getAsDouble() + half));
    }

    private static double term(
            String one, String other, Map<String, Double> rows, Map<String, Double> columns, double kappa) {
        double root = one.equals(other)
                ? 1 - (rows.getOrDefault(one, 0.0) + columns.getOrDefault(one, 0.0)) * (1 - kappa)
                : (columns.getOrDefault(one, 0.0) + rows.getOrDefault(other, 0.0)) * (1 - kappa);
        return root * root;
    }

    private static Map<String, Double> shares(List<String> labels) {
        Map<String, Integer> counts = new HashMap<>();
        labels.forEach(label -> counts.merge(label, 1, Integer::sum));
        Map<String, Double> shares = new HashMap<>();
        counts.forEach((label, count) -> shares.put(label, (double) count / labels.size()));
        return shares;
    }
}
