package sigmark.labeling.slice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups perceptual hashes that differ in few bits, directly or through others between them. Hashes are cut into four
 * quarters of 16 bits: two that differ in at most t bits have a quarter that differs in at most t/4, so only hashes with
 * such a quarter are compared (multi-index hashing, Norouzi, Punjani and Fleet 2012).
 */
public final class NearDuplicates {
    /** Bits in which two pictures of the same page may differ, by default. */
    public static final int DEFAULT_BITS = 8;

    /** Beyond this the search would look nearly everywhere. */
    public static final int MOST_BITS = 16;

    private static final int QUARTERS = 4;
    private static final int QUARTER_VALUES = 1 << 16;

    private final long[] hashes;
    private final int bits;
    private final int[] parents;

    private NearDuplicates(long[] hashes, int bits) {
        this.hashes = hashes;
        this.bits = bits;
        this.parents = new int[hashes.length];
        Arrays.setAll(parents, i -> i);
    }

    /**
     * For each hash the index of the first one in its group; 0 means that a hash is not known, which is like no other.
     *
     * @param bits in how many bits near duplicates may differ, at most {@link #MOST_BITS}
     */
    public static int[] groups(long[] hashes, int bits) {
        if (bits < 0 || bits > MOST_BITS) {
            throw new IllegalArgumentException("bits=%d is not in 0 to %d".formatted(bits, MOST_BITS));
        }
        Map<Long, Integer> firstWith = new HashMap<>();
        int[] firsts = new int[hashes.length];
        List<Long> different = new ArrayList<>();
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < hashes.length; i++) {
            Integer known = hashes[i] == 0 ? null : firstWith.putIfAbsent(hashes[i], i);
            firsts[i] = known == null ? i : known;
            if (known == null && hashes[i] != 0) {
                different.add(hashes[i]);
                indexes.add(i);
            }
        }
        long[] unique = different.stream().mapToLong(hash -> hash).toArray();
        int[] roots = new NearDuplicates(unique, bits).join();
        Map<Integer, Integer> groupOf = new HashMap<>();
        for (int i = 0; i < unique.length; i++) {
            groupOf.put(indexes.get(i), indexes.get(roots[i]));
        }
        Arrays.setAll(firsts, i -> groupOf.getOrDefault(firsts[i], firsts[i]));
        return firsts;
    }

    private int[] join() {
        int[] masks = masks(bits / QUARTERS);
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            joinByQuarter(quarter * 16, masks);
        }
        int[] roots = new int[hashes.length];
        Arrays.setAll(roots, this::root);
        return roots;
    }

    private void joinByQuarter(int shift, int[] masks) {
        int[] starts = new int[QUARTER_VALUES + 1];
        for (long hash : hashes) {
            starts[part(hash, shift) + 1]++;
        }
        for (int i = 0; i < QUARTER_VALUES; i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = starts.clone();
        int[] members = new int[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            members[next[part(hashes[i], shift)]++] = i;
        }
        for (int i = 0; i < hashes.length; i++) {
            int own = part(hashes[i], shift);
            for (int mask : masks) {
                int other = own ^ mask;
                for (int at = starts[other]; at < starts[other + 1]; at++) {
                    int candidate = members[at];
                    if (candidate > i && Long.bitCount(hashes[i] ^ hashes[candidate]) <= bits) {
                        unite(i, candidate);
                    }
                }
            }
        }
    }

    private static int part(long hash, int shift) {
        return (int) (hash >>> shift) & (QUARTER_VALUES - 1);
    }

    /** All 16-bit numbers with at most that many bits set. */
    private static int[] masks(int most) {
        List<Integer> masks = new ArrayList<>();
        for (int mask = 0; mask < QUARTER_VALUES; mask++) {
            if (Integer.bitCount(mask) <= most) {
                masks.add(mask);
            }
        }
        return masks.stream().mapToInt(mask -> mask).toArray();
    }

    private int root(int index) {
        int at = index;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /** The smaller index becomes the root, so that a group is named by its first member. */
    private void unite(int a, int b) {
        int rootA = root(a);
        int rootB = root(b);
        parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }
}
