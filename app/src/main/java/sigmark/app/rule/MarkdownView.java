package sigmark.app.rule;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import sigmark.app.latex.FormulaPane;
import sigmark.app.latex.FormulaPictures;
import sigmark.labeling.guide.book.Block;
import sigmark.labeling.guide.book.Markdown;
import sigmark.labeling.guide.book.Span;

/** Shows Markdown as it is meant, with drawn formulas in its lines. Style class {@code markdown}. */
public final class MarkdownView extends VBox {
    private static final double FORMULA = 16;

    private final FormulaPictures pictures;

    public MarkdownView(FormulaPictures pictures) {
        super(8);
        this.pictures = pictures;
        getStyleClass().add("markdown");
    }

    public void show(String markdown) {
        getChildren().setAll(Markdown.blocks(markdown).stream().map(this::node).toList());
    }

    private Node node(Block block) {
        if (block instanceof Block.Heading heading) {
            TextFlow flow = flow(heading.spans());
            flow.getStyleClass().add("markdown-heading-" + Math.min(4, heading.level()));
            return flow;
        }
        if (block instanceof Block.Items items) {
            return items(items);
        }
        if (block instanceof Block.Table table) {
            return table(table);
        }
        if (block instanceof Block.Code code) {
            Label label = new Label(code.text());
            label.getStyleClass().addAll("mono", "markdown-code");
            return label;
        }
        return flow(((Block.Paragraph) block).spans());
    }

    private Node items(Block.Items items) {
        VBox list = new VBox(4);
        int number = 0;
        for (List<Span> item : items.items()) {
            number++;
            Label mark = new Label(items.numbered() ? number + "." : "•");
            mark.setMinWidth(22);
            TextFlow flow = flow(item);
            HBox.setHgrow(flow, Priority.ALWAYS);
            list.getChildren().add(new HBox(mark, flow));
        }
        return list;
    }

    private Node table(Block.Table table) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("markdown-table");
        int columns = table.rows().stream().mapToInt(List::size).max().orElse(0);
        for (int column = 0; column < columns; column++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setHgrow(column == columns - 1 ? Priority.ALWAYS : Priority.SOMETIMES);
            grid.getColumnConstraints().add(width);
        }
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.rows().get(row).size(); column++) {
                TextFlow cell = flow(table.rows().get(row).get(column));
                cell.getStyleClass().add(row == 0 ? "markdown-head-cell" : "markdown-cell");
                grid.add(cell, column, row);
            }
        }
        return grid;
    }

    private TextFlow flow(List<Span> spans) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("markdown-line");
        for (Span span : spans) {
            flow.getChildren().add(node(span));
        }
        return flow;
    }

    private Node node(Span span) {
        if (span.kind() == Span.Kind.FORMULA) {
            FormulaPane formula = new FormulaPane(pictures, FORMULA);
            formula.show(span.text(), false, FORMULA);
            return formula;
        }
        Text text = new Text(span.text());
        text.getStyleClass().add("markdown-text");
        if (span.kind() == Span.Kind.CODE) {
            text.getStyleClass().add("markdown-code-text");
        }
        if (span.strong()) {
            text.getStyleClass().add("markdown-strong");
        }
        if (span.slanted()) {
            text.getStyleClass().add("markdown-slanted");
        }
        return text;
    }
}
