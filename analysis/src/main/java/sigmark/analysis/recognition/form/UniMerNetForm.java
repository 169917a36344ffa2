package sigmark.analysis.recognition.form;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * UniMERNet's and pix2tex' text without blanks: none in words, and none but between a letter and a letter elsewhere, so
 * that only the blank that ends a command stays. Distances count characters; BLEU takes the 13a tokens of the text.
 */
final class UniMerNetForm implements NormalForm {
    private static final int MAX_PASSES = 16;
    private static final Pattern WORDS = Pattern.compile("\\\\(?:operatorname|mathrm|text|mathbf)\\s?\\*? \\{.*?\\}");
    private static final String NO_LETTER = "[\\W_^\\d]";
    private static final String LETTER = "[a-zA-Z]";
    private static final List<Pattern> GAPS = List.of(
            gap("(?!\\\\ )(" + NO_LETTER + ")\\s+?(" + NO_LETTER + ")"),
            gap("(?!\\\\ )(" + NO_LETTER + ")\\s+?(" + LETTER + ")"),
            gap("(" + LETTER + ")\\s+?(" + NO_LETTER + ")"));

    private static Pattern gap(String pattern) {
        return Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
    }

    @Override
    public String name() {
        return "unimernet";
    }

    @Override
    public String description() {
        return "UniMERNet's and pix2tex' text without blanks; characters, and BLEU on 13a tokens";
    }

    @Override
    public String text(String latex) {
        String text = WORDS.matcher(latex)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().replace(" ", "")));
        for (int pass = 0; pass < MAX_PASSES; pass++) {
            String before = text;
            for (Pattern gap : GAPS) {
                text = gap.matcher(text).replaceAll("$1$2");
            }
            if (text.equals(before)) {
                break;
            }
        }
        return text;
    }

    @Override
    public String unit() {
        return "characters";
    }

    @Override
    public List<String> units(String text) {
        return Characters.of(text);
    }

    @Override
    public List<String> words(String text) {
        return Characters.words13a(text);
    }
}
