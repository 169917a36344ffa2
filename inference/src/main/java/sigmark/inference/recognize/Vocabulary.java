package sigmark.inference.recognize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pieces of LaTeX that a recognizer writes: single canonical tokens, and pairs that often stand together
 * (an underscore or a command with the brace after it), which make answers shorter. The number of a piece is its line; two marks
 * come first.
 */
public final class Vocabulary {
    /** Begins an answer and fills it up. */
    public static final int START = 0;

    /** Ends an answer. */
    public static final int END = 1;

    private static final List<String> MARKS = List.of("<start>", "<end>");

    private final List<List<String>> pieces = new ArrayList<>();
    private final Map<String, Integer> single = new HashMap<>();
    private final Map<String, Map<String, Integer>> pairs = new HashMap<>();

    /**
     * @param lines one piece a line, tokens of a pair parted by a tab; the two marks first
     */
    public Vocabulary(List<String> lines) {
        if (lines.size() < 3 || !lines.subList(0, 2).equals(MARKS)) {
            throw new IllegalArgumentException("a vocabulary begins with " + MARKS);
        }
        for (int id = 0; id < lines.size(); id++) {
            List<String> tokens = List.of(lines.get(id).split("\t"));
            pieces.add(tokens);
            Integer known = tokens.size() == 1
                    ? single.putIfAbsent(tokens.get(0), id)
                    : pairs.computeIfAbsent(tokens.get(0), first -> new HashMap<>())
                            .putIfAbsent(tokens.get(1), id);
            if (known != null || tokens.size() > 2 || lines.get(id).isEmpty()) {
                throw new IllegalArgumentException("line %d of the vocabulary: '%s'".formatted(id + 1, lines.get(id)));
            }
        }
    }

    /** A vocabulary of these pieces with the marks put first. */
    public static Vocabulary of(List<String> pieces) {
        List<String> lines = new ArrayList<>(MARKS);
        lines.addAll(pieces);
        return new Vocabulary(lines);
    }

    /** Number of pieces, marks included. */
    public int size() {
        return pieces.size();
    }

    /** The tokens of a piece. */
    public List<String> tokens(int id) {
        return pieces.get(id);
    }

    /** Pieces for canonical tokens, without marks; empty when a token is not in the vocabulary. */
    public Optional<int[]> encode(List<String> tokens) {
        int[] ids = new int[tokens.size()];
        int count = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            Integer id =
                    i + 1 < tokens.size() ? pairs.getOrDefault(token, Map.of()).get(tokens.get(i + 1)) : null;
            if (id != null) {
                i++;
            } else {
                id = single.get(token);
            }
            if (id == null || id <= END) {
                return Optional.empty();
            }
            ids[count++] = id;
        }
        return Optional.of(java.util.Arrays.copyOf(ids, count));
    }

    /** The tokens of these pieces in a row. */
    public List<String> decode(List<Integer> ids) {
        return ids.stream().flatMap(id -> pieces.get(id).stream()).toList();
    }

    /** The lines of its file. */
    public List<String> lines() {
        return pieces.stream().map(piece -> String.join("\t", piece)).toList();
    }
}
