package sigmark.analysis.recognition.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sigmark.analysis.recognition.form.KatexNode.Kind;

/** Reads environments: arrays, matrices, cases and alignments; others are refused. */
final class KatexTables {
    private static final Map<String, List<String>> MATRICES = Map.of(
            "matrix", List.of(),
            "pmatrix", List.of("(", ")"),
            "bmatrix", List.of("[", "]"),
            "Bmatrix", List.of("\\{", "\\}"),
            "vmatrix", List.of("|", "|"),
            "Vmatrix", List.of("\\Vert", "\\Vert"));

    private final KatexReader reader;

    KatexTables(KatexReader reader) {
        this.reader = reader;
    }

    /** The environment whose {@code \begin} has been consumed. */
    KatexNode environment() throws KatexRefusal {
        String name = reader.environmentName();
        KatexNode columns = KatexNode.NONE;
        if (name.equals("array") || name.equals("tabular")) {
            columns = columns(reader.group());
        }
        KatexNode read = table(name, columns);
        reader.expect("\\end", true);
        if (!reader.environmentName().equals(name)) {
            throw new KatexRefusal("begin and end differ");
        }
        return read;
    }

    /** Plain TeX's {@code \matrix{…}}. */
    KatexNode plain(String name) throws KatexRefusal {
        reader.expect("{", true);
        KatexNode read = table(name, KatexNode.NONE);
        reader.expect("}", true);
        return read;
    }

    private KatexNode table(String name, KatexNode columns) throws KatexRefusal {
        List<String> fences = MATRICES.get(name);
        if (fences != null) {
            KatexNode body = array("matrix", KatexNode.NONE, rows());
            return fences.isEmpty() ? body : fence(fences.get(0), fences.get(1), body);
        }
        return switch (name) {
            case "array", "tabular" -> array(name, columns, rows());
            case "cases", "picture" -> fence("\\{", ".", array(name, columnsOf("l", "l"), rows()));
            case "aligned" -> aligned(rows());
            default -> throw new KatexRefusal("no environment " + name);
        };
    }

    private static KatexNode aligned(List<KatexNode> rows) {
        List<KatexNode> spaced = new ArrayList<>();
        int widest = 0;
        for (KatexNode row : rows) {
            List<KatexNode> cells = new ArrayList<>();
            for (int i = 0; i < row.parts().size(); i++) {
                List<KatexNode> cell = new ArrayList<>(row.parts().get(i).parts());
                if (i % 2 == 1) {
                    cell.add(0, KatexNode.group(List.of()));
                }
                cells.add(KatexNode.group(cell));
            }
            widest = Math.max(widest, cells.size());
            spaced.add(new KatexNode(Kind.ROW, "", cells));
        }
        String[] columns = new String[widest];
        for (int i = 0; i < widest; i++) {
            columns[i] = i % 2 == 0 ? "r" : "l";
        }
        return array("aligned", columnsOf(columns), spaced);
    }

    private static KatexNode array(String name, KatexNode columns, List<KatexNode> rows) {
        List<KatexNode> parts = new ArrayList<>();
        parts.add(columns);
        parts.addAll(rows);
        return new KatexNode(Kind.ARRAY, name, parts);
    }

    private static KatexNode fence(String left, String right, KatexNode body) {
        return KatexNode.of(Kind.FENCE, "", KatexNode.sign(left), KatexNode.sign(right), body);
    }

    private static KatexNode columnsOf(String... columns) {
        List<KatexNode> signs = new ArrayList<>();
        for (String column : columns) {
            signs.add(KatexNode.sign(column));
        }
        return new KatexNode(Kind.ROW, "", signs);
    }

    private static KatexNode columns(KatexNode group) {
        List<KatexNode> kept = group.inner().stream()
                .filter(node -> node.is(Kind.SIGN) && "lcr|".contains(node.text()))
                .toList();
        return new KatexNode(Kind.ROW, "", kept);
    }

    private List<KatexNode> rows() throws KatexRefusal {
        List<KatexNode> rows = new ArrayList<>();
        List<KatexNode> row = new ArrayList<>();
        while (true) {
            row.add(KatexNode.group(reader.expression(false, "")));
            String end = reader.nextText();
            switch (end) {
                case "&" -> reader.consume();
                case "\\\\", "\\cr" -> {
                    reader.consume();
                    reader.function(end);
                    rows.add(new KatexNode(Kind.ROW, "", row));
                    row = new ArrayList<>();
                }
                case "\\end", "}" -> {
                    rows.add(new KatexNode(Kind.ROW, "", row));
                    return rows;
                }
                default -> throw new KatexRefusal("no end of the cell");
            }
        }
    }
}
