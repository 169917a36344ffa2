package sigmark.inference.latex.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sigmark.inference.latex.ColumnSpec;
import sigmark.inference.latex.LatexCommands;
import sigmark.inference.latex.LatexProblem;
import sigmark.inference.latex.LatexSyntax;
import sigmark.inference.latex.LatexToken;
import sigmark.inference.latex.TokenPairs;
import sigmark.inference.latex.UnicodeSigns;

/**
 * Rewrites LaTeX, token by token, into what the renderer takes, and bounds it: what is missing is put in, what cannot be
 * shown is shown as its own name in red, and each such place is an issue. The text itself is never changed by this.
 */
final class Compatibility {
    static final String ALARM = "#C62828";

    private static final Set<String> FATAL = Set.of("latex.too-deep", "latex.too-long");
    private static final Set<String> DROPPED_WITH_ARGUMENT = Set.of(
            "\\label", "\\tag", "\\ref", "\\eqref", "\\cite", "\\cline", "\\color", "\\pagecolor", "\\mathsurround");
    private static final Set<String> LENGTHS = Set.of("\\hskip", "\\mskip", "\\kern", "\\mkern", "\\vskip");
    private static final Set<String> LENGTH_ARGUMENTS = Set.of("\\hspace", "\\vspace", "\\rule", "\\raisebox");
    private static final Set<String> SIZES = Set.of(
            "\\big",
            "\\Big",
            "\\bigg",
            "\\Bigg",
            "\\bigl",
            "\\bigr",
            "\\Bigl",
            "\\Bigr",
            "\\biggl",
            "\\biggr",
            "\\Biggl",
            "\\Biggr",
            "\\bigm",
            "\\Bigm",
            "\\biggm",
            "\\Biggm",
            "\\left",
            "\\right",
            "\\middle");

    private final LatexSyntax syntax;
    private final List<String> texts;
    private final TokenPairs pairs;
    private final List<LatexProblem> issues;
    private final Pieces pieces;

    private Compatibility(LatexSyntax syntax) {
        this.syntax = syntax;
        texts = syntax.texts();
        pairs = syntax.pairs();
        issues = new ArrayList<>(syntax.problems());
        pieces = new Pieces(syntax);
    }

    static Prepared prepare(String latex) {
        LatexSyntax syntax = LatexSyntax.of(latex);
        if (syntax.problems().stream().anyMatch(problem -> FATAL.contains(problem.code()))) {
            return new Prepared("", false, syntax.problems());
        }
        int doubling = DoublingDepth.of(syntax);
        if (doubling >= 0) {
            LatexToken at = syntax.tokens().get(doubling);
            Map<String, String> levels = Map.of("levels", String.valueOf(DoublingDepth.MOST));
            return new Prepared("", false, List.of(new LatexProblem("latex.too-deep", at.start(), at.end(), levels)));
        }
        Compatibility layer = new Compatibility(syntax);
        layer.rewrite();
        return new Prepared(layer.pieces.text(), true, layer.issues);
    }

    private void rewrite() {
        for (int i = 0; i < texts.size(); i++) {
            if (!pieces.decided(i)) {
                pieces.put(i, syntax.inComment(i) ? "" : syntax.inWords(i) ? word(i) : mathematics(i));
            }
        }
        pieces.insertMissing(token -> DROPPED_WITH_ARGUMENT.contains(token)
                || !Synonyms.plainTable(token).isEmpty());
        closeWhatIsOpen();
    }

    private String word(int i) {
        String token = texts.get(i);
        if (token.equals("_") || token.equals("^") || token.equals("#") || token.equals("&")) {
            return token.equals("^") ? "\\hat{}" : "\\" + token;
        }
        if (token.equals("%")) {
            return "\\%";
        }
        if (token.equals("\\quad") || token.equals("\\qquad")) {
            return "\\ \\ ";
        }
        return token.length() > 1 && token.charAt(0) == '\\' ? command(i) : character(i);
    }

