package sigmark.app.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import sigmark.analysis.recognition.EditAverages;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Proportion;

/** How the command line writes numbers: percentages with one decimal, scores with three, intervals beside both. */
public final class Figures {
    private Figures() {}

    public static String rate(Proportion rate) {
        if (rate.n() == 0) {
            return "not measured (no samples)";
        }
        Interval interval = rate.wilson().orElseThrow();
        return String.format(
                Locale.ROOT,
                "%.1f %% (%.1f–%.1f, n %,d)",
                100 * rate.estimate().getAsDouble(),
                100 * interval.low(),
                100 * interval.high(),
                rate.n());
    }

    public static String mean(EditAverages averages) {
        return mean(averages.sampleMean(), averages.interval());
    }

    public static String mean(OptionalDouble mean, Optional<Interval> of) {
        if (mean.isEmpty()) {
            return "not measured (no samples)";
        }
        String text = score(mean.getAsDouble());
        return of.map(interval -> "%s (%s–%s)".formatted(text, score(interval.low()), score(interval.high())))
                .orElse(text);
    }

    public static String score(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    public static String millis(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.1f", value.getAsDouble()) : "–";
    }
}
