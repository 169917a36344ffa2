package sigmark.labeling.requirement;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values as people write them in a sheet: {@code 95 %}, {@code 0.95}, {@code 300 ms}, {@code 2.5 s}, {@code 20}. */
public final class Quantity {
    private static final Pattern FORM = Pattern.compile("([+-]?\\d{1,15}(?:[.,]\\d{1,9})?)\\s*(%|ms|s|/s)?");
    private static final Pattern PERCENTILE = Pattern.compile("[pP](\\d{1,2})(?:\\.(\\d))?");

    private Quantity() {}

    /** The value in the unit's own scale; empty when it is no number of that unit. */
    public static OptionalDouble parse(String text, Measure.Unit unit) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(matcher.group(1).replace(',', '.'));
        String sign = matcher.group(2) == null ? "" : matcher.group(2);
        return switch (unit) {
            case SHARE, SCORE ->
                sign.equals("%")
                        ? OptionalDouble.of(shifted(number, -2))
                        : sign.isEmpty() ? OptionalDouble.of(number) : OptionalDouble.empty();
            case MILLIS ->
                switch (sign) {
                    case "ms" -> OptionalDouble.of(number);
                    case "s" -> OptionalDouble.of(shifted(number, 3));
                    default -> OptionalDouble.empty();
                };
            case RATE -> sign.isEmpty() || sign.equals("/s") ? OptionalDouble.of(number) : OptionalDouble.empty();
            case COUNT -> sign.isEmpty() ? OptionalDouble.of(number) : OptionalDouble.empty();
        };
    }

    /** The value as {@link #parse} reads it, the shortest form that gives the same value. */
    public static String write(double value, Measure.Unit unit) {
        return switch (unit) {
            case SHARE -> number(shifted(value, 2)) + " %";
            case SCORE, RATE, COUNT -> number(value);
            case MILLIS -> number(value) + " ms";
        };
    }

    /** Thousandths of {@code p95} or {@code p99.9}; empty when it is no percentile. */
    public static OptionalInt percentile(String text) {
        Matcher matcher = PERCENTILE.matcher(text.strip());
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        int tenths = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        int perMille = Integer.parseInt(matcher.group(1)) * 10 + tenths;
        return perMille < 1 ? OptionalInt.empty() : OptionalInt.of(perMille);
    }

    private static String number(double value) {
        double rounded = Math.rint(value * 1e9) / 1e9;
        return rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15
                ? String.format(Locale.ROOT, "%.0f", rounded)
                : Double.toString(rounded);
    }

    /** The number with its decimal point moved, digit for digit: 0.7 % is 0.007, not the double beside it. */
    private static double shifted(double number, int places) {
        return java.math.BigDecimal.valueOf(number).scaleByPowerOfTen(places).doubleValue();
    }
}
