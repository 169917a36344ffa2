package sigmark.labeling.slice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sigmark.labeling.project.Split;

/**
 * Deals pages out to train, validation and test: near duplicates together, each stratum of equal tags by the same
 * shares, the same answer for the same seed. A group with pages that have a split already and are not dealt out follows
 * them.
 */
public final class SplitPlan {
    private static final List<Split> SPLITS = List.of(Split.TRAIN, Split.VALIDATION, Split.TEST);

    private final SplitRatios ratios;
    private final Map<Split, Double> dealt = new EnumMap<>(Split.class);
    private double total;

    private SplitPlan(SplitRatios ratios) {
        this.ratios = ratios;
        SPLITS.forEach(split -> dealt.put(split, 0.0));
    }

    /**
     * A page to be dealt out, or one to be taken into account.
     *
     * @param group equal for near duplicates
     * @param fixed the split that it keeps, when it is not to be dealt out
     */
    public record Candidate(String pageId, int group, Set<String> tags, Optional<Split> fixed) {}

    /** The split of every candidate that is not fixed, by page id. */
    public static Map<String, Split> deal(List<Candidate> candidates, SplitRatios ratios, long seed) {
        Map<Integer, List<Candidate>> groups = new LinkedHashMap<>();
        candidates.stream().sorted(Comparator.comparing(Candidate::pageId)).forEach(one -> groups.computeIfAbsent(
                        one.group(), group -> new ArrayList<>())
                .add(one));
        Map<String, List<List<Candidate>>> strata = new TreeMap<>();
        Map<String, Split> splits = new LinkedHashMap<>();
        for (List<Candidate> group : groups.values()) {
            Optional<Split> kept = kept(group);
            List<Candidate> open =
                    group.stream().filter(one -> one.fixed().isEmpty()).toList();
            if (kept.isPresent()) {
                open.forEach(one -> splits.put(one.pageId(), kept.get()));
            } else if (!open.isEmpty()) {
                strata.computeIfAbsent(stratum(open), key -> new ArrayList<>()).add(open);
            }
        }
        SplitPlan plan = new SplitPlan(ratios);
        Random random = new Random(seed);
        for (List<List<Candidate>> stratum : strata.values()) {
            Collections.shuffle(stratum, random);
            stratum.sort(Comparator.comparingInt((List<Candidate> group) -> group.size())
                    .reversed());
            plan.dealStratum(stratum, splits);
        }
        return splits;
    }

    private void dealStratum(List<List<Candidate>> stratum, Map<String, Split> splits) {
        SplitPlan own = new SplitPlan(ratios);
        for (List<Candidate> group : stratum) {
            Split neediest = SPLITS.stream()
                    .max(Comparator.comparingDouble(
                            split -> own.need(split, group.size()) + need(split, group.size()) / 2))
                    .orElseThrow();
            own.count(neediest, group.size());
            count(neediest, group.size());
            group.forEach(one -> splits.put(one.pageId(), neediest));
        }
    }

    /** How many pages the split would lack if that many more were dealt out. */
    private double need(Split split, int more) {
        return ratios.of(split) == 0
                ? Double.NEGATIVE_INFINITY
                : ratios.of(split) * (total + more) - dealt.getOrDefault(split, 0.0);
    }

    private void count(Split split, int pages) {
        dealt.merge(split, (double) pages, Double::sum);
        total += pages;
    }

    /** The split of most of the group's pages that keep theirs. */
    private static Optional<Split> kept(List<Candidate> group) {
        Map<Split, Integer> counts = new EnumMap<>(Split.class);
        for (Candidate one : group) {
            one.fixed().filter(split -> split != Split.NONE).ifPresent(split -> counts.merge(split, 1, Integer::sum));
        }
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static String stratum(List<Candidate> group) {
        Set<String> tags = new TreeSet<>();
        group.forEach(one -> tags.addAll(one.tags()));
        return String.join("\n", tags);
    }
}
