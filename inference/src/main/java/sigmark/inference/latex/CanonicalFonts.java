package sigmark.inference.latex;

import java.util.ArrayList;
import java.util.List;

/** Rule group F of {@link CanonicalForm}: alphabets and words, once their content is known. */
final class CanonicalFonts {
    private CanonicalFonts() {}

    /** The tokens of an alphabet or words around content: the command, its content in braces, or less (F4, F6). */
    static List<String> wrapped(String command, List<String> content) {
        String wordFont = CanonicalCommands.wordFont(command);
        List<String> inside = wordFont.isEmpty() ? content : singleBlanks(content);
        if (inside.isEmpty() || inside.equals(List.of("\\ "))) {
            return List.of();
        }
        String used = !wordFont.isEmpty() && lettersOnly(inside) ? wordFont : command;
        if (digitsOnly(inside) && (used.equals("\\mathrm") || used.equals("\\text"))) {
            return inside;
        }
        if (used.equals("\\mathrm") && lettersOnly(inside)) {
            String name = CanonicalSymbols.nameCommand(String.join("", inside));
            if (!name.isEmpty()) {
                return List.of(name);
            }
        }
        List<String> tokens = new ArrayList<>(inside.size() + 3);
        tokens.add(used);
        tokens.add("{");
        tokens.addAll(inside);
        tokens.add("}");
        return tokens;
    }

    /** Without blanks at the ends, those of words included (D6). */
    static List<String> trimmed(List<String> out) {
        List<String> tokens = new ArrayList<>(out);
        while (!tokens.isEmpty() && tokens.get(tokens.size() - 1).equals("\\quad")) {
            tokens.remove(tokens.size() - 1);
        }
        int start = 0;
        while (start < tokens.size() && tokens.get(start).equals("\\quad")) {
            start++;
        }
        tokens.subList(0, start).clear();
        int n = tokens.size();
        if (n > 3 && tokens.get(n - 1).equals("}") && tokens.get(n - 2).equals("\\ ")) {
            tokens.remove(n - 2);
        }
        if (tokens.size() > 3 && tokens.get(1).equals("{") && tokens.get(2).equals("\\ ")) {
            tokens.remove(2);
        }
        return tokens;
    }

    private static List<String> singleBlanks(List<String> content) {
        List<String> kept = new ArrayList<>(content.size());
        for (String token : content) {
            if (!token.equals("\\ ")
                    || kept.isEmpty()
                    || !kept.get(kept.size() - 1).equals("\\ ")) {
                kept.add(token);
            }
        }
        return kept;
    }

    private static boolean lettersOnly(List<String> tokens) {
        return tokens.stream().allMatch(t -> t.length() == 1 && LatexTokenizer.isLetter(t.charAt(0)));
    }

    private static boolean digitsOnly(List<String> tokens) {
        return tokens.stream().allMatch(t -> t.length() == 1 && t.charAt(0) >= '0' && t.charAt(0) <= '9');
    }
}
