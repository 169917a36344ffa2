package sigmark.labeling.slice;

import java.text.Normalizer;
import java.util.Locale;

/**
 * One word of a query.
 *
 * @param negated whether it must not hold
 * @param operator {@link Operator#IS} for all but numbers and days
 * @param value as typed, without quotes; words in lower case
 * @param number the value of numbers, and the day of days as days since 1970; 0 otherwise
 * @param lastDay the last day that a day value covers ({@code 2026-11} covers a month); 0 otherwise
 */
public record SliceTerm(
        boolean negated, SliceField field, Operator operator, String value, double number, long lastDay) {

    /** How a number or day is compared. */
    public enum Operator {
        IS(":"),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /** Text for comparing in any case and any Unicode composition; values of text fields are folded already. */
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Compares a number with the term's. */
    public boolean accepts(double measured) {
        return switch (operator) {
            case IS -> measured == number;
            case LESS -> measured < number;
            case AT_MOST -> measured <= number;
            case MORE -> measured > number;
            case AT_LEAST -> measured >= number;
        };
    }

    /** Compares a day, as days since 1970 in UTC, with the days that the term covers. */
    public boolean acceptsDay(long day) {
        return switch (operator) {
            case IS -> day >= number && day <= lastDay;
            case LESS -> day < number;
            case AT_MOST -> day <= lastDay;
            case MORE -> day > lastDay;
            case AT_LEAST -> day >= number;
        };
    }
}
