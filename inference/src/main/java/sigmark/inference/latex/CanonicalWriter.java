package sigmark.inference.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sigmark.inference.latex.CanonicalCommands.Take;

/** Writes one pass of the rules of {@link CanonicalForm} over a matched token stream, by recursive descent. */
final class CanonicalWriter {
    private static final int MAX_DEPTH = 120;
    private static final Set<String> SCRIPTS = Set.of("_", "^", "'");
    private static final Set<String> NO_ARGUMENT = Set.of("&", "\\\\", "}", "_", "^", "\\right");

    private final CanonicalInput in;
    private final CanonicalStructures structures;
    private int depth;

    private CanonicalWriter(CanonicalInput in) {
        this.in = in;
        structures = new CanonicalStructures(this, in);
    }

    /** Nesting beyond what the writer follows. */
    static final class TooDeepException extends RuntimeException {
        TooDeepException() {
            super("nested too deeply", null, false, false);
        }
    }

    /** What one group or argument came to. */
    record Part(List<String> tokens, boolean scripted, boolean rows, int next) {}

    static List<String> write(CanonicalInput in) {
        CanonicalWriter writer = new CanonicalWriter(in);
        List<List<List<String>>> rows = new ArrayList<>();
        writer.rows(0, in.size(), true, rows);
        return CanonicalTables.join(rows);
    }

    /** Writes rows of cells; says whether the last cell ends with scripts. */
    boolean rows(int from, int to, boolean table, List<List<List<String>>> rows) {
        if (++depth > MAX_DEPTH) {
            throw new TooDeepException();
        }
        List<List<String>> row = new ArrayList<>();
        CanonicalCell cell = new CanonicalCell();
        int i = from;
        while (i < to) {
            String token = in.token(i);
            boolean rowEnds = token.equals("\\\\");
            if (rowEnds || token.equals("&")) {
                row.add(cellTokens(cell, table));
                cell = new CanonicalCell();
                i++;
            } else {
                i = element(i, to, cell);
            }
            if (rowEnds) {
                rows.add(row);
                row = new ArrayList<>();
                i = afterRowEnd(i, to);
            }
        }
        row.add(cellTokens(cell, table));
        rows.add(row);
        depth--;
        return cell.endsScripted();
    }

    private static List<String> cellTokens(CanonicalCell cell, boolean table) {
        List<String> out = cell.finish().out;
        return table ? CanonicalFonts.trimmed(out) : out;
    }

    /** Leaves out the star and the length that may follow a row's end. */
    private int afterRowEnd(int at, int to) {
        int i = at;
        if (i < to && in.token(i).equals("*") && !in.blankBefore(i)) {
            i++;
        }
        if (i < to && in.token(i).equals("[") && in.close(i) > 0 && in.close(i) < to) {
            int end = in.afterLength(i + 1, in.close(i));
            if (end == in.close(i) && end > i + 1) {
                return end + 1;
            }
        }
        return i;
    }

    private int element(int i, int to, CanonicalCell cell) {
        String token = in.token(i);
        switch (token) {
            case "_" -> {
                Part part = argument(i + 1, to);
                cell.sub(part.tokens);
                return part.next;
            }
            case "^" -> {
                return superscript(i + 1, to, cell);
            }
            case "'" -> {
                cell.prime();
                return i + 1;
            }
            case "{" -> {
                Part part = argument(i, to);
                splice(part, to, cell);
                return part.next;
            }
            case "}", "\\right" -> {
                return token.equals("}") ? i + 1 : size(i, to, cell);
            }
            case "\\left" -> {
                return delimited(i, to, cell);
            }
            case "\\quad", "\\hline" -> {
                cell.separator(token);
                return i + 1;
            }
            case "\\over", "\\choose", "\\atop", "\\brack", "\\brace" -> {
                cell.over(token);
                return i + 1;
            }
            case "\\above" -> {
                cell.over("\\over");
                return in.afterLength(i + 1, to);
            }
            default -> {
                return command(i, to, cell);
            }
        }
    }

