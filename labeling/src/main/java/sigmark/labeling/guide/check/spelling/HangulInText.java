package sigmark.labeling.guide.check.spelling;

import java.util.ArrayList;
import java.util.List;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.LatexCheck;

/** {@code hangul-in-text}: Korean, and other writing of words, is in {@code \text}. */
public final class HangulInText implements LatexCheck {
    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<Place> places = new ArrayList<>();
        int i = 0;
        while (i < syntax.texts().size()) {
            int end = i;
            while (end < syntax.texts().size() && isWord(syntax, end)) {
                end++;
            }
            if (end > i) {
                String words = syntax.latex()
                        .substring(
                                syntax.tokens().get(i).start(),
                                syntax.tokens().get(end - 1).end());
                places.add(Place.of(i, end, "\\text{" + words + "}"));
            }
            i = Math.max(i + 1, end);
        }
        return places;
    }

    private static boolean isWord(LatexSyntax syntax, int i) {
        if (syntax.inWords(i) || syntax.inComment(i)) {
            return false;
        }
        Character.UnicodeScript script =
                Character.UnicodeScript.of(syntax.texts().get(i).codePointAt(0));
        return switch (script) {
            case HANGUL, HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }
}
