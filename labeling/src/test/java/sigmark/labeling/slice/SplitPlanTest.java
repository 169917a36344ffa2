package sigmark.labeling.slice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.SplitPlan.Candidate;

class SplitPlanTest {
    private static final SplitRatios RATIOS = new SplitRatios(0.8, 0.1, 0.1);

    @Property(tries = 60)
    void groupsAreThoseOfComparingAllPairs(@ForAll Random random, @ForAll @IntRange(min = 0, max = 12) int bits) {
        long[] hashes = new long[120];
        for (int i = 0; i < hashes.length; i++) {
            long near = i > 0 && random.nextInt(3) > 0 ? hashes[random.nextInt(i)] : random.nextLong();
            for (int flips = random.nextInt(10); flips > 0; flips--) {
                near ^= 1L << random.nextInt(64);
            }
            hashes[i] = random.nextInt(20) == 0 ? 0 : near;
        }
        assertThat(NearDuplicates.groups(hashes, bits)).isEqualTo(byAllPairs(hashes, bits));
    }

    private static int[] byAllPairs(long[] hashes, int bits) {
        int[] groups = new int[hashes.length];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = i;
        }
        for (int i = 0; i < hashes.length; i++) {
            for (int j = i + 1; j < hashes.length; j++) {
                if (hashes[i] != 0 && hashes[j] != 0 && Long.bitCount(hashes[i] ^ hashes[j]) <= bits) {
                    int low = Math.min(groups[i], groups[j]);
                    int high = Math.max(groups[i], groups[j]);
                    for (int k = 0; k < groups.length; k++) {
                        groups[k] = groups[k] == high ? low : groups[k];
                    }
                }
            }
        }
        return groups;
    }

    @Test
    void sharesHoldInAllAndInEachStratum() {
        List<Candidate> pages = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            Set<String> tags = i % 4 == 0 ? Set.of("exam") : Set.of("book", "print");
            pages.add(new Candidate("p" + i, i, tags, Optional.empty()));
        }
        Map<String, Split> splits = SplitPlan.deal(pages, RATIOS, 1);
        Map<String, Integer> counts = new HashMap<>();
        pages.forEach(page -> counts.merge(page.tags().size() + " " + splits.get(page.pageId()), 1, Integer::sum));
        assertThat(counts)
                .isEqualTo(Map.of(
                        "1 TRAIN",
                        200,
                        "1 VALIDATION",
                        25,
                        "1 TEST",
                        25,
                        "2 TRAIN",
                        600,
                        "2 VALIDATION",
                        75,
                        "2 TEST",
                        75));
    }

    @Test
    void nearDuplicatesStayTogetherAndFollowThoseThatHaveASplit() {
        List<Candidate> pages = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Optional<Split> fixed = i % 6 == 0 ? Optional.of(i % 12 == 0 ? Split.TEST : Split.NONE) : Optional.empty();
            pages.add(new Candidate("p" + i, i / 3, Set.of(), fixed));
        }
        Map<String, Split> splits = SplitPlan.deal(pages, RATIOS, 3);
        for (int group = 0; group < 20; group++) {
            Set<Split> used = new java.util.HashSet<>();
            for (int i = group * 3; i < group * 3 + 3; i++) {
                Optional.ofNullable(splits.get("p" + i)).ifPresent(used::add);
            }
            assertThat(used).hasSize(1);
            if (group % 4 == 0) {
                assertThat(used).containsExactly(Split.TEST);
            }
        }
        assertThat(splits).doesNotContainKeys("p0", "p6").hasSize(50);
    }

    @Test
    void theSameSeedGivesTheSameSplitsInAnyOrder() {
        List<Candidate> pages = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            pages.add(new Candidate("p" + i, i, Set.of(), Optional.empty()));
        }
        Map<String, Split> first = SplitPlan.deal(pages, RATIOS, 5);
        assertThat(SplitPlan.deal(pages, RATIOS, 6)).isNotEqualTo(first);
        Collections.reverse(pages);
        List<Candidate> renumbered = pages.stream()
                .map(page -> new Candidate(page.pageId(), 100 - page.group(), page.tags(), page.fixed()))
                .toList();
        assertThat(SplitPlan.deal(renumbered, RATIOS, 5)).isEqualTo(first);
    }
}
