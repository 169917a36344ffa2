package sigmark.app.base.words;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How numbers are written: thousands mark, real minus, en dash in ranges, a thin space before units; percentages with
 * one decimal, scores with three, milliseconds with one. Never "NaN": an undefined number is an en dash, and the screen
 * says why.
 */
public final class Numbers {
    private static final String THIN = "\u2009";
    private static final String UNDEFINED = "–";

    private final Language language;

    public Numbers(Language language) {
        this.language = language;
    }

    public String count(long value) {
        boolean plain = value >= 0 && value < 1000; // the format of these is slow, and lists show many
        return plain ? Long.toString(value) : minus(String.format(Locale.ROOT, "%,d", value));
    }

    /** A share from 0 to 1 as {@code 82.4 %}. */
    public String percent(double share) {
        return Double.isFinite(share) ? decimals(share * 100, 1) + THIN + "%" : UNDEFINED;
    }

    /** A share from 0 to 1 as {@code 82 %}, for bars where a decimal would only flicker. */
    public String wholePercent(double share) {
        return Double.isFinite(share) ? Math.round(Math.floor(share * 100 + 1e-9)) + THIN + "%" : UNDEFINED;
    }

    /** A score, three decimals. */
    public String score(double score) {
        return decimals(score, 3);
    }

    public String decimals(double value, int decimals) {
        return Double.isFinite(value) ? minus(String.format(Locale.ROOT, "%,." + decimals + "f", value)) : UNDEFINED;
    }

    /** Milliseconds with their unit, as {@code 20.8 ms}. */
    public String millis(double millis) {
        return Double.isFinite(millis) ? decimals(millis, 1) + THIN + "ms" : UNDEFINED;
    }

    /** A share with its interval and sample count, as {@code 82.4 % (81.6–83.1, n 9,874)}. */
    public String percentWithInterval(double share, double low, double high, long samples) {
        return percent(share) + " (" + decimals(low * 100, 1) + "–" + decimals(high * 100, 1) + ", n " + count(samples)
                + ")";
    }

    /** {@code 212 GB}: decimal units, as file managers show them. */
    public String bytes(long bytes) {
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return decimals(value, unit == 0 || value >= 100 ? 0 : 1) + THIN + units[unit];
    }

    /** {@code 50 s}, {@code 1 min 34 s}, {@code 2 h 5 min}. */
    public String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        boolean korean = language == Language.KOREAN;
        if (seconds < 60) {
            return korean ? seconds + "초" : seconds + THIN + "s";
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return korean ? minutes + "분 " + seconds % 60 + "초" : minutes + THIN + "min " + seconds % 60 + THIN + "s";
        }
        return korean
                ? count(minutes / 60) + "시간 " + minutes % 60 + "분"
                : count(minutes / 60) + THIN + "h " + minutes % 60 + THIN + "min";
    }

    /** {@code 21 Nov}, {@code 11월 21일}; with the year when it is not this one. */
    public String date(LocalDate date, LocalDate today) {
        boolean sameYear = date.getYear() == today.getYear();
        String pattern = language == Language.KOREAN
                ? (sameYear ? "M월 d일" : "yyyy년 M월 d일")
                : (sameYear ? "d MMM" : "d MMM yyyy");
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(date);
    }

    /** {@code 2 minutes ago}, {@code yesterday}, else the date. */
    public String ago(Instant then, Instant now, ZoneId zone) {
        boolean korean = language == Language.KOREAN;
        long minutes = Duration.between(then, now).toMinutes();
        LocalDate day = then.atZone(zone).toLocalDate();
        LocalDate today = now.atZone(zone).toLocalDate();
        if (minutes < 1) {
            return korean ? "방금" : "just now";
        }
        if (minutes < 60) {
            return korean ? minutes + "분 전" : minutes + (minutes == 1 ? " minute ago" : " minutes ago");
        }
        if (day.equals(today)) {
            long hours = minutes / 60;
            return korean ? hours + "시간 전" : hours + (hours == 1 ? " hour ago" : " hours ago");
        }
        if (day.equals(today.minusDays(1))) {
            return korean ? "어제" : "yesterday";
        }
        return date(day, today);
    }

    /** {@code 14:05} in the machine's zone. */
    public String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(instant.atZone(zone));
    }

    private static String minus(String number) {
        return number.replace('-', '−');
    }
}
