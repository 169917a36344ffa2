package sigmark.inference.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.recognize.Vocabulary;

/** Counts the canonical tokens of formulas and makes the pieces of a vocabulary from them. */
public final class VocabularyBuilder {
    private static final int FEWEST_TOKENS = 3;
    private static final int FEWEST_PAIRS = 40;
    private static final String OPEN = "{";

    private final Map<String, Integer> tokens = new HashMap<>();
    private final Map<String, Integer> pairs = new HashMap<>();

    /** Counts a formula. */
    public VocabularyBuilder add(String latex) {
        List<String> canonical = CanonicalForm.tokens(latex);
        for (int i = 0; i < canonical.size(); i++) {
            tokens.merge(canonical.get(i), 1, Integer::sum);
            if (i + 1 < canonical.size() && canonical.get(i + 1).equals(OPEN)) {
                pairs.merge(canonical.get(i) + "\t" + OPEN, 1, Integer::sum);
            }
        }
        return this;
    }

    /** Takes a token in whether it was seen or not. */
    public VocabularyBuilder always(String token) {
        tokens.merge(token, FEWEST_TOKENS, Integer::sum);
        return this;
    }

    /** Tokens seen at least three times and the commonest pairs that end in an opening brace, in a fixed order. */
    public Vocabulary build() {
        List<String> pieces = new ArrayList<>(new TreeSet<>(frequent(tokens, FEWEST_TOKENS)));
        List<String> joined = frequent(pairs, FEWEST_PAIRS);
        joined.sort(Comparator.naturalOrder());
        pieces.addAll(joined);
        return Vocabulary.of(pieces);
    }

    private static List<String> frequent(Map<String, Integer> counts, int fewest) {
        List<String> found = new ArrayList<>();
        counts.forEach((text, count) -> {
            if (count >= fewest && !text.isBlank()) {
                found.add(text);
            }
        });
        return found;
    }
}
