package sigmark.app.latex;

import java.util.List;

/** What happens to text on its way into the editor. */
final class TypingRules {
    private static final List<String[]> DELIMITERS = List.of(
            new String[] {"$$", "$$"}, new String[] {"$", "$"}, new String[] {"\\[", "\\]"}, new String[] {"\\(", "\\)"
            });

    private TypingRules() {}

    /** Korean keyboards type ₩ where others type a backslash; a wide backslash becomes a plain one too. */
    static String typed(String text) {
        return text.replace('₩', '\\').replace('￦', '\\').replace('＼', '\\');
    }

    /** Pasted text loses the delimiters around it, as a region's LaTeX has none. */
    static String pasted(String text) {
        String trimmed = typed(text).strip();
        for (String[] pair : DELIMITERS) {
            boolean wrapped = trimmed.length() >= pair[0].length() + pair[1].length()
                    && trimmed.startsWith(pair[0])
                    && trimmed.endsWith(pair[1]);
            if (wrapped) {
                String inner = trimmed.substring(pair[0].length(), trimmed.length() - pair[1].length());
                return inner.contains("$") ? text : inner.strip();
            }
        }
        return typed(text);
    }

    /** The command being typed before the caret, from its backslash on; empty when there is none with a letter. */
    static String commandBefore(String text, int caret) {
        int start = caret;
        while (start > 0 && isLetter(text.charAt(start - 1))) {
            start--;
        }
        boolean command = start > 0 && start < caret && text.charAt(start - 1) == '\\' && !isEscaped(text, start - 1);
        return command ? text.substring(start - 1, caret) : "";
    }

    private static boolean isEscaped(String text, int backslash) {
        int before = 0;
        while (backslash - before > 0 && text.charAt(backslash - before - 1) == '\\') {
            before++;
        }
        return before % 2 == 1;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
