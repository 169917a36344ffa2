package sigmark.inference.latex.tidy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import sigmark.inference.latex.LatexSyntax;
import sigmark.inference.latex.LatexToken;
import sigmark.inference.latex.LatexTokenizer;

/** The rules of the tidy form, in the order in which they are applied; each knows nothing of pictures. */
final class TidyRules {
    private static final Set<String> TAKES_BRACES = words(
            "frac dfrac tfrac cfrac binom dbinom tbinom sqrt overset underset stackrel operatorname",
            "hat bar vec dot ddot tilde widehat widetilde overline underline overrightarrow",
            "mathbf mathrm mathbb mathcal mathfrak mathsf mathit boldsymbol");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("\\leq", "\\le"),
            Map.entry("\\geq", "\\ge"),
            Map.entry("\\neq", "\\ne"),
            Map.entry("\\rightarrow", "\\to"),
            Map.entry("\\leftarrow", "\\gets"),
            Map.entry("\\lbrace", "\\{"),
            Map.entry("\\rbrace", "\\}"),
            Map.entry("\\lbrack", "["),
            Map.entry("\\rbrack", "]"),
            Map.entry("\\vert", "|"),
            Map.entry("\\Vert", "\\|"),
            Map.entry("\\land", "\\wedge"),
            Map.entry("\\lor", "\\vee"),
            Map.entry("\\lnot", "\\neg"),
            Map.entry("\\owns", "\\ni"),
            Map.entry("\\colon", ":"));
    private static final List<List<String>> FENCES =
            List.of(List.of("$$", "$$"), List.of("$", "$"), List.of("\\[", "\\]"), List.of("\\(", "\\)"));

    static final List<TidyRule> ALL = List.of(
            TidyRules::withoutFences,
            TidyRules::withoutComments,
            TidyRules::braced,
            TidyRules::named,
            TidyRules::primes,
            TidyRules::subscriptFirst,
            TidyRules::singleBraces,
            TidyRules::withoutLastRow,
            TidyRules::withoutBlanks);

    private TidyRules() {}

    private static Set<String> words(String... names) {
        return Set.of(("\\" + String.join(" ", names).replace(" ", " \\")).split(" "));
    }

    /** Dollar signs and brackets of mathematics around the whole are dropped. */
    private static String withoutFences(LatexSyntax formula) {
        String text = formula.latex().strip();
        for (List<String> fence : FENCES) {
            int length = fence.get(0).length();
            boolean around = text.length() > 2 * length
                    && text.startsWith(fence.get(0))
                    && text.endsWith(fence.get(1))
                    && text.indexOf(fence.get(1), length) == text.length() - length;
            if (around) {
                return text.substring(length, text.length() - length).strip();
            }
        }
        return text;
    }

    /** Comments are dropped, with the end of their line. */
    private static String withoutComments(LatexSyntax formula) {
        Edits edits = new Edits(formula.latex());
        for (int i = 0; i < formula.tokens().size(); i++) {
            LatexToken token = formula.tokens().get(i);
            boolean starts = formula.inComment(i)
                    && token.text().equals("%")
                    && (i == 0 || !formula.inComment(i - 1) || startsLine(formula, i));
            if (starts) {
                int end = formula.latex().indexOf('\n', token.start());
                edits.replace(token.start(), end < 0 ? formula.latex().length() : end + 1, "");
            }
        }
        return edits.result();
    }

    private static boolean startsLine(LatexSyntax formula, int i) {
        int before = formula.tokens().get(i - 1).end();
        return formula.latex()
                        .substring(before, formula.tokens().get(i).start())
                        .indexOf('\n')
                >= 0;
    }

    /** Scripts and arguments of one token stand in braces. */
    private static String braced(LatexSyntax formula) {
        Edits edits = new Edits(formula.latex());
        for (int i = 0; i < formula.tokens().size(); i++) {
            String token = formula.texts().get(i);
            boolean script = token.equals("_") || token.equals("^");
            if (formula.inWords(i) || formula.inComment(i) || !script && !TAKES_BRACES.contains(token)) {
                continue;
            }
            int next = token.equals("\\sqrt") ? formula.afterOption(i + 1) : i + 1;
            while (next < formula.end(i)) {
                int end = formula.argumentEnd(next);
                if (end < 0 || formula.texts().get(next).equals("*")) {
                    break;
                }
                if (!formula.texts().get(next).equals("{")) {
                    edits.insert(formula.tokens().get(next).start(), "{");
                    edits.insert(formula.tokens().get(end - 1).end(), "}");
                }
                next = end;
            }
        }
        return edits.result();
    }

    /** A sign with several names has the shortest. */
    private static String named(LatexSyntax formula) {
        Edits edits = new Edits(formula.latex());
        for (int i = 0; i < formula.tokens().size(); i++) {
            LatexToken token = formula.tokens().get(i);
            String name = NAMES.get(token.text());
            if (name != null && !formula.inWords(i) && !formula.inComment(i)) {
                boolean word = LatexTokenizer.tokens(name + "a").size() == 1;
                edits.replace(token.start(), token.end(), name + (word ? " " : ""));
            }
        }
        return edits.result();
    }

    /** A superscript of primes alone is apostrophes. */
    private static String primes(LatexSyntax formula) {
        Edits edits = new Edits(formula.latex());
        List<String> texts = formula.texts();
        for (int i = 0; i + 2 < texts.size(); i++) {
            if (!texts.get(i).equals("^") || !texts.get(i + 1).equals("{") || formula.inWords(i)) {
                continue;
            }
            int end = formula.end(i + 1);
            int count = end - i - 3;
            boolean primes = count > 0 && texts.get(end - 1).equals("}");
            for (int k = i + 2; k < end - 1; k++) {
                primes &= texts.get(k).equals("\\prime");
            }
            boolean alone = end == texts.size()
                    || !texts.get(end).equals("^") && !texts.get(end).equals("'");
            if (primes && alone) {
                edits.replace(
                        formula.tokens().get(i).start(),
                        formula.tokens().get(end - 1).end(),
                        "'".repeat(count));
            }
        }
        return edits.result();
    }

    /** The subscript stands before the superscript. */
    private static String subscriptFirst(LatexSyntax formula) {
        Edits edits = new Edits(formula.latex());
        List<String> texts = formula.texts();
        for (int i = 0; i < texts.size(); i++) {
            int end = formula.end(i);
            boolean swapped = texts.get(i).equals("^")
                    && !formula.inWords(i)
                    && end < texts.size()
                    && texts.get(end).equals("_")
                    && formula.end(end) > end + 1;
            if (swapped) {
                int last = formula.end(end) - 1;
                String sup = text(formula, i, end - 1);
                String sub = text(formula, end, last);
                edits.replace(
                        formula.tokens().get(i).start(),
                        formula.tokens().get(last).end(),
                        sub + sup);
            }
        }
        return edits.result();
    }

    private static String text(LatexSyntax formula, int first, int last) {
        return formula.latex()
                .substring(
                        formula.tokens().get(first).start(),
                        formula.tokens().get(last).end());
    }

    /** Braces that hold nothing but braces are single. */
    private static String singleBraces(LatexSyntax formula) {
        Edits edits = new Edits(formula.latex());
        List<String> texts = formula.texts();
        for (int i = 0; i + 1 < texts.size(); i++) {
            boolean twice = texts.get(i).equals("{") && texts.get(i + 1).equals("{") && !formula.inWords(i);
            if (twice && formula.pairs().closed(i) && formula.pairs().closed(i + 1)) {
                int inner = formula.pairs().close(i + 1);
                if (formula.pairs().close(i) == inner + 1) {
                    LatexToken open = formula.tokens().get(i + 1);
                    LatexToken close = formula.tokens().get(inner);
                    edits.replace(open.start(), open.end(), "");
                    edits.replace(close.start(), close.end(), "");
                }
            }
        }
        return edits.result();
    }

    /** A row's end before the end of a table is dropped. */
    private static String withoutLastRow(LatexSyntax formula) {
        Edits edits = new Edits(formula.latex());
        for (int i = 0; i + 1 < formula.tokens().size(); i++) {
            boolean last = formula.texts().get(i).equals("\\\\")
                    && formula.texts().get(i + 1).startsWith("\\end{");
            if (last && !formula.inWords(i)) {
                LatexToken token = formula.tokens().get(i);
                edits.replace(token.start(), token.end(), "");
            }
        }
        return edits.result();
    }

    /** Blanks stand where a control word meets a letter, and single within words. */
    private static String withoutBlanks(LatexSyntax formula) {
        String text = formula.latex();
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        String before = "";
        for (int i = 0; i < formula.tokens().size(); i++) {
            LatexToken token = formula.tokens().get(i);
            String gap = text.substring(at, token.start());
            boolean word =
                    before.length() > 1 && LatexTokenizer.tokens(before + "a").size() == 1;
            if (formula.inComment(i)) {
                out.append(gap);
            } else if (formula.inWords(i) && !gap.isEmpty() && !token.text().equals("{")) {
                out.append(' ');
            } else if (word && LatexTokenizer.tokens(before + token.text()).size() == 1
                    || word && !gap.isEmpty() && startsWithLetter(token.text())) {
                out.append(' ');
            } else if (before.equals("\\\\")
                    && !gap.isEmpty()
                    && (token.text().equals("*") || token.text().equals("["))) {
                out.append(' ');
            }
            out.append(text, token.start(), token.end());
            before = token.text();
            at = token.end();
        }
        return out.toString();
    }

    private static boolean startsWithLetter(String token) {
        return Character.isLetter(token.codePointAt(0));
    }
}
