package sigmark.analysis.labeler;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import sigmark.analysis.statistics.Proportion;

/**
 * A labeler over all packages, the oldest first: the trend is their order.
 *
 * @param agreement with others on pages that both labeled
 */
public record LabelerReport(String labeler, String vendor, List<PackageRecord> packages, OverlapScore agreement) {
    /** Under this many judged formulas nobody is ranked. */
    public static final int ENOUGH_TO_RANK = 20;

    private static final double HOUR = 3_600_000;

    public LabelerReport {
        packages = List.copyOf(packages);
    }

    public GoldScore gold() {
        return packages.stream().map(PackageRecord::gold).reduce(GoldScore.NONE, GoldScore::plus);
    }

    public Proportion firstPass() {
        return packages.stream().map(PackageRecord::firstPass).reduce(new Proportion(0, 0), Proportion::plus);
    }

    public int regions() {
        return packages.stream().mapToInt(PackageRecord::regions).sum();
    }

    public int corrections() {
        return packages.stream().mapToInt(PackageRecord::corrections).sum();
    }

    /** Formulas an active hour over all packages; absent when no time was measured. */
    public OptionalDouble perActiveHour() {
        long active = packages.stream().mapToLong(PackageRecord::activeMillis).sum();
        int made = packages.stream().mapToInt(PackageRecord::allRegions).sum();
        return active == 0 ? OptionalDouble.empty() : OptionalDouble.of(made * HOUR / active);
    }

    public Map<String, Integer> violations() {
        Map<String, Integer> all = new TreeMap<>();
        packages.forEach(each -> each.violations().forEach((rule, count) -> all.merge(rule, count, Integer::sum)));
        return all;
    }

    /** Whether there is too little to compare this labeler with others. */
    public boolean tooFewToRank() {
        return gold().right().n() < ENOUGH_TO_RANK;
    }
}
