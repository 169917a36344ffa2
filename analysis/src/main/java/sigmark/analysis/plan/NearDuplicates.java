package sigmark.analysis.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups of pages that look nearly alike: connected components of 64-bit hashes that differ in few bits. */
public final class NearDuplicates {
    /** More hashes than this are refused: every pair is compared. */
    private static final int MOST = 200_000;

    private NearDuplicates() {}

    /**
     * Groups in order of their first member, members rising; chains join.
     *
     * @param maxDistance bits that may differ between two neighbours, 0 to 64
     * @return places in the given list, from 0
     */
    public static List<List<Integer>> groups(long[] hashes, int maxDistance) {
        if (hashes.length > MOST || maxDistance < 0 || maxDistance > Long.SIZE) {
            throw new IllegalArgumentException("%d hashes within %d bits".formatted(hashes.length, maxDistance));
        }
        int[] parent = new int[hashes.length];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            for (int j = 0; j < i; j++) {
                if (Long.bitCount(hashes[i] ^ hashes[j]) <= maxDistance) {
                    int one = root(parent, i);
                    int other = root(parent, j);
                    parent[Math.max(one, other)] = Math.min(one, other);
                }
            }
        }
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < parent.length; i++) {
            groups.computeIfAbsent(root(parent, i), first -> new ArrayList<>()).add(i);
        }
        return groups.values().stream().map(List::copyOf).toList();
    }

    private static int root(int[] parent, int place) {
        int at = place;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