    private String mathematics(int i) {
        String token = texts.get(i);
        if (token.startsWith("\\begin{")) {
            return begin(i);
        }
        if (token.startsWith("\\end{") || token.equals("}") || token.equals("\\right")) {
            return closer(i);
        }
        switch (token) {
            case "$" -> {
                return dollar(i);
            }
            case "\\(", "\\)", "\\[", "\\]" -> {
                return "";
            }
            case "%" -> {
                return "\\%";
            }
            case "#" -> {
                return "\\#";
            }
            case "\\left" -> {
                return pairs.closed(i) ? "\\left" + delimiter(i) : bareDelimiter(i);
            }
            case "\\\\" -> {
                dropRowLength(i + 1);
                return "\\\\";
            }
            default -> {
                return token.length() > 1 && token.charAt(0) == '\\' ? command(i) : sign(i);
            }
        }
    }

    private String sign(int i) {
        List<String> tokens = UnicodeSigns.tokens(texts.get(i));
        return tokens.isEmpty() ? character(i) : String.join(" ", tokens);
    }

    private String character(int i) {
        String token = texts.get(i);
        if (FormulaFonts.shows(token)) {
            return token;
        }
        issue("latex.no-glyph", i, "character", token);
        return "\\textcolor{" + ALARM + "}{\\square}";
    }

    private String command(int i) {
        String token = texts.get(i);
        if (LatexCommands.refused(token) || !LatexCommands.known(token)) {
            return named(token);
        }
        if (DROPPED_WITH_ARGUMENT.contains(token)) {
            pieces.erase(i + 1, i + 1 < texts.size() && texts.get(i + 1).equals("*") ? i + 2 : i + 1);
            int from = i + 1 < texts.size() && texts.get(i + 1).equals("*") ? i + 2 : i + 1;
            if (from < texts.size() && texts.get(from).equals("{")) {
                pieces.erase(from, syntax.end(from));
            }
            return "";
        }
        if (LENGTHS.contains(token)) {
            Lengths.Length length = Lengths.at(texts, i + 1);
            pieces.erase(i + 1, length.end());
            return token.equals("\\vskip") ? "" : "\\hspace{" + bounded(length, i) + "}";
        }
        if (LENGTH_ARGUMENTS.contains(token)) {
            boundArguments(i);
            return token;
        }
        if (SIZES.contains(token)) {
            return sized(i, token);
        }
        if (!Synonyms.arrow(token).isEmpty()) {
            return arrow(i, token);
        }
        return structure(i, token);
    }

    private String structure(int i, String token) {
        boolean group = i + 1 < texts.size() && texts.get(i + 1).equals("{");
        if (!Synonyms.plainTable(token).isEmpty() && group) {
            String name = Synonyms.plainTable(token);
            pieces.put(i + 1, "");
            if (pairs.closed(i + 1)) {
                pieces.put(pairs.close(i + 1), "\\end{" + name + "}");
            } else {
                pieces.insert(pairs.close(i + 1), "\\end{" + name + "}");
            }
            return "\\begin{" + name + "}";
        }
        switch (token) {
            case "\\operatorname" -> {
                boolean star = i + 1 < texts.size() && texts.get(i + 1).equals("*");
                pieces.erase(i + 1, star ? i + 2 : i + 1);
                if (!star) {
                    return token;
                }
                pieces.insert(syntax.end(i), "}");
                return "\\mathop{\\mathrm";
            }
            case "\\cal", "\\scr" -> {
                int end = groupEnd(i);
                pieces.insert(end, "}");
                return token.equals("\\cal") ? "\\mathcal{" : "\\mathscr{";
            }
            case "\\buildrel" -> {
                return buildrel(i);
            }
            case "\\hbox", "\\vbox" -> {
                int open = i + 1;
                while (open < texts.size() && open < i + 12 && !texts.get(open).equals("{")) {
                    open++;
                }
                boolean to =
                        open > i + 1 && open < i + 12 && open < texts.size() && "to".indexOf(texts.get(i + 1)) == 0;
                pieces.erase(i + 1, to ? open : i + 1);
                return "\\text";
            }
            case "\\multicolumn", "\\hdotsfor" -> {
                boolean small = group && pairs.closed(i + 1) && pairs.close(i + 1) <= i + 3;
                return small ? token : named(token);
            }
            default -> {
                return Synonyms.of(token);
            }
        }
    }

