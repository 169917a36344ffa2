package sigmark.analysis.foresight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import sigmark.analysis.online.OnlineReport;
import sigmark.analysis.online.VersionFigures;
import sigmark.analysis.statistics.Proportion;
import sigmark.inference.latex.LatexTokenizer;
import sigmark.inference.work.Progress;
import sigmark.labeling.online.LengthBand;
import sigmark.labeling.online.OutcomeCounts;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.online.OnlineStore;

/**
 * Whether the offline test predicts what happens online. A live version and a pipeline of the project are the same when
 * they bear the same name and version; a live tag and a labeled page meet when the page is tagged with its value.
 *
 * @param versions on both sides, the oldest first
 * @param slices version × slice, of the slices that both sides know
 * @param offlineOnly live versions without a finished run
 */
public record ForesightReport(
        Statement statement,
        List<Check> checks,
        List<Sides> versions,
        List<Sides> slices,
        List<String> offlineOnly,
        SampleChecks samples,
        List<Drift> drifts,
        List<Proposal> proposals) {
    private static final int MOST_PROPOSED = 30;

    public ForesightReport {
        checks = List.copyOf(checks);
        versions = List.copyOf(versions);
        slices = List.copyOf(slices);
        offlineOnly = List.copyOf(offlineOnly);
        drifts = List.copyOf(drifts);
        proposals = List.copyOf(proposals);
    }

    /** Reads both sides. Takes the time of evaluating the versions' runs and of reading the log once. */
    public static ForesightReport of(ProjectStore store, Progress progress) {
        OnlineReport online = OnlineReport.of(new OnlineStore(store));
        List<String> live =
                online.versions().stream().map(VersionFigures::version).toList();
        OfflineSide offline = OfflineSide.of(store, new LinkedHashSet<>(live), progress);
        LiveSide events = LiveSide.of(store, live);
        List<Sides> versions = new ArrayList<>();
        for (VersionFigures version : online.versions()) {
            if (offline.versions().contains(version.version())) {
                versions.add(new Sides(version.version(), "", offline.of(version.version()), judged(version.counts())));
            }
        }
        List<Sides> slices = slices(online, offline);
        SampleChecks samples = SampleChecks.of(events.samples());
        List<Drift> drifts = drifts(store, online);
        List<Check> checks = List.of(
                OrderChecks.versions(versions),
                OrderChecks.slices(slices),
                samples.samplesCheck(),
                mix(drifts),
                samples.forecastCheck());
        return new ForesightReport(
                Statement.of(checks),
                checks,
                versions,
                slices,
                live.stream().filter(name -> !offline.versions().contains(name)).toList(),
                samples,
                drifts,
                proposals(drifts, events));
    }

    private static Proportion judged(OutcomeCounts counts) {
        return new Proportion(counts.edited(), counts.judged());
    }

    private static List<Sides> slices(OnlineReport online, OfflineSide offline) {
        List<Sides> slices = new ArrayList<>();
        for (OnlineReport.Slice slice : online.slices()) {
            Proportion known = offline.of(slice.version(), slice.tag(), slice.value());
            if (known.n() > 0) {
                slices.add(new Sides(slice.version(), slice.name(), known, judged(slice.counts())));
            }
        }
        return slices;
    }

    /** Of the tags that pages of the test set bear too, and of the length of formulas. */
    private static List<Drift> drifts(ProjectStore store, OnlineReport online) {
        List<Page> test = store.pages().list(SliceQuery.parse("split:test"));
        Map<String, Map<String, Long>> live = new LinkedHashMap<>();
        for (OnlineReport.Slice slice : online.slices()) {
            boolean length = slice.tag().equals(OnlineReport.LENGTH);
            long count = length ? slice.counts().shown() : slice.counts().requests();
            live.computeIfAbsent(slice.tag(), tag -> new LinkedHashMap<>()).merge(slice.value(), count, Long::sum);
        }
        List<Drift> drifts = new ArrayList<>();
        live.forEach((tag, values) -> {
            Map<String, Long> known =
                    tag.equals(OnlineReport.LENGTH) ? lengths(store, test) : tagged(test, tag, values.keySet());
            Set<String> all = new LinkedHashSet<>(values.keySet());
            all.addAll(known.keySet());
            if (known.values().stream().anyMatch(count -> count > 0)) {
                drifts.add(Drift.of(
                        tag,
                        all.stream()
                                .map(value -> new Drift.Part(
                                        value, known.getOrDefault(value, 0L), values.getOrDefault(value, 0L)))
                                .toList()));
            }
        });
        return drifts;
    }

    private static Map<String, Long> lengths(ProjectStore store, List<Page> test) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Page page : test) {
            for (FormulaRegion region : store.regions().ofPage(page.id(), Layer.HUMAN)) {
                region.latex()
                        .ifPresent(latex -> counts.merge(
                                LengthBand.of(LatexTokenizer.tokens(latex).size())
                                        .word(),
                                1L,
                                Long::sum));
            }
        }
        return counts;
    }

    private static Map<String, Long> tagged(List<Page> test, String tag, Set<String> values) {
        Map<String, Long> counts = new LinkedHashMap<>();
        values.forEach(value -> counts.put(
                value,
                test.stream().filter(page -> OfflineSide.has(page, tag, value)).count()));
        return counts;
    }

    private static Check mix(List<Drift> drifts) {
        Optional<Drift> worst = drifts.stream()
                .filter(drift -> drift.index().isPresent())
                .max(Comparator.comparingDouble(drift -> drift.index().getAsDouble()));
        double index = worst.map(drift -> drift.index().getAsDouble()).orElse(0.0);
        boolean moved = worst.filter(Drift::real).isPresent();
        Check.State state = worst.isEmpty()
                ? Check.State.OPEN
                : moved && index >= Drift.LARGE
                        ? Check.State.NO
                        : moved && index >= Drift.SMALL ? Check.State.OPEN : Check.State.YES;
        return new Check(
                Check.About.MIX,
                state,
                worst.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(index),
                Optional.empty(),
                worst.map(Drift::live).orElse(0L),
                OptionalLong.empty(),
                drifts.stream()
                        .filter(drift -> drift.real() && drift.index().orElse(0) >= Drift.SMALL)
                        .map(Drift::tag)
                        .toList());
    }

    private static List<Proposal> proposals(List<Drift> drifts, LiveSide events) {
        Map<String, Proposal> chosen = new LinkedHashMap<>();
        for (Drift drift : drifts) {
            if (!drift.real()) {
                continue;
            }
            for (Drift.Part part : drift.parts()) {
                long lacking = drift.lacking(part);
                events.ready(drift.tag() + "=" + part.value()).stream()
                        .limit(lacking)
                        .forEach(proposal -> chosen.putIfAbsent(proposal.requestId(), proposal));
            }
        }
        return chosen.values().stream().limit(MOST_PROPOSED).toList();
    }

    /** The check of that question. */
    public Check check(Check.About about) {
        return checks.stream()
                .filter(check -> check.about() == about)
                .findFirst()
                .orElseThrow();
    }
}
