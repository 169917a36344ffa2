package sigmark.inference.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Splits LaTeX into tokens: one per command or character, blanks dropped. Never fails, whatever the text. */
public final class LatexTokenizer {
    private LatexTokenizer() {}

    /** The tokens with their places. {@code \begin{name}} and {@code \end{name}} are one token each. */
    public static List<LatexToken> tokenize(String latex) {
        List<LatexToken> tokens = new ArrayList<>(latex.length() / 2 + 4);
        scan(latex, tokens::add);
        return tokens;
    }

    /** The tokens' texts only. */
    public static List<String> tokens(String latex) {
        List<String> texts = new ArrayList<>(latex.length() / 2 + 4);
        scan(latex, token -> texts.add(token.text()));
        return texts;
    }

    private static void scan(String latex, Consumer<LatexToken> sink) {
        int at = 0;
        while (at < latex.length()) {
            int codePoint = latex.codePointAt(at);
            if (isBlank(codePoint)) {
                at += Character.charCount(codePoint);
                continue;
            }
            int end = codePoint == '\\' ? commandEnd(latex, at) : at + Character.charCount(codePoint);
            String text = latex.substring(at, end);
            if (text.equals("\\begin") || text.equals("\\end")) {
                int close = environmentEnd(latex, end);
                if (close > 0) {
                    String name = latex.substring(latex.indexOf('{', end) + 1, close - 1);
                    text = text + '{' + name.strip() + '}';
                    end = close;
                }
            }
            sink.accept(new LatexToken(text, at, end));
            at = end;
        }
    }

    /** Blanks of TeX and of Unicode, the no-break space and byte order mark included. */
    public static boolean isBlank(int codePoint) {
        return codePoint <= ' '
                || codePoint == 0xA0
                || codePoint == 0x3000
                || codePoint == 0xFEFF
                || codePoint == 0x200B
                || codePoint > 0x7F && Character.isWhitespace(codePoint);
    }

    static boolean isLetter(int codePoint) {
        return codePoint >= 'a' && codePoint <= 'z' || codePoint >= 'A' && codePoint <= 'Z';
    }

    /** A control word takes letters, a control symbol one character; a backslash before a blank is {@code "\ "}. */
    private static int commandEnd(String latex, int at) {
        int end = at + 1;
        while (end < latex.length() && isLetter(latex.charAt(end))) {
            end++;
        }
        if (end == at + 1 && end < latex.length()) {
            end += Character.charCount(latex.codePointAt(end));
        }
        return end;
    }

    /** Index after the {@code }} of a well-formed environment name, or -1. */
    private static int environmentEnd(String latex, int at) {
        int i = at;
        while (i < latex.length() && isBlank(latex.charAt(i))) {
            i++;
        }
        if (i == latex.length() || latex.charAt(i) != '{') {
            return -1;
        }
        int start = ++i;
        while (i < latex.length() && (isLetter(latex.charAt(i)) || latex.charAt(i) == '*' || latex.charAt(i) == ' ')) {
            i++;
        }
        boolean named = !latex.substring(start, i).isBlank();
        return named && i < latex.length() && latex.charAt(i) == '}' ? i + 1 : -1;
    }
}