    private String named(String token) {
        String name = token.substring(1);
        boolean letters = name.chars().allMatch(c -> c < 128 && Character.isLetter(c));
        return "\\textcolor{" + ALARM + "}{\\mathtt{\\backslash " + (letters ? name : "") + "}}";
    }

    private String sized(int i, String token) {
        if (token.equals("\\middle")) {
            return Synonyms.of(token) + delimiter(i);
        }
        boolean delimited = i + 1 < texts.size() && LatexSyntax.isDelimiter(texts.get(i + 1));
        boolean invisible = delimited && texts.get(i + 1).equals(".");
        if (!delimited || invisible) {
            pieces.erase(i + 1, invisible ? i + 2 : i + 1);
            return "";
        }
        return Synonyms.of(token) + delimiter(i);
    }

    /** Takes the delimiter after a size; one that is missing is invisible. */
    private String delimiter(int i) {
        boolean delimited = i + 1 < texts.size() && LatexSyntax.isDelimiter(texts.get(i + 1));
        if (!delimited) {
            return ".";
        }
        String sign = texts.get(i + 1);
        pieces.put(i + 1, "");
        return switch (sign) {
            case "<", "\\lt" -> "\\langle ";
            case ">", "\\gt" -> "\\rangle ";
            case "\\mid" -> "|";
            case "\\parallel" -> "\\|";
            default -> Synonyms.of(sign) + (sign.length() > 2 ? " " : "");
        };
    }

    private String bareDelimiter(int i) {
        boolean invisible = i + 1 < texts.size() && texts.get(i + 1).equals(".");
        pieces.erase(i + 1, invisible ? i + 2 : i + 1);
        return "";
    }

    private String arrow(int i, String token) {
        int from = i + 1;
        int afterOption = syntax.afterOption(from);
        pieces.erase(from, afterOption);
        pieces.insert(syntax.end(i), "{" + Synonyms.arrow(token) + "}");
        return "\\overset";
    }

    private String buildrel(int i) {
        int over = i + 1;
        while (over < texts.size() && over < i + 60 && !texts.get(over).equals("\\over")) {
            over = texts.get(over).equals("{") ? syntax.end(over) : over + 1;
        }
        if (over >= texts.size() || !texts.get(over).equals("\\over")) {
            return "";
        }
        pieces.put(over, "}");
        return "\\overset{";
    }

    private String begin(int i) {
        String name = texts.get(i)
                .substring("\\begin{".length(), texts.get(i).length() - 1)
                .replace(" ", "");
        int next = i + 1;
        if (next < texts.size() && texts.get(next).equals("[") && pairs.close(next) == next + 2) {
            pieces.erase(next, next + 3);
            next += 3;
        }
        if (!LatexCommands.knownEnvironment(name) || Synonyms.transparent(name)) {
            return "";
        }
        String small = Synonyms.smallMatrix(name);
        if (!small.isEmpty()) {
            return "\\left" + small.substring(0, small.length() / 2) + "\\begin{smallmatrix}";
        }
        if (name.equals("rcases")) {
            return "\\left.\\begin{array}{ll}";
        }
        String columns = "";
        boolean spec = next < texts.size() && texts.get(next).equals("{") && pairs.closed(next);
        if (spec && takesSpec(name)) {
            columns = ColumnSpec.letters(texts.subList(next + 1, pairs.close(next)));
            pieces.erase(next, pairs.after(next));
        }
        String known = Synonyms.environment(name);
        if (!known.equals("array")) {
            return "\\begin{" + known + "}";
        }
        boolean relations = name.startsWith("eqnarray") || name.startsWith("IEEEeqnarray");
        String letters = relations ? "rcl" : columns.isEmpty() ? "c" : columns;
        return "\\begin{array}{" + letters + "}";
    }

    private static boolean takesSpec(String name) {
        return name.contains("array") && !name.startsWith("eqnarray")
                || name.startsWith("alignat")
                || name.startsWith("alignedat")
                || name.startsWith("tabular");
    }

    private String closer(int i) {
        String token = texts.get(i);
        int open = pairs.open(i);
        if (token.equals("}")) {
            return open < 0 ? "" : "}";
        }
        if (token.equals("\\right")) {
            return open < 0 ? bareDelimiter(i) : "\\right" + delimiter(i);
        }
        return open < 0 ? "" : ending(open);
    }

