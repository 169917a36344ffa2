package sigmark.analysis.agreement;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Do two lists put the same things in the same order? Pair counts and three coefficients.
 *
 * @param concordant pairs ordered alike
 * @param discordant pairs ordered the other way round
 * @param tiedFirst pairs equal in the first list only
 * @param tiedSecond pairs equal in the second list only
 * @param tiedBoth pairs equal in both
 * @param kendall τ-b (Kendall 1945): (C − D)/√((C + D + T_x)(C + D + T_y))
 * @param spearman Pearson's coefficient of the mid-ranks (1904)
 * @param pearson of the values; all three are absent when one list is all tied or has fewer than two
 */
public record RankAgreement(
        long concordant,
        long discordant,
        long tiedFirst,
        long tiedSecond,
        long tiedBoth,
        OptionalDouble kendall,
        OptionalDouble spearman,
        OptionalDouble pearson) {

    /** Takes the square of the number of items. */
    public static RankAgreement of(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException("%d values against %d".formatted(first.length, second.length));
        }
        long[] pairs = new long[5];
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j < i; j++) {
                double one = Math.signum(first[i] - first[j]);
                double other = Math.signum(second[i] - second[j]);
                pairs[kind(one, other)]++;
            }
        }
        double ordered = pairs[0] + pairs[1];
        double root = Math.sqrt(ordered + pairs[2]) * Math.sqrt(ordered + pairs[3]);
        OptionalDouble kendall = root > 0 ? within((pairs[0] - pairs[1]) / root) : OptionalDouble.empty();
        return new RankAgreement(
                pairs[0],
                pairs[1],
                pairs[2],
                pairs[3],
                pairs[4],
                kendall,
                correlation(midRanks(first), midRanks(second)),
                correlation(first, second));
    }

    /**
     * Exact two-sided p of τ without ties: the share of all orders with as few or as many inversions. Absent with ties,
     * and for fewer than 2 or more than {@code mostItems} items.
     */
    public OptionalDouble kendallExactP(int mostItems) {
        long pairs = concordant + discordant;
        int n = (int) Math.round((1 + Math.sqrt(1 + 8.0 * pairs)) / 2);
        if (tiedFirst + tiedSecond + tiedBoth > 0 || n < 2 || pairs == 0 || n > mostItems) {
            return OptionalDouble.empty();
        }
        int fewer = (int) Math.min(concordant, discordant);
        double[] shares = {1};
        for (int items = 2; items <= n; items++) {
            double[] next = new double[shares.length + items - 1];
            for (int inversions = 0; inversions < shares.length; inversions++) {
                for (int more = 0; more < items; more++) {
                    next[inversions + more] += shares[inversions] / items;
                }
            }
            shares = next;
        }
        double tail = Arrays.stream(shares).limit(fewer + 1L).sum();
        return OptionalDouble.of(Math.min(1, 2 * tail));
    }

    /** Ranks from 1; equal values share the mean of their ranks. */
    public static double[] midRanks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to + 1 < order.length && values[order[to + 1]] == values[order[from]]) {
                to++;
            }
            for (int place = from; place <= to; place++) {
                ranks[order[place]] = (from + to) / 2.0 + 1;
            }
            from = to + 1;
        }
        return ranks;
    }

    private static int kind(double one, double other) {
        if (one == 0) {
            return other == 0 ? 4 : 2;
        }
        if (other == 0) {
            return 3;
        }
        return one > 0 == other > 0 ? 0 : 1;
    }

    private static OptionalDouble correlation(double[] first, double[] second) {
        if (equal(first) || equal(second)) {
            return OptionalDouble.empty();
        }
        double meanFirst = Arrays.stream(first).average().orElse(0);
        double meanSecond = Arrays.stream(second).average().orElse(0);
        double both = 0;
        double squaresFirst = 0;
        double squaresSecond = 0;
        for (int i = 0; i < first.length; i++) {
            double x = first[i] - meanFirst;
            double y = second[i] - meanSecond;
            both += x * y;
            squaresFirst += x * x;
            squaresSecond += y * y;
        }
        double root = Math.sqrt(squaresFirst) * Math.sqrt(squaresSecond);
        return root > 0 ? within(both / root) : OptionalDouble.empty();
    }

    private static boolean equal(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    private static OptionalDouble within(double coefficient) {
        return OptionalDouble.of(Math.max(-1, Math.min(1, coefficient)));
    }
}
