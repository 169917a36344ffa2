package sigmark.labeling.question;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import sigmark.inference.latex.CanonicalForm;

/**
 * What a question is found by. Words are folded; Hangul, whose words carry endings, is cut into pairs of syllables. A
 * formula is found by its structure: letters and digits are all one, pairs of neighbouring tokens are its words.
 */
public final class QuestionWords {
    private static final int MOST = 400;

    private QuestionWords() {}

    /** Words of a text in order, each once. */
    public static List<String> ofText(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        Set<String> words = new LinkedHashSet<>();
        for (String word : folded.split("[^\\p{L}\\p{N}]+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            boolean hangul = word.codePoints().anyMatch(QuestionWords::isHangul);
            if (!hangul || word.length() == 1) {
                words.add(word);
            } else {
                for (int i = 0; i + 1 < word.length(); i++) {
                    words.add(word.substring(i, i + 2));
                }
            }
        }
        return words.stream().limit(MOST).toList();
    }

    /** Words for the structure of a formula. */
    public static List<String> ofLatex(String latex) {
        List<String> kinds = new ArrayList<>();
        for (String token : CanonicalForm.tokens(latex)) {
            if (!token.equals("{") && !token.equals("}")) {
                kinds.add(kind(token));
            }
        }
        Set<String> words = new LinkedHashSet<>();
        for (int i = 0; i + 1 < kinds.size(); i++) {
            words.add(kinds.get(i) + "z" + kinds.get(i + 1));
        }
        if (kinds.size() == 1) {
            words.add(kinds.get(0));
        }
        return words.stream().limit(MOST).toList();
    }

    /** A token as letters and digits alone, for the index knows no others. */
    private static String kind(String token) {
        if (token.length() == 1 && Character.isLetter(token.charAt(0))) {
            return "v";
        }
        if (token.length() == 1 && Character.isDigit(token.charAt(0))) {
            return "n";
        }
        StringBuilder word = new StringBuilder();
        token.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
            } else {
                word.append('x').append(Integer.toHexString(c));
            }
        });
        return word.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isHangul(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HANGUL;
    }
}
