package sigmark.analysis.errors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Two token lists laid beside each other with the fewest insertions, deletions and replacements (Levenshtein). Of equally
 * short ways the one that keeps tokens of one sort together: a sign is rather replaced by a sign, and a brace is moved
 * rather than a sign.
 */
public final class TokenAlignment {
    private static final int LONGEST = 4000;

    /** One error costs this much; what is less likely costs one more, which never outweighs an error. */
    private static final int ERROR = 10_000;

    private TokenAlignment() {}

    /**
     * Aligns two lists. Lists whose lengths multiply to more than 16 million are aligned at equal ends only, the rest
     * counting as replaced place by place.
     */
    public static List<AlignedToken> of(List<String> truth, List<String> prediction) {
        int start = 0;
        while (start < Math.min(truth.size(), prediction.size())
                && truth.get(start).equals(prediction.get(start))) {
            start++;
        }
        int endTruth = truth.size();
        int endPrediction = prediction.size();
        while (endTruth > start
                && endPrediction > start
                && truth.get(endTruth - 1).equals(prediction.get(endPrediction - 1))) {
            endTruth--;
            endPrediction--;
        }
        List<AlignedToken> aligned = new ArrayList<>();
        truth.subList(0, start).forEach(token -> aligned.add(new AlignedToken(token, token)));
        List<String> left = truth.subList(start, endTruth);
        List<String> right = prediction.subList(start, endPrediction);
        aligned.addAll(
                (long) left.size() * right.size() > (long) LONGEST * LONGEST
                        ? placeByPlace(left, right)
                        : shortest(left, right));
        truth.subList(endTruth, truth.size()).forEach(token -> aligned.add(new AlignedToken(token, token)));
        return aligned;
    }

    private static List<AlignedToken> placeByPlace(List<String> left, List<String> right) {
        List<AlignedToken> aligned = new ArrayList<>();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            aligned.add(new AlignedToken(i < left.size() ? left.get(i) : "", i < right.size() ? right.get(i) : ""));
        }
        return aligned;
    }

    private static List<AlignedToken> shortest(List<String> left, List<String> right) {
        int m = left.size();
        int n = right.size();
        int[][] cost = new int[m + 1][n + 1];
        for (int i = m; i >= 0; i--) {
            for (int j = n; j >= 0; j--) {
                if (i < m || j < n) {
                    int down = i < m ? cost[i + 1][j] + leaving(left.get(i)) : Integer.MAX_VALUE;
                    int across = j < n ? cost[i][j + 1] + leaving(right.get(j)) : Integer.MAX_VALUE;
                    int both = i < m && j < n
                            ? cost[i + 1][j + 1] + replacing(left.get(i), right.get(j))
                            : Integer.MAX_VALUE;
                    cost[i][j] = Math.min(both, Math.min(down, across));
                }
            }
        }
        List<AlignedToken> aligned = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < m && j < n) {
            if (cost[i][j] == cost[i + 1][j + 1] + replacing(left.get(i), right.get(j))) {
                aligned.add(new AlignedToken(left.get(i++), right.get(j++)));
            } else if (cost[i][j] == cost[i + 1][j] + leaving(left.get(i))) {
                aligned.add(new AlignedToken(left.get(i++), ""));
            } else {
                aligned.add(new AlignedToken("", right.get(j++)));
            }
        }
        left.subList(i, m).forEach(token -> aligned.add(new AlignedToken(token, "")));
        right.subList(j, n).forEach(token -> aligned.add(new AlignedToken("", token)));
        return Collections.unmodifiableList(aligned);
    }

    private static int leaving(String token) {
        return ERROR + (TokenSort.of(token) == TokenSort.GROUP ? 0 : 1);
    }

    private static int replacing(String left, String right) {
        if (left.equals(right)) {
            return 0;
        }
        return ERROR + (TokenSort.of(left) == TokenSort.of(right) ? 0 : 1);
    }
}
