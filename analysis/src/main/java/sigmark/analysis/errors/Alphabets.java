package sigmark.analysis.errors;

import java.util.ArrayList;
import java.util.List;

/** The alphabet that each token is set in: the command of the innermost alphabet or words around it, or nothing. */
final class Alphabets {
    private Alphabets() {}

    static List<String> of(List<String> tokens) {
        List<String> alphabets = new ArrayList<>(tokens.size());
        List<String> open = new ArrayList<>();
        String now = "";
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (token.equals("{")) {
                open.add(now);
                boolean opens = i > 0 && TokenSort.of(tokens.get(i - 1)) == TokenSort.FONT;
                now = opens ? tokens.get(i - 1) : now;
            } else if (token.equals("}") && !open.isEmpty()) {
                now = open.remove(open.size() - 1);
            }
            alphabets.add(now);
        }
        return alphabets;
    }
}
