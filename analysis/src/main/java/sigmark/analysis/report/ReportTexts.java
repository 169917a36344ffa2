package sigmark.analysis.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Proportion;
import sigmark.inference.work.Problem;

/** The report's words and numbers in one language. */
final class ReportTexts {
    private final Properties texts = new Properties();

    /** Korean for a Korean locale, else English. */
    ReportTexts(Locale locale) {
        String language = locale.getLanguage().equals("ko") ? "ko" : "en";
        for (String name :
                new String[] {"report", "problem-evaluation", "problem-image", "problem-run", "problem-model"}) {
            load("/sigmark/messages/" + name + "_" + language + ".properties");
        }
        texts.setProperty("language", language);
    }

    private void load(String resource) {
        try (InputStream stream = ReportTexts.class.getResourceAsStream(resource)) {
            if (stream != null) {
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
                texts.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    String language() {
        return texts.getProperty("language", "en");
    }

    /** The text of a key of the report; places are filled with values given as name, value, name, value. */
    String text(String key, String... namesAndValues) {
        String text = texts.getProperty("report." + key, key);
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            text = text.replace("{" + namesAndValues[i] + "}", namesAndValues[i + 1]);
        }
        return text;
    }

    /** A problem in words, its code where the words are not known here. */
    String problem(Problem problem) {
        String text = texts.getProperty("problem." + problem.code());
        if (text == null) {
            return problem.code() + " " + problem.facts();
        }
        text = text.replace("{where}", problem.where());
        for (var fact : problem.facts().entrySet()) {
            text = text.replace("{" + fact.getKey() + "}", fact.getValue());
        }
        return text;
    }

    /** Such as {@code 82.4 %}; a dash where the value is undefined. */
    String percent(OptionalDouble value) {
        return value.isPresent() ? percent(value.getAsDouble()) : "–";
    }

    String percent(double value) {
        return String.format(Locale.ROOT, "%.1f %%", value * 100);
    }

    /** Such as {@code 79.1–85.3}; empty where there is none. */
    String interval(Optional<Interval> interval) {
        return interval.map(i -> String.format(Locale.ROOT, "%.1f–%.1f", i.low() * 100, i.high() * 100))
                .orElse("");
    }

    String interval(Proportion proportion) {
        return interval(proportion.wilson());
    }

    /** A p value, such as {@code 0.012} or {@code < 0.001}. */
    String chance(double p) {
        return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Milliseconds with the digits that mean something. */
    String millis(OptionalDouble value) {
        if (value.isEmpty()) {
            return "–";
        }
        double millis = value.getAsDouble();
        return String.format(Locale.ROOT, millis < 10 ? "%.2f" : millis < 100 ? "%.1f" : "%,.0f", millis);
    }

    String rate(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%,.2f", value.getAsDouble()) : "–";
    }
}
