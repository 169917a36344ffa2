package sigmark.analysis.recognition.form;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of KaTeX 0.6, taken anywhere in the text: two or three hyphens are one, blanks count in words only. */
final class KatexLexer {
    static final String END = "EOF";
    private static final Pattern SIZE = Pattern.compile("(-?)\\s*(\\d+(?:\\.\\d*)?|\\.\\d+)\\s*([a-z]{2})");

    private final String text;

    KatexLexer(String text) {
        this.text = text;
    }

    /** @param end index after it */
    record Token(String text, int end) {}

    /** The token at a place; blanks before it are passed over, or are a token of their own in words. */
    Token at(int place, boolean words) {
        int start = place;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        if (words && start > place) {
            return new Token(" ", start);
        }
        if (start == text.length()) {
            return new Token(END, start);
        }
        int end = start + Character.charCount(text.codePointAt(start));
        if (text.charAt(start) == '-' && text.startsWith("-", end)) {
            end += text.startsWith("-", end + 1) ? 2 : 1;
        } else if (text.charAt(start) == '\\' && end < text.length()) {
            end = afterCommand(end);
        }
        return new Token(text.substring(start, end), end);
    }

    /** Index of the first sign that is not a blank. */
    int afterBlanks(int place) {
        int at = place;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The length at a place, as {@code 1.5 cm}. */
    Token size(int place) throws KatexRefusal {
        Matcher matcher = SIZE.matcher(text).region(afterBlanks(place), text.length());
        if (!matcher.lookingAt()) {
            throw new KatexRefusal("no length");
        }
        BigDecimal number = new BigDecimal(matcher.group(1) + matcher.group(2).replaceAll("\\.$", ""));
        String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        return new Token(plain + " " + matcher.group(3), matcher.end());
    }

    private int afterCommand(int at) {
        int end = at;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        return end > at ? end : at + Character.charCount(text.codePointAt(at));
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\r' || c == '\n' || c == '\t';
    }
}
