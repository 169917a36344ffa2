package sigmark.labeling.guide.check.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sigmark.inference.latex.LatexSyntax;
import sigmark.inference.latex.LatexTokenizer;
import sigmark.labeling.guide.check.CheckSettings;
import sigmark.labeling.guide.check.LatexCheck;

/** {@code spelling}: one spelling a sign. Each setting of {@code words} is a token or several, and what to write. */
public final class Spelling implements LatexCheck {
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(List<String> tokens, String instead) {}

    public Spelling(CheckSettings settings) {
        for (Map.Entry<String, String> pair : settings.pairs("words").entrySet()) {
            List<String> tokens = LatexTokenizer.tokens(pair.getKey());
            if (tokens.isEmpty()) {
                throw settings.bad("words", pair.getKey());
            }
            entries.add(new Entry(tokens, pair.getValue()));
        }
        entries.sort((a, b) -> Integer.compare(b.tokens.size(), a.tokens.size()));
    }

    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<Place> places = new ArrayList<>();
        List<String> texts = syntax.texts();
        for (int i = 0; i < texts.size(); i++) {
            if (syntax.inComment(i) || syntax.inWords(i)) {
                continue;
            }
            for (Entry entry : entries) {
                int end = i + entry.tokens.size();
                if (end <= texts.size() && texts.subList(i, end).equals(entry.tokens)) {
                    places.add(Place.of(i, end, entry.instead));
                    i = end - 1;
                    break;
                }
            }
        }
        return places;
    }
}