    private String ending(int open) {
        String name = texts.get(open)
                .substring("\\begin{".length(), texts.get(open).length() - 1)
                .replace(" ", "");
        if (!LatexCommands.knownEnvironment(name) || Synonyms.transparent(name)) {
            return "";
        }
        String small = Synonyms.smallMatrix(name);
        if (!small.isEmpty()) {
            return "\\end{smallmatrix}\\right" + small.substring(small.length() / 2);
        }
        if (name.equals("rcases")) {
            return "\\end{array}\\right\\}";
        }
        return "\\end{" + Synonyms.environment(name) + "}";
    }

    /** Dollar signs in words stay, those around the formula go; a bold switch before them reaches into them. */
    private String dollar(int i) {
        boolean opens = i + 1 < texts.size() && !syntax.inWords(i) && i > 0 && syntax.inWords(i - 1);
        int end = i + 1;
        while (opens && end < texts.size() && !texts.get(end).equals("$")) {
            end++;
        }
        if (!opens || end == texts.size()) {
            return "";
        }
        boolean bold = false;
        for (int k = i - 1; k >= 0 && k > i - 8 && syntax.inWords(k); k--) {
            bold |= texts.get(k).equals("\\boldmath");
        }
        pieces.put(end, bold ? "}$" : "$");
        return bold ? "$\\boldsymbol{" : "$";
    }

    private void dropRowLength(int from) {
        int next = from;
        if (next < texts.size()
                && texts.get(next).equals("*")
                && syntax.tokens().get(next).start()
                        == syntax.tokens().get(next - 1).end()) {
            pieces.put(next++, "");
        }
        if (next < texts.size() && texts.get(next).equals("[") && pairs.close(next) > 0) {
            Lengths.Length length = Lengths.at(texts, next + 1);
            if (length.end() == pairs.close(next) && length.end() > next + 1) {
                pieces.erase(next, pairs.after(next));
            }
        }
    }

    private void boundArguments(int i) {
        int end = Math.min(syntax.end(i), i + 40);
        for (int k = i + 1; k < end; k++) {
            if (texts.get(k).equals("{") || texts.get(k).equals("[")) {
                Lengths.Length length = Lengths.at(texts, k + 1);
                boolean whole = pairs.close(k) >= 0 && length.end() == pairs.close(k) || length.end() > k + 1;
                int until = Math.max(k + 1, pairs.close(k));
                if (whole) {
                    pieces.erase(k + 1, Math.min(until, texts.size()));
                    pieces.insert(k + 1, bounded(length, i));
                } else if (!texts.get(i).equals("\\raisebox")) {
                    pieces.erase(k + 1, Math.min(until, texts.size()));
                    pieces.insert(k + 1, "0pt");
                }
                k = Math.max(k, until - 1);
            }
        }
    }

    private String bounded(Lengths.Length length, int i) {
        if (!length.bounded()) {
            issue("latex.too-large", i, "command", texts.get(i));
            return "0pt";
        }
        return length.text();
    }

    private int groupEnd(int i) {
        int depth = 0;
        for (int k = i + 1; k < texts.size(); k++) {
            String token = texts.get(k);
            boolean ends = token.equals("}")
                    || token.equals("&")
                    || token.equals("\\\\")
                    || token.equals("\\right")
                    || token.startsWith("\\end{");
            if (ends && depth == 0) {
                return k;
            }
            depth += pieces.opens(k) ? 1 : 0;
            depth -= pieces.closes(k) ? 1 : 0;
        }
        return texts.size();
    }

    private void closeWhatIsOpen() {
        for (int i = texts.size() - 1; i >= 0; i--) {
            boolean brace = texts.get(i).equals("{");
            if ((brace || texts.get(i).startsWith("\\begin{")) && !pairs.closed(i) && !pieces.erased(i)) {
                pieces.insert(pairs.close(i), brace ? "}" : ending(i));
            }
        }
    }

    private void issue(String code, int i, String fact, String value) {
        LatexToken token = syntax.tokens().get(i);
        issues.add(new LatexProblem(code, token.start(), token.end(), Map.of(fact, value)));
    }
}
