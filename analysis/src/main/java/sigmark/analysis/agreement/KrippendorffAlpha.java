package sigmark.analysis.agreement;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import sigmark.inference.latex.EditDistance;

/**
 * Krippendorff's α = 1 − D_o/D_e (2004) for any number of labelers and with missing values: D_o is the mean difference of
 * values within a unit, D_e that of all pairable values whatever their unit.
 *
 * @param observed D_o, 0 without pairable values
 * @param expected D_e, 0 without pairable values
 * @param pairable values in units that have at least two
 * @param alpha absent when nothing is pairable or all values are equal
 */
public record KrippendorffAlpha(double observed, double expected, int pairable, OptionalDouble alpha) {

    /** Differences between labels: none or all. Each unit holds the values it got, without its missing ones. */
    public static KrippendorffAlpha nominal(List<List<String>> units) {
        return of(units, (one, other) -> one.equals(other) ? 0 : 1);
    }

    /** Differences between formulas: token edit distance over the longer length, as it is and not squared. */
    public static KrippendorffAlpha ofTokens(List<List<List<String>>> units) {
        return of(
                units,
                (one, other) -> EditDistance.normalized(EditDistance.ofTokens(one, other), one.size(), other.size()));
    }

    /** With a symmetric difference from 0 to 1 that is 0 for equal values. Takes the square of the number of values. */
    public static <T> KrippendorffAlpha of(List<List<T>> units, ToDoubleBiFunction<T, T> difference) {
        List<List<T>> pairs = units.stream().filter(unit -> unit.size() > 1).toList();
        List<T> values = pairs.stream().flatMap(List::stream).toList();
        int n = values.size();
        if (n == 0) {
            return new KrippendorffAlpha(0, 0, 0, OptionalDouble.empty());
        }
        double within = 0;
        for (List<T> unit : pairs) {
            within += 2 * sum(unit, difference) / (unit.size() - 1);
        }
        double observed = within / n;
        double expected = 2 * sum(values, difference) / ((double) n * (n - 1));
        OptionalDouble alpha = expected > 0 ? OptionalDouble.of(1 - observed / expected) : OptionalDouble.empty();
        return new KrippendorffAlpha(observed, expected, n, alpha);
    }

    private static <T> double sum(List<T> values, ToDoubleBiFunction<T, T> difference) {
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            for (int j = i + 1; j < values.size(); j++) {
                sum += difference.applyAsDouble(values.get(i), values.get(j));
            }
        }
        return sum;
    }
}
