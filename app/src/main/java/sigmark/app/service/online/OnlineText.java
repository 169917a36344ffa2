package sigmark.app.service.online;

import java.util.OptionalDouble;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Proportion;
import sigmark.app.base.Desk;
import sigmark.app.base.words.Numbers;
import sigmark.labeling.online.RequestFilter;

/** Online numbers in words. */
final class OnlineText {
    private static final double A_SECOND = 1000;

    private final Desk desk;

    OnlineText(Desk desk) {
        this.desk = desk;
    }

    Numbers numbers() {
        return desk.texts().numbers();
    }

    String text(String key, Object... values) {
        return desk.texts().text("online." + key, values);
    }

    /** A rate, or that there are none. */
    String rate(Proportion rate) {
        OptionalDouble share = rate.estimate();
        return share.isPresent() ? numbers().percent(share.getAsDouble()) : "–";
    }

    /** Interval and n, such as {@code 9.2–11.7, n 2,214}. */
    String sure(Proportion rate) {
        return rate.wilson()
                .map(interval -> text(
                        "interval", "range", range(interval), "n", numbers().count(rate.n())))
                .orElse(text("nothing"));
    }

    /** A rate with its interval and n. */
    String whole(Proportion rate) {
        return rate.wilson()
                .map(interval -> numbers()
                        .percentWithInterval(rate.estimate().orElse(0), interval.low(), interval.high(), rate.n()))
                .orElse(text("nothing"));
    }

    private String range(Interval interval) {
        return numbers().decimals(100 * interval.low(), 1) + "–" + numbers().decimals(100 * interval.high(), 1);
    }

    /** A difference of shares in points, with its sign. */
    String points(double difference) {
        String plain = numbers().decimals(100 * difference, 1);
        return difference > 0 ? "+" + plain : plain;
    }

    /** Seconds from a second on, else milliseconds. */
    String millis(OptionalDouble value) {
        if (value.isEmpty()) {
            return "–";
        }
        double millis = value.getAsDouble();
        return millis >= A_SECOND
                ? numbers().decimals(millis / A_SECOND, 2) + "\u2009s"
                : numbers().decimals(millis, 0) + "\u2009ms";
    }

    String decimal(OptionalDouble value, int decimals) {
        return value.isPresent() ? numbers().decimals(value.getAsDouble(), decimals) : "–";
    }

    /** A slice by tag and value. */
    String slice(String tag, String value) {
        return tag.equals(sigmark.analysis.online.OnlineReport.LENGTH)
                ? text("tokens", "range", value)
                : tag + " = " + value;
    }

    /** What a filter asks for, as it stands in a chip. */
    String filter(RequestFilter filter) {
        StringBuilder words = new StringBuilder(filter.version().orElse(text("all-versions")));
        filter.tags()
                .forEach((tag, value) ->
                        words.append(" · ").append(tag).append(" = ").append(value));
        filter.from().ifPresent(day -> words.append(" · ").append(day));
        filter.with().ifPresent(with -> words.append(" · ").append(outcome(with)));
        filter.slowerThan().ifPresent(millis -> words.append(" · ")
                .append(text("slower", "time", millis(OptionalDouble.of(millis)))));
        return words.toString();
    }

    String outcome(RequestFilter.With with) {
        return text("with." + with.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }
}
