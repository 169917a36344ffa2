package sigmark.inference.latex;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Two token lists aligned with the fewest insertions, deletions and replacements (Levenshtein), as runs for display. Of
 * alignments of equal cost the one that keeps equal tokens early is taken, so the result is deterministic.
 */
public record TokenDiff(List<Run> runs) {
    /** Longer lists are not aligned but shown as one replacement: a table of this many cells takes about 40 MB. */
    private static final long MOST_CELLS = 10_000_000;

    public TokenDiff {
        runs = List.copyOf(runs);
    }

    /**
     * A stretch in which both sides agree, or in which they differ; a side that has nothing there is empty.
     *
     * @param equal whether both sides are the same
     */
    public record Run(boolean equal, List<String> left, List<String> right) {
        public Run {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    public static TokenDiff of(List<String> left, List<String> right) {
        if ((left.size() + 1L) * (right.size() + 1L) > MOST_CELLS) {
            return new TokenDiff(List.of(new Run(left.equals(right), left, right)));
        }
        return new TokenDiff(runs(left, right, distances(left, right)));
    }

    /** Tokens in stretches that differ, the longer side of each. */
    public int differing() {
        return runs.stream()
                .filter(run -> !run.equal())
                .mapToInt(run -> Math.max(run.left().size(), run.right().size()))
                .sum();
    }

    /** Cost of aligning the tails from (i, j) on. */
    private static int[][] distances(List<String> left, List<String> right) {
        int n = left.size();
        int m = right.size();
        int[][] cost = new int[n + 1][m + 1];
        for (int i = n; i >= 0; i--) {
            for (int j = m; j >= 0; j--) {
                if (i == n || j == m) {
                    cost[i][j] = n - i + m - j;
                } else {
                    int replace = cost[i + 1][j + 1] + (left.get(i).equals(right.get(j)) ? 0 : 1);
                    cost[i][j] = Math.min(replace, 1 + Math.min(cost[i + 1][j], cost[i][j + 1]));
                }
            }
        }
        return cost;
    }

    private static List<Run> runs(List<String> left, List<String> right, int[][] cost) {
        List<Run> runs = new ArrayList<>();
        List<String> onLeft = new ArrayList<>();
        List<String> onRight = new ArrayList<>();
        boolean equal = true;
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            boolean both = i < left.size() && j < right.size();
            boolean same = both && left.get(i).equals(right.get(j)) && cost[i][j] == cost[i + 1][j + 1];
            if (same != equal) {
                flush(runs, equal, onLeft, onRight);
                equal = same;
            }
            if (same || (both && cost[i][j] == 1 + cost[i + 1][j + 1])) {
                onLeft.add(left.get(i++));
                onRight.add(right.get(j++));
            } else if (i < left.size() && cost[i][j] == 1 + cost[i + 1][j]) {
                onLeft.add(left.get(i++));
            } else {
                onRight.add(right.get(j++));
            }
        }
        flush(runs, equal, onLeft, onRight);
        return Collections.unmodifiableList(runs);
    }

    private static void flush(List<Run> runs, boolean equal, List<String> left, List<String> right) {
        if (!left.isEmpty() || !right.isEmpty()) {
            runs.add(new Run(equal, left, right));
            left.clear();
            right.clear();
        }
    }
}
