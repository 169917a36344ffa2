package sigmark.analysis.recognition.cdm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sigmark.inference.latex.render.Glyph;

/**
 * Puts drawn glyphs into the order of the LaTeX: the k-th glyph of a name takes the place of the k-th token of that name,
 * and one without a token stays behind the glyph drawn before it.
 */
final class TokenOrder {
    private TokenOrder() {}

    private record Placed(Glyph glyph, int place) {}

    static List<Glyph> of(List<Glyph> drawn, List<String> tokens) {
        Map<String, Deque<Integer>> free = new HashMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            free.computeIfAbsent(TokenSynonyms.of(tokens.get(i)), name -> new ArrayDeque<>())
                    .add(i);
        }
        List<Placed> placed = new ArrayList<>();
        int last = -1;
        for (Glyph glyph : drawn) {
            Deque<Integer> places = free.getOrDefault(TokenSynonyms.of(glyph.token()), new ArrayDeque<>());
            last = places.isEmpty() ? last : places.removeFirst();
            placed.add(new Placed(glyph, last));
        }
        return placed.stream()
                .sorted(Comparator.comparingInt(Placed::place))
                .map(Placed::glyph)
                .toList();
    }
}
