package sigmark.inference.latex.render;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import sigmark.inference.latex.LatexCommands;
import sigmark.inference.latex.LatexProblem;
import sigmark.inference.latex.LatexSyntax;
import sigmark.inference.latex.LatexToken;

/** What is written for each token of a text, and between tokens. */
final class Pieces {
    private static final String UNDECIDED = "\u0000";

    private final LatexSyntax syntax;
    private final List<String> texts;
    private final String[] written;
    private final StringBuilder[] inserted;

    Pieces(LatexSyntax syntax) {
        this.syntax = syntax;
        texts = syntax.texts();
        written = new String[texts.size()];
        Arrays.fill(written, UNDECIDED);
        inserted = new StringBuilder[texts.size() + 1];
    }

    /** Whether something, perhaps nothing, is already written for the token at i. */
    boolean decided(int i) {
        return !written[i].equals(UNDECIDED);
    }

    boolean erased(int i) {
        return written[i].isEmpty();
    }

    void put(int i, String piece) {
        written[i] = piece;
    }

    /** The pieces joined, with a blank where the text has one, but for scripts, or a control word would swallow a letter. */
    String text() {
        StringBuilder text = new StringBuilder(syntax.latex().length() * 2 + 16);
        boolean rows = false;
        boolean columns = false;
        int depth = 0;
        int end = 0;
        for (int i = 0; i <= written.length; i++) {
            if (inserted[i] != null) {
                append(text, inserted[i].toString(), false);
            }
            if (i == written.length) {
                break;
            }
            LatexToken token = syntax.tokens().get(i);
            append(text, written[i], token.start() > end && !script(i));
            end = token.end();
            depth += opens(i) ? 1 : 0;
            depth -= closes(i) ? 1 : 0;
            rows |= depth == 0 && written[i].equals("\\\\");
            columns |= depth == 0 && written[i].equals("&");
        }
        if (rows || columns) {
            String name = columns ? "aligned" : "gathered";
            return "\\begin{" + name + "}" + text + "\\end{" + name + "}";
        }
        return text.toString();
    }

    /** The engine loses the nucleus of a second script when a blank stands before it. */
    private boolean script(int i) {
        return (written[i].equals("_") || written[i].equals("^")) && !syntax.inWords(i);
    }

    boolean opens(int i) {
        return texts.get(i).equals("{")
                || texts.get(i).startsWith("\\begin{")
                || texts.get(i).equals("\\left");
    }

    boolean closes(int i) {
        return syntax.pairs().open(i) >= 0 && opens(syntax.pairs().open(i));
    }

    private static void append(StringBuilder text, String piece, boolean blank) {
        if (piece.isEmpty()) {
            return;
        }
        boolean swallows = text.length() > 1 && Character.isLetter(piece.charAt(0)) && endsWithWord(text);
        if (blank || swallows) {
            text.append(' ');
        }
        text.append(piece);
    }

    private static boolean endsWithWord(StringBuilder text) {
        int i = text.length() - 1;
        while (i >= 0 && text.charAt(i) < 128 && Character.isLetter(text.charAt(i))) {
            i--;
        }
        return i >= 0 && i < text.length() - 1 && text.charAt(i) == '\\';
    }

    void insert(int before, String piece) {
        int at = Math.min(before, texts.size());
        if (inserted[at] == null) {
            inserted[at] = new StringBuilder();
        }
        inserted[at].append(piece);
    }

    void erase(int from, int to) {
        for (int k = from; k < to; k++) {
            written[k] = "";
        }
    }

    /**
     * Puts empty braces where an argument is missing and between two scripts of one kind.
     *
     * @param settled commands whose arguments are not braces any more
     */
    void insertMissing(Predicate<String> settled) {
        for (int i = 0; i < texts.size(); i++) {
            String token = texts.get(i);
            boolean taken = LatexCommands.arguments(token) > 0 || token.equals("_") || token.equals("^");
            if (!taken || syntax.inWords(i) && token.length() == 1 || syntax.inComment(i) || settled.test(token)) {
                continue;
            }
            int needed = token.length() == 1 ? 1 : LatexCommands.arguments(token);
            int next = i + 1;
            next += next < texts.size() && texts.get(next).equals("*") && token.length() > 1 ? 1 : 0;
            next = LatexCommands.takesOption(token) ? syntax.afterOption(next) : next;
            for (int k = 0; k < needed; k++) {
                int after = syntax.argumentEnd(next);
                if (after < 0) {
                    insert(next, "{}");
                } else {
                    next = after;
                }
            }
        }
        for (LatexProblem problem : syntax.problems()) {
            if (problem.code().equals("latex.double-script")) {
                insertAt(problem.start(), "{}");
            }
        }
    }

    private void insertAt(int start, String piece) {
        for (int i = 0; i < texts.size(); i++) {
            if (syntax.tokens().get(i).start() == start) {
                insert(i, piece);
            }
        }
    }
}