    private int command(int i, int to, CanonicalCell cell) {
        String token = in.token(i);
        if (token.startsWith("\\begin{")) {
            return structures.environment(i, to, cell);
        }
        if (token.startsWith("\\end{")) {
            return i + 1;
        }
        switch (token) {
            case "\\not" -> {
                return negation(i, to, cell);
            }
            case "\\pmod", "\\pod" -> {
                Part part = argument(i + 1, to);
                cell.nucleus("(");
                if (token.equals("\\pmod")) {
                    cell.nucleus("\\bmod");
                }
                cell.group(part.tokens, part.scripted, part.rows);
                cell.nucleus(")");
                return part.next;
            }
            case "\\cline" -> {
                Part part = argument(i + 1, to);
                cell.separator(token);
                cell.group(part.tokens, false, true);
                return part.next;
            }
            case "\\genfrac" -> {
                return structures.genfrac(i, to, cell);
            }
            case "\\buildrel" -> {
                return structures.buildrel(i, to, cell);
            }
            case "\\root" -> {
                return structures.root(i, to, cell);
            }
            case "\\textcolor", "\\colorbox", "\\raisebox", "\\scalebox" -> {
                Part part = argument(argument(i + 1, to).next, to);
                splice(part, to, cell);
                return part.next;
            }
            default -> {
                boolean plainTable = CanonicalStructures.isPlainTable(token)
                        && i + 1 < to
                        && in.token(i + 1).equals("{");
                return plainTable ? structures.plainTable(i, to, cell) : taken(i, to, cell);
            }
        }
    }

    private int taken(int i, int to, CanonicalCell cell) {
        String token = in.token(i);
        Take take = CanonicalCommands.take(token);
        switch (take) {
            case DROP -> {
                return i + 1;
            }
            case SIZE -> {
                return size(i, to, cell);
            }
            case DROP_ARGUMENT -> {
                int j = starSkipped(i + 1, to);
                return j < to && in.token(j).equals("{") ? Math.min(to, in.after(j)) : j;
            }
            case DROP_LENGTH -> {
                return in.afterLength(i + 1, to);
            }
            case WRAPPER -> {
                Part part = argument(i + 1, to);
                splice(part, to, cell);
                return part.next;
            }
            case FONT -> {
                Part part = argument(starSkipped(i + 1, to), to);
                cell.wrap(CanonicalCommands.font(token), part.tokens);
                return part.next;
            }
            case SWITCH -> {
                cell.switchFont(CanonicalCommands.switched(token));
                return i + 1;
            }
            case TEXT -> {
                return new CanonicalWords(this, in).text(i + 1, to, CanonicalCommands.text(token), cell);
            }
            case ONE, TWO -> {
                return withArguments(i, to, take == Take.TWO, cell);
            }
            default -> {
                cell.nucleus(token);
                return i + 1;
            }
        }
    }

    private int starSkipped(int i, int to) {
        return i < to && in.token(i).equals("*") ? i + 1 : i;
    }

    private int withArguments(int i, int to, boolean two, CanonicalCell cell) {
        List<String> tokens = new ArrayList<>();
        tokens.add(in.token(i));
        int j = skipDropped(i + 1, to);
        if (j < to && in.token(j).equals("[") && in.close(j) > 0 && in.close(j) < to) {
            List<String> option = list(j + 1, in.close(j));
            boolean braces = option.contains("[") || option.contains("]");
            tokens.add("[");
            tokens.addAll(braces ? braced(option) : option);
            tokens.add("]");
            j = in.close(j) + 1;
        }
        Part first = argument(j, to);
        tokens.addAll(braced(first.tokens));
        int next = first.next;
        if (two) {
            Part second = argument(next, to);
            tokens.addAll(braced(second.tokens));
            next = second.next;
        }
        cell.nucleus(tokens);
        return next;
    }

    static List<String> braced(List<String> tokens) {
        List<String> braced = new ArrayList<>(tokens.size() + 2);
        braced.add("{");
        braced.addAll(tokens);
        braced.add("}");
        return braced;
    }

    /** A script of primes alone, in braces or not, is the same as primes on the line. */
    private int superscript(int at, int to, CanonicalCell cell) {
        int i = skipDropped(at, to);
        boolean group = i < to && in.token(i).equals("{");
        int from = group ? i + 1 : i;
        int end = group ? Math.min(to, in.close(i)) : Math.min(to, i + 1);
        int primes = from;
        while (primes < end && in.token(primes).equals("'")) {
            primes++;
        }
        if (primes == end && primes > from) {
            for (int k = from; k < primes; k++) {
                cell.prime();
            }
            return group ? Math.min(to, in.after(i)) : end;
        }
        Part part = argument(i, to);
        cell.sup(part.tokens);
        return part.next;
    }

