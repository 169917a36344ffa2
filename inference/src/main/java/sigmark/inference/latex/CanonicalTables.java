package sigmark.inference.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rule groups C (fractions) and E (environments) of {@link CanonicalForm}, on rows of cells already written. */
final class CanonicalTables {
    private static final List<String> ALIGNED = List.of(
            "aligned",
            "align",
            "split",
            "eqnarray",
            "gather",
            "gathered",
            "multline",
            "multlined",
            "flalign",
            "alignat",
            "alignedat",
            "IEEEeqnarray",
            "xalignat",
            "eqalign",
            "displaylines",
            "eqalignno");
    private static final List<String> TRANSPARENT =
            List.of("equation", "displaymath", "math", "subequations", "center");
    private static final Map<String, String> MATRICES = Map.of(
            "smallmatrix",
            "matrix",
            "psmallmatrix",
            "pmatrix",
            "bsmallmatrix",
            "bmatrix",
            "vsmallmatrix",
            "vmatrix",
            "Bsmallmatrix",
            "Bmatrix",
            "Vsmallmatrix",
            "Vmatrix",
            "dcases",
            "cases",
            "subarray",
            "substack");
    private static final Map<String, String> KIN =
            Map.of("()", "pmatrix", "[]", "bmatrix", "\\{\\}", "Bmatrix", "||", "vmatrix", "\\|\\|", "Vmatrix");

    private CanonicalTables() {}

    /** The environment's canonical name: aligned, matrix and its kin, cases, array, or nothing for transparent ones. */
    static String name(String environment) {
        String plain = environment.replace("*", "");
        if (ALIGNED.contains(plain)) {
            return "aligned";
        }
        return TRANSPARENT.contains(plain) ? "" : MATRICES.getOrDefault(plain, plain);
    }

    static boolean takesCount(String environment) {
        return environment.startsWith("alignat")
                || environment.startsWith("alignedat")
                || environment.startsWith("xalignat")
                || environment.startsWith("IEEEeqnarray")
                || environment.startsWith("subarray");
    }

    /** The kin of matrix that a closing delimiter makes together with the opening one; empty for none. */
    static String closes(String closing, String opening) {
        return opening.isEmpty() ? "" : KIN.getOrDefault(opening + closing, "");
    }

    /** Rows as eqnarray and rcl arrays have them, the columns around the relation made one (E2). */
    static void joinRelations(List<List<List<String>>> rows) {
        for (List<List<String>> row : rows) {
            for (int i = 1; i + 1 < row.size(); i++) {
                List<String> joined = new ArrayList<>(row.get(i));
                joined.addAll(row.remove(i + 1));
                row.set(i, joined);
            }
        }
    }

    /** Takes off empty cells at the ends of rows and an empty last row (E5). */
    static void trim(List<List<List<String>>> rows) {
        for (List<List<String>> row : rows) {
            while (row.size() > 1 && row.get(row.size() - 1).isEmpty()) {
                row.remove(row.size() - 1);
            }
        }
        while (rows.size() > 1 && isEmpty(rows.get(rows.size() - 1))) {
            rows.remove(rows.size() - 1);
        }
    }

    private static boolean isEmpty(List<List<String>> row) {
        return row.size() == 1 && row.get(0).isEmpty();
    }

    static boolean hasRules(List<List<List<String>>> rows) {
        return rows.stream()
                .anyMatch(row -> row.stream().anyMatch(c -> c.contains("\\hline") || c.contains("\\cline")));
    }

    /** What an array without rules is, by its columns: all centred a matrix, rl and rcl an alignment (E3). */
    static String plainArray(String columns) {
        if (columns.equals("rl") || columns.equals("rcl")) {
            return "aligned";
        }
        return columns.chars().allMatch(c -> c == 'c') ? "matrix" : "array";
    }

    /** Index after the environment that the tokens begin with. */
    static int endOf(List<String> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).startsWith("\\begin{") ? 1 : tokens.get(i).startsWith("\\end{") ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return tokens.size();
    }

    /** Whether the tokens are one array of one or two left-aligned columns. */
    static boolean isLeftArray(List<String> tokens) {
        if (tokens.size() < 5 || !tokens.get(0).equals("\\begin{array}") || endOf(tokens) != tokens.size()) {
            return false;
        }
        String columns = String.join("", tokens.subList(1, Math.min(5, tokens.size())));
        return columns.startsWith("{l}") || columns.equals("{ll}");
    }

    static List<String> arrayToCases(List<String> array) {
        int body = array.indexOf("}") + 1;
        return environment("cases", "", array.subList(body, array.size() - 1));
    }

    /** One row's cells one after another, without {@code &}. */
    static List<String> oneRow(List<List<List<String>>> rows) {
        List<String> tokens = new ArrayList<>();
        rows.get(0).forEach(tokens::addAll);
        return tokens;
    }

    /** Cells joined by {@code &}, rows by {@code \\}. */
    static List<String> join(List<List<List<String>>> rows) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0) {
                tokens.add("\\\\");
            }
            for (int j = 0; j < rows.get(i).size(); j++) {
                if (j > 0) {
                    tokens.add("&");
                }
                tokens.addAll(rows.get(i).get(j));
            }
        }
        return tokens;
    }

    static List<String> environment(String name, String columns, List<String> body) {
        List<String> tokens = new ArrayList<>(body.size() + 6);
        tokens.add("\\begin{" + name + "}");
        if (name.equals("array")) {
            tokens.add("{");
            columns.chars().forEach(c -> tokens.add(String.valueOf((char) c)));
            tokens.add("}");
        }
        tokens.addAll(body);
        tokens.add("\\end{" + name + "}");
        return tokens;
    }

    /** {@code a \over b} and its like in the form of a command with two arguments (C3). */
    static List<String> fraction(String command, List<String> upper, List<String> lower) {
        return switch (command) {
            case "\\choose" -> two("\\binom", upper, lower);
            case "\\atop" -> stack("", upper, lower, "");
            case "\\brack" -> stack("[", upper, lower, "]");
            case "\\brace" -> stack("\\{", upper, lower, "\\}");
            default -> two("\\frac", upper, lower);
        };
    }

    static List<String> two(String command, List<String> first, List<String> second) {
        List<String> tokens = new ArrayList<>(first.size() + second.size() + 5);
        tokens.add(command);
        tokens.add("{");
        tokens.addAll(first);
        tokens.add("}");
        tokens.add("{");
        tokens.addAll(second);
        tokens.add("}");
        return tokens;
    }

    static List<String> stack(String open, List<String> upper, List<String> lower, String close) {
        List<String> tokens = new ArrayList<>(upper.size() + lower.size() + 6);
        if (!open.isEmpty()) {
            tokens.add(open);
        }
        tokens.addAll(List.of("\\substack", "{"));
        tokens.addAll(upper);
        tokens.add("\\\\");
        tokens.addAll(lower);
        tokens.add("}");
        if (!close.isEmpty()) {
            tokens.add(close);
        }
        return tokens;
    }
}
