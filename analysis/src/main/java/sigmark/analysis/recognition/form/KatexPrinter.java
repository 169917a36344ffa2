package sigmark.analysis.recognition.form;

import java.util.ArrayList;
import java.util.List;
import sigmark.analysis.recognition.form.KatexNode.Kind;

/** Prints what KaTeX read as im2markup, pix2tex and CDM print it: tokens, scripts braced, subscript first. */
final class KatexPrinter {
    private final KatexStyle style;
    private final List<String> out = new ArrayList<>();

    KatexPrinter(KatexStyle style) {
        this.style = style;
    }

    /** The tokens of a tree. */
    static List<String> print(List<KatexNode> nodes, KatexStyle style) throws KatexRefusal {
        KatexPrinter printer = new KatexPrinter(style);
        printer.all(nodes);
        return printer.out;
    }

    private void all(List<KatexNode> nodes) throws KatexRefusal {
        for (KatexNode node : nodes) {
            one(node);
        }
    }

    private void one(KatexNode node) throws KatexRefusal {
        List<KatexNode> parts = node.parts();
        switch (node.kind()) {
            case SIGN -> out.add(node.text().equals(" ") ? "~" : node.text());
            case OPERATOR -> operator(node);
            case GROUP -> braced(parts);
            case TEXT -> {
                boolean han = parts.stream().anyMatch(part -> CdmInput.isHan(part.text()));
                out.add(style == KatexStyle.CDM && han ? "\\text" : "\\mathrm");
                braced(parts);
            }
            case SCRIPTS -> scripts(parts);
            case FRACTION, BINOMIAL -> {
                out.add(node.is(Kind.FRACTION) ? "\\frac" : "\\binom");
                all(parts);
            }
            case ARRAY -> array(node);
            case ROOT -> root(parts);
            case FENCE -> {
                out.add("\\left" + parts.get(0).text());
                all(parts.subList(2, parts.size()));
                out.add("\\right" + parts.get(1).text());
            }
            case ACCENT -> {
                out.add(node.text());
                group(parts.get(0));
            }
            case COMMAND, SIZED -> {
                out.add(node.text());
                all(parts);
            }
            case SWITCH -> change(node);
            case LINE, PHANTOM -> {
                out.add(node.text());
                braced(parts);
            }
            case RULE -> {
                out.add("\\rule");
                braced(parts.subList(0, 1));
                braced(parts.subList(1, 2));
            }
            default -> throw new KatexRefusal("cannot be printed: " + node.kind());
        }
    }

    private void braced(List<KatexNode> parts) throws KatexRefusal {
        out.add("{");
        all(parts);
        out.add("}");
    }

    private void group(KatexNode node) throws KatexRefusal {
        if (node.is(Kind.GROUP)) {
            one(node);
        } else {
            braced(List.of(node));
        }
    }

    private void operator(KatexNode node) {
        if (node.parts().isEmpty()) {
            out.add(node.text());
            return;
        }
        out.add("\\operatorname" + node.parts().get(0).text());
        out.add("{");
        node.text().substring(1).chars().forEach(c -> out.add(Character.toString(c)));
        out.add("}");
    }

    private void scripts(List<KatexNode> parts) throws KatexRefusal {
        one(parts.get(0));
        String[] signs = {"", "_", "^"};
        for (int i = 1; i < signs.length; i++) {
            if (!parts.get(i).is(Kind.NONE)) {
                out.add(signs[i]);
                group(parts.get(i));
            }
        }
    }

    private void root(List<KatexNode> parts) throws KatexRefusal {
        out.add("\\sqrt");
        if (!parts.get(0).is(Kind.NONE)) {
            out.add("[");
            all(parts.get(0).parts());
            out.add("]");
        }
        one(parts.get(1));
    }

    private void change(KatexNode node) throws KatexRefusal {
        if (node.text().equals("\\rm")) {
            out.add("\\mathrm");
            braced(node.parts());
        } else {
            out.add(node.text());
            all(node.parts());
        }
    }

    private void array(KatexNode node) throws KatexRefusal {
        boolean kept = style == KatexStyle.IM2MARKUP;
        String name = kept ? node.text() : "array";
        List<KatexNode> rows = node.parts().subList(1, node.parts().size());
        out.add("\\begin{" + name + "}");
        if (!kept || name.equals("array") || name.equals("tabular")) {
            columns(node.parts().get(0), rows.get(0).parts().size(), kept);
        }
        int end = -1;
        for (KatexNode row : rows) {
            boolean first = !row.parts().get(0).parts().isEmpty();
            if (first || row.parts().size() > 1 && style != KatexStyle.PIX2TEX) {
                row(row.parts(), kept);
                out.add("\\\\");
                end = out.size() - 1;
            }
        }
        if (style == KatexStyle.CDM && end == out.size() - 1) {
            out.remove(end);
        }
        out.add("\\end{" + name + "}");
    }

    private void columns(KatexNode columns, int width, boolean kept) {
        out.add("{");
        if (columns.is(Kind.NONE)) {
            for (int i = 0; i < width; i++) {
                out.add("l");
            }
        }
        for (KatexNode column : columns.parts()) {
            if (kept || !column.text().equals("|")) {
                out.add(column.text());
            }
        }
        out.add("}");
    }

    private void row(List<KatexNode> cells, boolean kept) throws KatexRefusal {
        for (int i = 0; i < cells.size(); i++) {
            List<KatexNode> cell = cells.get(i).parts();
            if (i > 0) {
                out.add("&");
            } else if (kept && !cell.isEmpty() && cell.get(0).text().equals("\\hline")) {
                out.add("\\hline");
                cell = cell.subList(1, cell.size());
            }
            if (style != KatexStyle.CDM || !cell.isEmpty()) {
                braced(cell);
            }
        }
    }
}
