package sigmark.inference.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The canonical writer's part for environments (rule group E) and fractions and roots with a syntax of their own (C). */
final class CanonicalStructures {
    private static final int MAX_LOOK_AHEAD = 100;
    private static final Map<String, String> PLAIN_TABLES = Map.of(
            "\\matrix",
            "matrix",
            "\\pmatrix",
            "pmatrix",
            "\\cases",
            "cases",
            "\\eqalign",
            "aligned",
            "\\displaylines",
            "aligned",
            "\\eqalignno",
            "aligned");

    private final CanonicalWriter writer;
    private final CanonicalInput in;

    CanonicalStructures(CanonicalWriter writer, CanonicalInput in) {
        this.writer = writer;
        this.in = in;
    }

    static boolean isPlainTable(String command) {
        return PLAIN_TABLES.containsKey(command);
    }

    int plainTable(int i, int to, CanonicalCell cell) {
        int end = Math.min(to, in.close(i + 1));
        int next = Math.min(to, in.after(i + 1));
        table(PLAIN_TABLES.getOrDefault(in.token(i), "matrix"), "", i + 2, end, next, to, cell);
        return next;
    }

    int environment(int i, int to, CanonicalCell cell) {
        String token = in.token(i);
        String name = token.substring("\\begin{".length(), token.length() - 1).replace(" ", "");
        int end = Math.min(to, in.close(i));
        int j = i + 1;
        if (j < end && in.token(j).equals("[") && in.close(j) == j + 2) {
            j += 3;
        }
        String columns = "";
        boolean array = name.startsWith("array") || name.startsWith("tabular") || name.equals("darray");
        if ((array || CanonicalTables.takesCount(name))
                && j < end
                && in.token(j).equals("{")) {
            List<String> spec = new ArrayList<>();
            for (int k = j + 1; k < Math.min(end, in.close(j)); k++) {
                spec.add(in.token(k));
            }
            columns = ColumnSpec.letters(spec);
            j = Math.min(end, in.after(j));
        }
        int next = Math.min(to, in.after(i));
        table(array ? "array" : name, columns, j, end, next, to, cell);
        return next;
    }

    private void table(String raw, String columns, int from, int end, int next, int to, CanonicalCell cell) {
        List<List<List<String>>> rows = new ArrayList<>();
        boolean scripted = writer.rows(from, end, true, rows);
        CanonicalTables.trim(rows);
        String name = CanonicalTables.name(raw);
        boolean plain = !columns.contains("|") && !CanonicalTables.hasRules(rows);
        if (name.equals("array") && plain) {
            name = CanonicalTables.plainArray(columns);
        }
        if (raw.contains("eqnarray") || raw.equals("array") && name.equals("aligned") && columns.length() == 3) {
            CanonicalTables.joinRelations(rows);
        }
        boolean single = rows.size() == 1
                && (name.equals("aligned")
                        || rows.get(0).size() == 1 && (name.equals("matrix") || name.equals("array")));
        if (name.isEmpty() || single && plain) {
            List<String> tokens = name.isEmpty() ? CanonicalTables.join(rows) : CanonicalTables.oneRow(rows);
            boolean several = name.isEmpty() && (rows.size() > 1 || rows.get(0).size() > 1);
            writer.splice(new CanonicalWriter.Part(tokens, scripted, several, next), to, cell);
        } else if (name.equals("substack")) {
            cell.nucleus("\\substack");
            cell.group(CanonicalTables.join(rows), false, true);
        } else {
            List<String> tokens = CanonicalTables.environment(name, columns, CanonicalTables.join(rows));
            if (name.equals("matrix")) {
                cell.matrix(tokens);
            } else {
                cell.nucleus(tokens);
            }
        }
    }

    int genfrac(int i, int to, CanonicalCell cell) {
        List<List<String>> parts = new ArrayList<>();
        int next = i + 1;
        for (int k = 0; k < 6; k++) {
            CanonicalWriter.Part part = writer.argument(next, to);
            parts.add(part.tokens());
            next = part.next();
        }
        parts.get(0).forEach(cell::nucleus);
        boolean noBar = !parts.get(2).isEmpty()
                && parts.get(2).get(0).equals("0")
                && !parts.get(2).contains(".");
        boolean binomial =
                noBar && parts.get(0).equals(List.of("(")) && parts.get(1).equals(List.of(")"));
        if (binomial) {
            cell.out.remove(cell.out.size() - 1);
            cell.nucleus(CanonicalTables.two("\\binom", parts.get(4), parts.get(5)));
            return next;
        }
        cell.nucleus(
                noBar
                        ? CanonicalTables.stack("", parts.get(4), parts.get(5), "")
                        : CanonicalTables.two("\\frac", parts.get(4), parts.get(5)));
        parts.get(1).forEach(cell::nucleus);
        return next;
    }

    int buildrel(int i, int to, CanonicalCell cell) {
        int j = i + 1;
        while (j < to && j - i < MAX_LOOK_AHEAD && !in.token(j).equals("\\over")) {
            j = in.token(j).equals("{") ? Math.max(j + 1, in.after(j)) : j + 1;
        }
        if (j >= to || !in.token(j).equals("\\over")) {
            return i + 1;
        }
        CanonicalWriter.Part lower = writer.argument(j + 1, to);
        cell.nucleus(CanonicalTables.two("\\overset", writer.list(i + 1, j), lower.tokens()));
        return lower.next();
    }

    int root(int i, int to, CanonicalCell cell) {
        int j = i + 1;
        while (j < to && j - i < MAX_LOOK_AHEAD && !in.token(j).equals("\\of")) {
            j = in.token(j).equals("{") ? Math.max(j + 1, in.after(j)) : j + 1;
        }
        if (j >= to || !in.token(j).equals("\\of")) {
            return i + 1;
        }
        List<String> tokens = new ArrayList<>(List.of("\\sqrt", "["));
        List<String> index = writer.list(i + 1, j);
        tokens.addAll(index.contains("]") || index.contains("[") ? CanonicalWriter.braced(index) : index);
        tokens.add("]");
        CanonicalWriter.Part part = writer.argument(j + 1, to);
        tokens.addAll(CanonicalWriter.braced(part.tokens()));
        cell.nucleus(tokens);
        return part.next();
    }
}
