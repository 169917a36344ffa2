package sigmark.app.analyze.compare;

import java.util.OptionalDouble;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.McNemar;
import sigmark.app.base.words.Words;

/** Differences of two runs in words and numbers; the candidate minus the other. */
final class CompareWords {
    private static final double ALPHA = 0.05;
    private static final double SMALLEST_P = 0.001;

    private CompareWords() {}

    /** Points of percentage with sign, such as {@code +1.7}. */
    static String points(Words words, double difference) {
        String number = words.numbers().decimals(100 * difference, 1);
        return difference > 0 ? "+" + number : number;
    }

    static String interval(Words words, McNemar exact) {
        return exact.bonettPrice(0.95)
                .map(between -> words.text(
                        "analyze.compare.between",
                        "low",
                        signed(words, between.low()),
                        "high",
                        signed(words, between.high())))
                .orElse("");
    }

    private static String signed(Words words, double value) {
        return words.numbers().decimals(100 * value, 1);
    }

    static String p(Words words, double p) {
        return p < SMALLEST_P ? "< 0.001" : words.numbers().score(p);
    }

    /** Whether the difference is more than chance, and for whom. */
    static Verdict verdict(McNemar exact, double p) {
        OptionalDouble difference = exact.difference();
        if (difference.isEmpty() || p > ALPHA || difference.getAsDouble() == 0) {
            return Verdict.NOT_SHOWN;
        }
        return difference.getAsDouble() > 0 ? Verdict.BETTER : Verdict.WORSE;
    }

    /** What a test says of the candidate. */
    enum Verdict {
        BETTER,
        WORSE,
        NOT_SHOWN;

        String key() {
            return "analyze.compare.verdict."
                    + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        String style() {
            return switch (this) {
                case BETTER -> "met";
                case WORSE -> "missed";
                case NOT_SHOWN -> "unjudged";
            };
        }
    }

    /** The interval of a difference, or all that is possible. */
    static Interval range(McNemar exact) {
        return exact.bonettPrice(0.95).orElse(new Interval(-1, 1));
    }
}
