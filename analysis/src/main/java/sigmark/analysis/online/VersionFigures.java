package sigmark.analysis.online;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Normal;
import sigmark.analysis.statistics.Percentiles;
import sigmark.analysis.statistics.Proportion;
import sigmark.labeling.online.OutcomeCounts;
import sigmark.labeling.online.TimeHistogram;
import sigmark.labeling.online.UserSums;

/**
 * A version's numbers.
 *
 * @param users absent when no request names its user
 * @param times durations by part, {@code total} and {@code total-from-file} among them
 */
public record VersionFigures(
        String version,
        OutcomeCounts counts,
        LocalDate first,
        LocalDate last,
        Optional<UserSums> users,
        Map<String, TimeHistogram> times) {
    /** Capture to display. */
    public static final String TOTAL = "total";

    /** The same where the clock started with the file. */
    public static final String TOTAL_FROM_FILE = "total-from-file";

    private static final TimeHistogram NOTHING = new TimeHistogram();

    public VersionFigures {
        times = Map.copyOf(times);
    }

    public OutcomeFigures outcomes() {
        return new OutcomeFigures(counts);
    }

    /** Durations of a part; empty ones when it was never measured. */
    public TimeHistogram times(String part) {
        return times.getOrDefault(part, NOTHING);
    }

    /**
     * How many times wider the variance of the edit rate is for users' results hanging together: the variance of a ratio
     * over users against that of single results; 1 at least, absent under two users or without both outcomes.
     */
    public OptionalDouble designEffect() {
        if (users.isEmpty() || users.get().users() < 2 || users.get().judged() == 0) {
            return OptionalDouble.empty();
        }
        UserSums sums = users.get();
        double rate = (double) sums.edited() / sums.judged();
        if (rate == 0 || rate == 1) {
            return OptionalDouble.empty();
        }
        double squares =
                sums.editedSquares() - 2 * rate * sums.editedTimesJudged() + rate * rate * sums.judgedSquares();
        double spread = squares * sums.users() / (sums.users() - 1);
        return OptionalDouble.of(Math.max(1, spread / (rate * (1 - rate) * sums.judged())));
    }

    /** Interval of the edit rate among judged that takes a user's results together, cut at 0 and 1. */
    public Optional<Interval> userInterval() {
        OptionalDouble effect = designEffect();
        Proportion rate = outcomes().ofJudged();
        if (effect.isEmpty() || rate.n() == 0) {
            return Optional.empty();
        }
        double p = rate.estimate().orElseThrow();
        double half = Normal.twoSided(0.95) * Math.sqrt(p * (1 - p) / rate.n() * effect.getAsDouble());
        return Optional.of(new Interval(Math.max(0, p - half), Math.min(1, p + half)));
    }

    /** Upper 95 % bound of a percentile of a part, without assumptions; absent with too few requests. */
    public OptionalDouble upperBound(String part, int perMille) {
        TimeHistogram measured = times(part);
        int n = (int) Math.min(Integer.MAX_VALUE, measured.count());
        if (n < 1) {
            return OptionalDouble.empty();
        }
        var rank = Percentiles.upperBoundRank(n, perMille, 0.95);
        return rank.isEmpty() ? OptionalDouble.empty() : measured.atRank(rank.getAsInt());
    }

    /** Different users, when they are named. */
    public OptionalLong userCount() {
        return users.map(sums -> OptionalLong.of(sums.users())).orElseGet(OptionalLong::empty);
    }
}
