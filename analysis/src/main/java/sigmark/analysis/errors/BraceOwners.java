package sigmark.analysis.errors;

import java.util.ArrayList;
import java.util.List;

/** The part that each token plays, where a brace plays the part of what it belongs to: a script's, a fraction's …; brackets of a root's index are the root's. */
final class BraceOwners {
    private BraceOwners() {}

    static List<TokenSort> of(List<String> tokens) {
        List<TokenSort> sorts = new ArrayList<>(tokens.size());
        List<TokenSort> open = new ArrayList<>();
        int indices = 0;
        for (int i = 0; i < tokens.size(); i++) {
            TokenSort sort = TokenSort.of(tokens.get(i));
            if (tokens.get(i).equals("{")) {
                sort = i == 0 ? TokenSort.GROUP : owner(tokens.get(i - 1), sorts.get(i - 1));
                open.add(sort);
            } else if (tokens.get(i).equals("}") && !open.isEmpty()) {
                sort = open.remove(open.size() - 1);
            } else if (tokens.get(i).equals("[") && i > 0 && tokens.get(i - 1).equals("\\sqrt")) {
                sort = TokenSort.FRACTION;
                indices++;
            } else if (tokens.get(i).equals("]") && indices > 0) {
                sort = TokenSort.FRACTION;
                indices--;
            }
            sorts.add(sort);
        }
        return sorts;
    }

    /** What a brace after this token belongs to: a second argument belongs to what the first one did. */
    private static TokenSort owner(String previous, TokenSort sort) {
        boolean takesBraces = previous.equals("}")
                || previous.equals("]") && sort == TokenSort.FRACTION
                || sort == TokenSort.SCRIPT
                || sort == TokenSort.FRACTION
                || sort == TokenSort.ACCENT
                || sort == TokenSort.FONT
                || sort == TokenSort.TABLE;
        return takesBraces ? sort : TokenSort.GROUP;
    }
}
