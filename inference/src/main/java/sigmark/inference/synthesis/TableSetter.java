package sigmark.inference.synthesis;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures and draws tables: cells centred, the first row shaded as head. */
final class TableSetter {
    private final PageTheme theme;
    private final PageCanvas canvas;
    private final TextSetter text;
    private List<List<TextLine>> cells = List.of();
    private double[] widths = {};
    private double[] heights = {};
    private double available;

    TableSetter(PageTheme theme, PageCanvas canvas, TextSetter text) {
        this.theme = theme;
        this.canvas = canvas;
        this.text = text;
    }

    /** Itself when the table fits into the width. */
    Optional<TableSetter> measure(Block.Table table, double width) {
        available = width;
        int columns = table.rows().stream().mapToInt(List::size).max().orElse(0);
        widths = new double[columns];
        heights = new double[table.rows().size()];
        cells = new ArrayList<>();
        for (int r = 0; r < table.rows().size(); r++) {
            List<TextLine> row = new ArrayList<>();
            for (int c = 0; c < table.rows().get(r).size(); c++) {
                TextLine line = text.line(table.rows().get(r).get(c), theme.size() * 0.95, r == 0);
                row.add(line);
                widths[c] = Math.max(widths[c], line.width() + theme.size() * 1.4);
                heights[r] = Math.max(heights[r], line.rise() + line.drop() + theme.size() * 0.9);
            }
            cells.add(row);
        }
        return tableWidth() <= width ? Optional.of(this) : Optional.empty();
    }

    double height() {
        double sum = 0;
        for (double height : heights) {
            sum += height;
        }
        return sum;
    }

    void draw(double columnLeft, double top) {
        double left = columnLeft + (available - tableWidth()) / 2;
        shadeHead(left, top);
        double y = top;
        for (int r = 0; r < cells.size(); r++) {
            double x = left;
            double rise =
                    cells.get(r).stream().mapToDouble(TextLine::rise).max().orElse(0);
            double drop =
                    cells.get(r).stream().mapToDouble(TextLine::drop).max().orElse(0);
            double baseline = Math.round(y + (heights[r] - rise - drop) / 2 + rise);
            for (int c = 0; c < cells.get(r).size(); c++) {
                TextLine cell = cells.get(r).get(c);
                cell.draw(canvas, x + (widths[c] - cell.width()) / 2, baseline, 0, theme.ink());
                x += widths[c];
            }
            y += heights[r];
        }
        rules(left, top);
    }

    private void shadeHead(double left, double top) {
        canvas.graphics().setColor(theme.paper().darker().equals(theme.paper()) ? theme.paper() : mix());
        canvas.graphics().fill(new Rectangle2D.Double(left, top, tableWidth(), heights[0]));
    }

    private java.awt.Color mix() {
        return new java.awt.Color(
                theme.paper().getRed() * 15 / 16,
                theme.paper().getGreen() * 15 / 16,
                theme.paper().getBlue() * 15 / 16);
    }

    private void rules(double left, double top) {
        canvas.graphics().setColor(theme.ink());
        canvas.graphics().setStroke(new BasicStroke(theme.size() / 22));
        double y = top;
        for (int r = 0; r <= heights.length; r++) {
            canvas.graphics().draw(new Line2D.Double(left, y, left + tableWidth(), y));
            y += r < heights.length ? heights[r] : 0;
        }
        double x = left;
        for (int c = 0; c <= widths.length; c++) {
            canvas.graphics().draw(new Line2D.Double(x, top, x, top + height()));
            x += c < widths.length ? widths[c] : 0;
        }
    }

    private double tableWidth() {
        double sum = 0;
        for (double width : widths) {
            sum += width;
        }
        return sum;
    }
}