    /** One argument: a group, or the next thing with its own arguments; nothing where the surroundings end. */
    Part argument(int at, int to) {
        int i = skipDropped(at, to);
        if (i >= to) {
            return new Part(List.of(), false, false, to);
        }
        String token = in.token(i);
        if (token.equals("{")) {
            List<List<List<String>>> rows = new ArrayList<>();
            boolean scripted = rows(i + 1, Math.min(to, in.close(i)), false, rows);
            boolean several = rows.size() > 1 || rows.get(0).size() > 1;
            return new Part(CanonicalTables.join(rows), scripted, several, Math.min(to, in.after(i)));
        }
        boolean missing = NO_ARGUMENT.contains(token) || token.startsWith("\\end{");
        if (missing) {
            return new Part(List.of(), false, false, i);
        }
        if (++depth > MAX_DEPTH) {
            throw new TooDeepException();
        }
        CanonicalCell cell = new CanonicalCell();
        int next;
        if (CanonicalCommands.take(token) == Take.SWITCH) {
            Part part = argument(i + 1, to);
            cell.wrap(CanonicalCommands.switched(token), part.tokens);
            next = part.next;
        } else {
            next = element(i, to, cell);
        }
        depth--;
        cell.finish();
        return new Part(cell.out, cell.endsScripted(), false, next);
    }

    /** A part of the stream as one list of tokens. */
    List<String> list(int from, int to) {
        List<List<List<String>>> rows = new ArrayList<>();
        rows(from, to, false, rows);
        return CanonicalTables.join(rows);
    }

    void splice(Part part, int to, CanonicalCell cell) {
        boolean bare = part.scripted || part.tokens.isEmpty();
        cell.group(part.tokens, part.scripted, part.rows || bare && scriptFollows(part.next, to));
    }

    private boolean scriptFollows(int at, int to) {
        int i = skipDropped(at, to);
        return i < to && SCRIPTS.contains(in.token(i));
    }

    private int skipDropped(int at, int to) {
        int i = at;
        while (i < to && CanonicalCommands.take(in.token(i)) == Take.DROP) {
            i++;
        }
        return i;
    }

    /** Drops a delimiter's size; the delimiter itself is read next, unless it is the invisible one. */
    private int size(int i, int to, CanonicalCell cell) {
        return i + 1 < to && !in.token(i + 1).equals("\\\\") ? delimiter(i + 1, cell) : i + 1;
    }

    private int delimiter(int i, CanonicalCell cell) {
        switch (in.token(i)) {
            case "." -> {
                return i + 1;
            }
            case "<" -> cell.nucleus("\\langle");
            case ">" -> cell.nucleus("\\rangle");
            case "(", ")", "[", "]", "|", "\\|", "\\{", "\\}", "/" -> cell.nucleus(in.token(i));
            default -> {
                return i;
            }
        }
        return i + 1;
    }

    private int delimited(int i, int to, CanonicalCell cell) {
        int end = Math.min(to, in.close(i));
        int from = Math.min(i + 1, end);
        int next = Math.min(to, in.after(i));
        boolean closed = next > end;
        List<List<List<String>>> rows = new ArrayList<>();
        CanonicalCell opening = new CanonicalCell();
        int inside = from < end ? delimiter(from, opening) : from;
        boolean scripted = rows(inside, end, false, rows);
        List<String> tokens = CanonicalTables.join(rows);
        CanonicalCell closing = new CanonicalCell();
        int after = closed && next < to ? delimiter(next, closing) : next;
        boolean invisible = closed && after > next && closing.out.isEmpty();
        if (invisible && opening.out.equals(List.of("\\{")) && CanonicalTables.isLeftArray(tokens)) {
            cell.nucleus(CanonicalTables.arrayToCases(tokens));
            return after;
        }
        opening.out.forEach(cell::nucleus);
        boolean several = rows.size() > 1 || rows.get(0).size() > 1;
        boolean follows = closing.out.isEmpty() && scriptFollows(after, to);
        boolean matrix = !tokens.isEmpty()
                && tokens.get(0).equals("\\begin{matrix}")
                && CanonicalTables.endOf(tokens) == tokens.size();
        if (matrix) {
            cell.matrix(tokens);
        } else {
            cell.group(tokens, scripted, several || follows && scripted);
        }
        closing.out.forEach(cell::nucleus);
        return after;
    }

    private int negation(int i, int to, CanonicalCell cell) {
        int j = skipDropped(i + 1, to);
        boolean group = j + 1 < to && in.token(j).equals("{") && in.close(j) == j + 2;
        String sign = j < to ? in.token(group ? j + 1 : j) : "";
        String negated = CanonicalSymbols.negated(sign);
        if (negated.isEmpty()) {
            cell.nucleus("\\not");
            return j;
        }
        cell.nucleus(negated);
        return group ? in.after(j) : j + 1;
    }
}
