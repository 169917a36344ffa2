package sigmark.analysis.foresight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import sigmark.analysis.agreement.RankAgreement;
import sigmark.analysis.agreement.RankBootstrap;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Power;
import sigmark.analysis.statistics.Proportion;

/** Are versions, and slices, in the same order on both sides? */
final class OrderChecks {
    /** Fewer on a side put nothing in an order. */
    static final int LEAST = 10;

    private static final int LEAST_SLICES = 4;
    private static final int RESAMPLES = 1000;
    private static final long SEED = 9;
    private static final double POWER = 0.8;
    private static final double ALPHA = 0.05;

    private OrderChecks() {}

    /** Pairs of versions; only those that differ by more than chance on both sides decide. */
    static Check versions(List<Sides> versions) {
        List<Sides> seen = versions.stream().filter(sides -> sides.counts(1)).toList();
        int alike = 0;
        int pairs = 0;
        int decidedAlike = 0;
        List<String> reversed = new ArrayList<>();
        OptionalLong missing = seen.size() < 2 ? OptionalLong.of(2 - seen.size()) : OptionalLong.empty();
        for (int i = 0; i < seen.size(); i++) {
            for (int j = 0; j < i; j++) {
                Sides one = seen.get(i);
                Sides other = seen.get(j);
                pairs++;
                alike += Math.signum(difference(one.offline(), other.offline()))
                                == Math.signum(difference(one.online(), other.online()))
                        ? 1
                        : 0;
                int decided = Sides.order(one.offline(), other.offline()) * Sides.order(one.online(), other.online());
                decidedAlike += decided > 0 ? 1 : 0;
                if (decided < 0) {
                    reversed.add(other.version() + " | " + one.version());
                }
                OptionalLong needed = needed(one.online(), other.online());
                missing = missing.isEmpty() || needed.orElse(Long.MAX_VALUE) < missing.getAsLong() ? needed : missing;
            }
        }
        Check.State state =
                !reversed.isEmpty() ? Check.State.NO : decidedAlike > 0 ? Check.State.YES : Check.State.OPEN;
        return new Check(
                Check.About.VERSIONS,
                state,
                pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) alike / pairs),
                Optional.empty(),
                seen.size(),
                state == Check.State.OPEN ? missing : OptionalLong.empty(),
                reversed);
    }

    private static double difference(Proportion one, Proportion other) {
        return one.estimate().orElseThrow() - other.estimate().orElseThrow();
    }

    /** Judged results that both versions together lack to tell their edit rates apart; absent when they are equal. */
    private static OptionalLong needed(Proportion one, Proportion other) {
        double p1 = one.estimate().orElseThrow();
        double p2 = other.estimate().orElseThrow();
        if (Math.abs(p1 - p2) < 1e-3) {
            return OptionalLong.empty();
        }
        long group = (long) Math.ceil(Power.twoProportions(p1, p2, ALPHA, POWER, 2));
        return OptionalLong.of(Math.max(1, Math.max(0, group - one.n()) + Math.max(0, group - other.n())));
    }

    /** Version × slice; τ-b with its interval over them. */
    static Check slices(List<Sides> slices) {
        List<Sides> seen = slices.stream().filter(sides -> sides.counts(LEAST)).toList();
        if (seen.size() < LEAST_SLICES) {
            return open(seen.size(), OptionalLong.of(LEAST_SLICES - seen.size()), OptionalDouble.empty());
        }
        double[] offline = seen.stream()
                .mapToDouble(one -> one.offline().estimate().orElseThrow())
                .toArray();
        double[] online = seen.stream()
                .mapToDouble(one -> one.online().estimate().orElseThrow())
                .toArray();
        RankAgreement ranks = RankAgreement.of(offline, online);
        Optional<Interval> interval =
                RankBootstrap.of(offline, online, RESAMPLES, SEED, 0.95).kendall();
        if (ranks.kendall().isEmpty() || interval.isEmpty()) {
            return open(seen.size(), OptionalLong.empty(), ranks.kendall());
        }
        Check.State state = interval.get().low() > 0
                ? Check.State.YES
                : interval.get().high() < 0 ? Check.State.NO : Check.State.OPEN;
        double tau = ranks.kendall().getAsDouble();
        return new Check(
                Check.About.SLICES,
                state,
                ranks.kendall(),
                interval,
                seen.size(),
                state == Check.State.OPEN
                        ? SampleChecks.more(seen.size(), interval.get().halfWidth(), Math.abs(tau))
                        : OptionalLong.empty(),
                breakers(seen, offline, online));
    }

    private static Check open(long samples, OptionalLong missing, OptionalDouble tau) {
        return new Check(Check.About.SLICES, Check.State.OPEN, tau, Optional.empty(), samples, missing, List.of());
    }

    /** Slices whose rank offline is farthest from their rank online. */
    private static List<String> breakers(List<Sides> seen, double[] offline, double[] online) {
        double[] before = RankAgreement.midRanks(offline);
        double[] after = RankAgreement.midRanks(online);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < before.length; i++) {
            if (Math.abs(before[i] - after[i]) >= 2) {
                places.add(i);
            }
        }
        places.sort(Comparator.comparingDouble(i -> -Math.abs(before[i] - after[i])));
        return places.stream().limit(5).map(i -> seen.get(i).name()).toList();
    }
}
