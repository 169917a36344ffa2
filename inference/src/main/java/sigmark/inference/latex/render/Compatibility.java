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
    private final String[] written;
    private final StringBuilder[] inserted;

    private Compatibility(LatexSyntax syntax) {
        this.syntax = syntax;
        texts = syntax.texts();
        pairs = syntax.pairs();
        issues = new ArrayList<>(syntax.problems());
        written = new String[texts.size()];
        inserted = new StringBuilder[texts.size() + 1];
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
        return new Prepared(layer.text(), true, layer.issues);
    }

    private void rewrite() {
        for (int i = 0; i < written.length; i++) {
            if (written[i] == null) {
                written[i] = syntax.inComment(i) ? "" : syntax.inWords(i) ? word(i) : mathematics(i);
            }
        }
        insertMissing();
        closeWhatIsOpen();
    }

    /** The pieces joined, with a blank where the text has one or a control word would swallow a letter. */
    private String text() {
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
            append(text, written[i], token.start() > end);
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

    private boolean opens(int i) {
        return texts.get(i).equals("{")
                || texts.get(i).startsWith("\\begin{")
                || texts.get(i).equals("\\left");
    }

    private boolean closes(int i) {
        return pairs.open(i) >= 0 && opens(pairs.open(i));
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
            erase(i + 1, i + 1 < texts.size() && texts.get(i + 1).equals("*") ? i + 2 : i + 1);
            int from = i + 1 < texts.size() && texts.get(i + 1).equals("*") ? i + 2 : i + 1;
            if (from < texts.size() && texts.get(from).equals("{")) {
                erase(from, syntax.end(from));
            }
            return "";
        }
        if (LENGTHS.contains(token)) {
            Lengths.Length length = Lengths.at(texts, i + 1);
            erase(i + 1, length.end());
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
            written[i + 1] = "";
            if (pairs.closed(i + 1)) {
                written[pairs.close(i + 1)] = "\\end{" + name + "}";
            } else {
                insert(pairs.close(i + 1), "\\end{" + name + "}");
            }
            return "\\begin{" + name + "}";
        }
        switch (token) {
            case "\\operatorname" -> {
                boolean star = i + 1 < texts.size() && texts.get(i + 1).equals("*");
                erase(i + 1, star ? i + 2 : i + 1);
                if (!star) {
                    return token;
                }
                insert(syntax.end(i), "}");
                return "\\mathop{\\mathrm";
            }
            case "\\cal", "\\scr" -> {
                int end = groupEnd(i);
                insert(end, "}");
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
                erase(i + 1, to ? open : i + 1);
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
            erase(i + 1, invisible ? i + 2 : i + 1);
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
        written[i + 1] = "";
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
        erase(i + 1, invisible ? i + 2 : i + 1);
        return "";
    }

    private String arrow(int i, String token) {
        int from = i + 1;
        int afterOption = syntax.afterOption(from);
        erase(from, afterOption);
        insert(syntax.end(i), "{" + Synonyms.arrow(token) + "}");
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
        written[over] = "}";
        return "\\overset{";
    }

    private String begin(int i) {
        String name = texts.get(i)
                .substring("\\begin{".length(), texts.get(i).length() - 1)
                .replace(" ", "");
        int next = i + 1;
        if (next < texts.size() && texts.get(next).equals("[") && pairs.close(next) == next + 2) {
            erase(next, next + 3);
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
            erase(next, pairs.after(next));
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
        written[end] = bold ? "}$" : "$";
        return bold ? "$\\boldsymbol{" : "$";
    }

    private void dropRowLength(int from) {
        int next = from;
        if (next < texts.size()
                && texts.get(next).equals("*")
                && syntax.tokens().get(next).start()
                        == syntax.tokens().get(next - 1).end()) {
            written[next++] = "";
        }
        if (next < texts.size() && texts.get(next).equals("[") && pairs.close(next) > 0) {
            Lengths.Length length = Lengths.at(texts, next + 1);
            if (length.end() == pairs.close(next) && length.end() > next + 1) {
                erase(next, pairs.after(next));
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
                    erase(k + 1, Math.min(until, texts.size()));
                    insert(k + 1, bounded(length, i));
                } else if (!texts.get(i).equals("\\raisebox")) {
                    erase(k + 1, Math.min(until, texts.size()));
                    insert(k + 1, "0pt");
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
            depth += opens(k) ? 1 : 0;
            depth -= closes(k) ? 1 : 0;
        }
        return texts.size();
    }

    private void insertMissing() {
        for (int i = 0; i < texts.size(); i++) {
            String token = texts.get(i);
            boolean taken = LatexCommands.arguments(token) > 0 || token.equals("_") || token.equals("^");
            if (!taken
                    || syntax.inWords(i) && token.length() == 1
                    || syntax.inComment(i)
                    || DROPPED_WITH_ARGUMENT.contains(token)
                    || !Synonyms.plainTable(token).isEmpty()) {
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

    private void closeWhatIsOpen() {
        for (int i = texts.size() - 1; i >= 0; i--) {
            boolean brace = texts.get(i).equals("{");
            if ((brace || texts.get(i).startsWith("\\begin{")) && !pairs.closed(i) && !"".equals(written[i])) {
                insert(pairs.close(i), brace ? "}" : ending(i));
            }
        }
    }

    private void insert(int before, String piece) {
        int at = Math.min(before, texts.size());
        if (inserted[at] == null) {
            inserted[at] = new StringBuilder();
        }
        inserted[at].append(piece);
    }

    private void erase(int from, int to) {
        for (int k = from; k < to; k++) {
            written[k] = "";
        }
    }

    private void issue(String code, int i, String fact, String value) {
        LatexToken token = syntax.tokens().get(i);
        issues.add(new LatexProblem(code, token.start(), token.end(), Map.of(fact, value)));
    }
}
