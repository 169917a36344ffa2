package sigmark.analysis.online;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sigmark.analysis.statistics.Proportion;
import sigmark.labeling.online.CountCell;
import sigmark.labeling.online.OutcomeCounts;
import sigmark.labeling.online.TimeHistogram;
import sigmark.labeling.online.UserSums;
import sigmark.labeling.store.online.OnlineStore;

/**
 * What the online log says, from the sums that the store keeps; the requests behind each number come from
 * {@link OnlineStore#requests}.
 *
 * @param versions the oldest first
 * @param slices by tag and version, and by length of the formula under the tag {@link #LENGTH}
 * @param comparison of the two versions with the most requests on days that they share; absent with one version
 */
public record OnlineReport(
        List<VersionFigures> versions, List<Slice> slices, List<Day> days, Optional<SequentialComparison> comparison) {
    /** The tag for the length of the shown formula in tokens. Its rows have no requests of their own. */
    public static final String LENGTH = "tokens";

    public OnlineReport {
        versions = List.copyOf(versions);
        slices = List.copyOf(slices);
        days = List.copyOf(days);
    }

    /** A version's counts in one slice. */
    public record Slice(String tag, String value, String version, OutcomeCounts counts) {
        /** As it stands in lists. */
        public String name() {
            return tag + "=" + value;
        }
    }

    /** A version's counts on one day (UTC). */
    public record Day(LocalDate day, String version, OutcomeCounts counts) {}

    private record SliceKey(String tag, String value, String version) {}

    private record DayKey(LocalDate day, String version) {}

    /** The report of a project. */
    public static OnlineReport of(OnlineStore store) {
        return of(store.cells(), store.users(), store.times());
    }

    static OnlineReport of(List<CountCell> cells, List<UserSums> users, Map<String, Map<String, TimeHistogram>> times) {
        Map<String, OutcomeCounts> versions = new HashMap<>();
        Map<SliceKey, OutcomeCounts> slices = new HashMap<>();
        Map<DayKey, OutcomeCounts> days = new HashMap<>();
        for (CountCell cell : cells) {
            String version = cell.version();
            versions.merge(version, cell.counts(), OutcomeCounts::plus);
            days.merge(new DayKey(cell.day(), version), cell.counts(), OutcomeCounts::plus);
            cell.tags()
                    .forEach((tag, value) ->
                            slices.merge(new SliceKey(tag, value, version), cell.counts(), OutcomeCounts::plus));
            cell.band()
                    .ifPresent(band -> slices.merge(
                            new SliceKey(LENGTH, band.word(), version), cell.counts(), OutcomeCounts::plus));
        }
        List<Day> dayRows = days.entrySet().stream()
                .filter(day -> day.getValue().requests() > 0)
                .map(day -> new Day(day.getKey().day(), day.getKey().version(), day.getValue()))
                .sorted(Comparator.comparing(Day::day).thenComparing(Day::version))
                .toList();
        List<VersionFigures> figures = versions.entrySet().stream()
                .filter(entry -> entry.getValue().requests() > 0)
                .map(entry -> figures(entry.getKey(), entry.getValue(), dayRows, users, times))
                .sorted(Comparator.comparing(VersionFigures::first).thenComparing(VersionFigures::version))
                .toList();
        List<Slice> sliceRows = slices.entrySet().stream()
                .map(entry -> new Slice(
                        entry.getKey().tag(),
                        entry.getKey().value(),
                        entry.getKey().version(),
                        entry.getValue()))
                .sorted(Comparator.comparing(Slice::tag)
                        .thenComparing(Slice::value)
                        .thenComparing(Slice::version))
                .toList();
        return new OnlineReport(figures, sliceRows, dayRows, comparison(figures, dayRows));
    }

    private static VersionFigures figures(
            String version,
            OutcomeCounts counts,
            List<Day> days,
            List<UserSums> users,
            Map<String, Map<String, TimeHistogram>> times) {
        List<LocalDate> own = days.stream()
                .filter(day -> day.version().equals(version))
                .map(Day::day)
                .toList();
        return new VersionFigures(
                version,
                counts,
                own.get(0),
                own.get(own.size() - 1),
                users.stream().filter(sums -> sums.version().equals(version)).findFirst(),
                times.getOrDefault(version, Map.of()));
    }

    private static Optional<SequentialComparison> comparison(List<VersionFigures> versions, List<Day> days) {
        List<VersionFigures> two = versions.stream()
                .sorted(Comparator.comparingLong(version -> -version.counts().requests()))
                .limit(2)
                .sorted(Comparator.comparingInt(versions::indexOf))
                .toList();
        return two.size() < 2 ? Optional.empty() : Optional.of(compare(two.get(0), two.get(1), days));
    }

    /** Two versions of this report, the older one first. */
    public SequentialComparison compare(VersionFigures first, VersionFigures second) {
        return compare(first, second, days);
    }

    private static SequentialComparison compare(VersionFigures first, VersionFigures second, List<Day> days) {
        Map<LocalDate, OutcomeCounts> one = byDay(first.version(), days);
        Map<LocalDate, OutcomeCounts> other = byDay(second.version(), days);
        List<SequentialComparison.Day> shared = new ArrayList<>();
        one.forEach((day, counts) -> {
            if (other.containsKey(day)) {
                OutcomeCounts others = other.get(day);
                shared.add(new SequentialComparison.Day(
                        day,
                        new Proportion(counts.edited(), counts.judged()),
                        new Proportion(others.edited(), others.judged())));
            }
        });
        double effect =
                Math.max(first.designEffect().orElse(1), second.designEffect().orElse(1));
        return SequentialComparison.of(
                first.version(),
                second.version(),
                shared,
                effect,
                first.userCount().orElse(0),
                second.userCount().orElse(0));
    }

    private static Map<LocalDate, OutcomeCounts> byDay(String version, List<Day> days) {
        Map<LocalDate, OutcomeCounts> byDay = new TreeMap<>();
        days.stream().filter(day -> day.version().equals(version)).forEach(day -> byDay.put(day.day(), day.counts()));
        return byDay;
    }

    /** Requests of all versions. */
    public long requests() {
        return versions.stream()
                .mapToLong(version -> version.counts().requests())
                .sum();
    }
}
