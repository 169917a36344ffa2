package sigmark.inference.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sigmark.inference.latex.CanonicalCommands.Take;

/** Rules F3 to F6 of {@link CanonicalForm}: words inside a formula, with the mathematics inside those words. */
final class CanonicalWords {
    private static final Map<String, String> SWITCHED = Map.of(
            "\\mathrm",
            "\\text",
            "\\mathbf",
            "\\textbf",
            "\\mathit",
            "\\textit",
            "\\mathtt",
            "\\texttt",
            "\\mathsf",
            "\\textsf");

    private final CanonicalWriter writer;
    private final CanonicalInput in;
    private List<String> run = new ArrayList<>();
    private boolean boldMath;

    CanonicalWords(CanonicalWriter writer, CanonicalInput in) {
        this.writer = writer;
        this.in = in;
    }

    /** Writes the words that start at {@code at}; answers the index after them. */
    int text(int at, int to, String command, CanonicalCell cell) {
        if (at >= to) {
            return to;
        }
        if (!in.token(at).equals("{")) {
            boolean word = !in.token(at).equals("}")
                    && !in.token(at).equals("&")
                    && !in.token(at).equals("\\\\");
            if (word) {
                cell.wrap(command, List.of(in.token(at)));
            }
            return word ? at + 1 : at;
        }
        int end = Math.min(to, in.close(at));
        String last = words(at + 1, end, command, cell);
        if (in.blankBefore(end)) {
            run.add("\\ ");
        }
        flush(last, cell);
        return Math.min(to, in.after(at));
    }

    private String words(int from, int to, String command, CanonicalCell cell) {
        String current = command;
        int i = from;
        while (i < to) {
            String token = in.token(i);
            if (in.blankBefore(i) && !(i > from && isWord(in.token(i - 1)))) {
                run.add("\\ ");
            }
            Take take = CanonicalCommands.take(token);
            if (token.equals("$") || token.equals("\\(")) {
                flush(current, cell);
                i = math(i + 1, to, cell);
            } else if (token.equals("~") || token.equals("\\ ")) {
                run.add("\\ ");
                i++;
            } else if (token.equals("{") || token.equals("}")) {
                i++;
            } else if (take == Take.TEXT) {
                flush(current, cell);
                String inner = CanonicalCommands.text(token);
                CanonicalWords nested = new CanonicalWords(writer, in);
                i = nested.text(i + 1, to, inner.equals("\\text") ? current : inner, cell);
            } else if (take == Take.SWITCH) {
                flush(current, cell);
                String font = CanonicalCommands.switched(token);
                boldMath |= font.equals("\\boldsymbol");
                current = SWITCHED.getOrDefault(font, current);
                i++;
            } else if (token.equals("\\quad")) {
                flush(current, cell);
                cell.separator(token);
                i++;
            } else {
                if (take == Take.SYMBOL) {
                    run.add(token);
                }
                i++;
            }
        }
        return current;
    }

    private static boolean isWord(String token) {
        return token.length() > 1 && token.charAt(0) == '\\' && LatexTokenizer.isLetter(token.charAt(1));
    }

    private int math(int from, int to, CanonicalCell cell) {
        int end = from;
        while (end < to && !in.token(end).equals("$") && !in.token(end).equals("\\)")) {
            end++;
        }
        List<String> tokens = writer.list(from, end);
        if (boldMath) {
            cell.wrap("\\boldsymbol", tokens);
        } else {
            cell.group(tokens, false, false);
        }
        return Math.min(to, end + 1);
    }

    private void flush(String command, CanonicalCell cell) {
        if (!run.isEmpty()) {
            cell.wrap(command, run);
            run = new ArrayList<>();
        }
    }
}
