package sigmark.analysis.recognition.cdm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * A visible token of a canonical form with where it stands.
 *
 * @param level script signs from outside in, such as {@code ^_}; empty on the line
 * @param alphabet the innermost alphabet's command; empty for the usual letters
 */
record PlacedSign(String sign, String level, String alphabet) {
    private static final Set<String> ALPHABETS = Set.of(
            "\\mathrm",
            "\\mathbf",
            "\\mathit",
            "\\mathcal",
            "\\mathscr",
            "\\mathfrak",
            "\\mathbb",
            "\\mathsf",
            "\\mathtt",
            "\\boldsymbol",
            "\\text",
            "\\textit",
            "\\textbf",
            "\\texttt",
            "\\textsf");

    private record Surroundings(String level, String alphabet) {}

    static List<PlacedSign> of(List<String> canonical) {
        List<PlacedSign> signs = new ArrayList<>();
        Deque<Surroundings> outside = new ArrayDeque<>();
        Surroundings here = new Surroundings("", "");
        Surroundings next = here;
        for (String token : canonical) {
            if (token.equals("{")) {
                outside.push(here);
                here = next;
            } else if (token.equals("}")) {
                here = outside.isEmpty() ? new Surroundings("", "") : outside.pop();
                next = here;
            } else if (token.equals("_") || token.equals("^")) {
                next = new Surroundings(here.level() + token, here.alphabet());
            } else if (ALPHABETS.contains(token)) {
                next = new Surroundings(here.level(), mathematical(token));
            } else {
                add(signs, token, here);
                next = here;
            }
        }
        return signs;
    }

    private static void add(List<PlacedSign> signs, String token, Surroundings here) {
        for (String visible : VisibleTokens.of(List.of(token))) {
            boolean spelled = token.length() > 2 && token.startsWith("\\") && Character.isLetter(visible.charAt(0));
            signs.add(new PlacedSign(visible, here.level(), spelled ? "\\mathrm" : here.alphabet()));
        }
    }

    /** Words are in the alphabet that looks like them. */
    private static String mathematical(String command) {
        return command.equals("\\text") ? "\\mathrm" : command.replace("\\text", "\\math");
    }
}
