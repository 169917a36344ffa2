package sigmark.labeling.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sigmark.labeling.edit.SetSplits;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.NearDuplicates;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.slice.SplitPlan;
import sigmark.labeling.slice.SplitRatios;

/** Finds near duplicates among a project's pages and deals pages out to splits with them kept together. */
final class Splitter {
    private final ProjectStore store;
    private final Database database;

    Splitter(ProjectStore store, Database database) {
        this.store = store;
        this.database = database;
    }

    /** What is needed of a page, light enough for a hundred thousand of them. */
    private record Candidate(String id, long hash, Set<String> tags, Split split) {}

    /** Page ids of each group of two and more. */
    List<List<String>> nearDuplicates(int bits) {
        List<Candidate> pages = pages();
        Map<Integer, List<String>> groups = new LinkedHashMap<>();
        int[] groupOf = groups(pages, bits);
        for (int i = 0; i < groupOf.length; i++) {
            groups.computeIfAbsent(groupOf[i], group -> new ArrayList<>())
                    .add(pages.get(i).id());
        }
        return groups.values().stream()
                .filter(group -> group.size() > 1)
                .map(List::copyOf)
                .toList();
    }

    SplitOutcome assign(SplitRatios ratios, long seed, SliceQuery query) {
        Set<String> chosen = new HashSet<>(store.pages().ids(query));
        List<Candidate> pages = pages();
        int[] groupOf = groups(pages, NearDuplicates.DEFAULT_BITS);
        List<SplitPlan.Candidate> candidates = new ArrayList<>();
        Map<Integer, Integer> sizes = new LinkedHashMap<>();
        for (int i = 0; i < pages.size(); i++) {
            Candidate page = pages.get(i);
            Optional<Split> fixed = chosen.contains(page.id()) ? Optional.empty() : Optional.of(page.split());
            candidates.add(new SplitPlan.Candidate(page.id(), groupOf[i], page.tags(), fixed));
            sizes.merge(groupOf[i], 1, Integer::sum);
        }
        Map<String, Split> splits = SplitPlan.deal(candidates, ratios, seed);
        Map<Split, Integer> counts = new EnumMap<>(Split.class);
        splits.values().forEach(split -> counts.merge(split, 1, Integer::sum));
        int groups = (int) sizes.values().stream().filter(size -> size > 1).count();
        int largest = sizes.values().stream().mapToInt(size -> size).max().orElse(1);
        return new SplitOutcome(store.apply(new SetSplits(splits), 0), counts, groups, largest);
    }

    private static int[] groups(List<Candidate> pages, int bits) {
        return NearDuplicates.groups(pages.stream().mapToLong(Candidate::hash).toArray(), bits);
    }

    private List<Candidate> pages() {
        return database.read(handle -> handle.createQuery(
                        """
                        SELECT id, perceptual_hash, tags, split FROM page WHERE removed = 0 ORDER BY position, key
                        """)
                .map((row, context) -> new Candidate(
                        row.getString("id"),
                        row.getLong("perceptual_hash"),
                        Words.tags(row.getString("tags")),
                        Words.of(Split.class, row.getString("split"))))
                .list());
    }
}
