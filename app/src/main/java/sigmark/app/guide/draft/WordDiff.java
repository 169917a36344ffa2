package sigmark.app.guide.draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Two texts word by word: what stayed, what went and what came, by the longest common run of words. */
final class WordDiff {
    /** Words beyond this many are compared as one block. */
    private static final int MOST = 2_000;

    /** What became of a word. */
    enum Kind {
        KEPT,
        GONE,
        NEW
    }

    /** One word or gap with what became of it. */
    record Piece(Kind kind, String text) {}

    private WordDiff() {}

    static List<Piece> of(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        int[][] common = common(old, now);
        List<Piece> pieces = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                pieces.add(new Piece(Kind.KEPT, old.get(i)));
                i++;
                j++;
            } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                pieces.add(new Piece(Kind.GONE, old.get(i++)));
            } else {
                pieces.add(new Piece(Kind.NEW, now.get(j++)));
            }
        }
        return pieces;
    }

    private static List<String> words(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> words = List.of(text.split("(?<=\\s)(?=\\S)"));
        return words.size() > MOST ? Collections.singletonList(text) : words;
    }

    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
