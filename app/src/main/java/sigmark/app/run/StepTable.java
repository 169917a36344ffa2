package sigmark.app.run;

import java.util.OptionalDouble;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import sigmark.analysis.statistics.Percentiles;
import sigmark.app.base.Desk;

/** p50, p95, p99 of each step and of the page in all, and each step's share of the time. */
final class StepTable extends GridPane {
    private static final double CONFIDENCE = 0.95;

    private final Desk desk;

    StepTable(Desk desk) {
        this.desk = desk;
        setId("step-table");
        getStyleClass().add("step-table");
        double[] widths = {22, 13, 13, 13, 28, 11};
        for (int i = 0; i < widths.length; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(widths[i]);
            column.setHgrow(Priority.ALWAYS);
            column.setHalignment(i == 0 || i == 4 ? HPos.LEFT : HPos.RIGHT);
            getColumnConstraints().add(column);
        }
    }

    void show(StepFigures figures) {
        getChildren().clear();
        String[] heads = {"run.step", "run.p50", "run.p95", "run.p99", "run.share", "run.pages"};
        for (int i = 0; i < heads.length; i++) {
            Label head = new Label(desk.texts().text(heads[i]));
            head.getStyleClass().add("field-name");
            add(cell(head, i, "step-head"), i, 0);
        }
        int line = 1;
        for (StepFigures.Row row : figures.rows()) {
            fill(line++, row, figures, "step-line");
        }
        fill(line, figures.whole(), figures, "step-whole");
    }

    private void fill(int line, StepFigures.Row row, StepFigures figures, String styleClass) {
        add(cell(name(row), 0, styleClass), 0, line);
        add(cell(number(row.p50()), 1, styleClass), 1, line);
        add(cell(number(row.p95()), 2, styleClass), 2, line);
        add(cell(number(row.p99()), 3, styleClass), 3, line);
        add(cell(row.step().isPresent() ? share(row) : bound(figures.pages()), 4, styleClass), 4, line);
        add(cell(new Label(desk.texts().numbers().count(figures.pages())), 5, styleClass), 5, line);
    }

    private Node name(StepFigures.Row row) {
        Label name = new Label(
                row.step().map(step -> desk.texts().text("step." + step.word())).orElseGet(() -> desk.texts()
                        .text("run.in-all")));
        row.step().ifPresent(step -> {
            Region colour = new Region();
            colour.getStyleClass().addAll("step-swatch", "step-" + step.word());
            name.setGraphic(colour);
            name.setGraphicTextGap(8);
        });
        if (row.step().isEmpty()) {
            name.getStyleClass().add("row-title");
        }
        return name;
    }

    private Label number(OptionalDouble millis) {
        return new Label(desk.texts().numbers().decimals(millis.orElse(Double.NaN), 1));
    }

    private Node share(StepFigures.Row row) {
        ProgressBar bar = new ProgressBar(row.share());
        row.step().ifPresent(step -> bar.getStyleClass().add("step-bar-" + step.word()));
        bar.setPrefWidth(150);
        bar.setMinWidth(40);
        HBox.setHgrow(bar, Priority.SOMETIMES);
        Label percent = new Label(desk.texts().numbers().wholePercent(row.share()));
        percent.getStyleClass().add("text-muted");
        percent.setMinWidth(Region.USE_PREF_SIZE);
        HBox share = new HBox(8, bar, percent);
        share.setAlignment(Pos.CENTER_LEFT);
        return share;
    }

    /** What p99 still lacks for an upper bound at 95 %. */
    private Node bound(int pages) {
        int needed = Percentiles.samplesForBound(990, CONFIDENCE);
        Label label = new Label(
                pages >= needed
                        ? ""
                        : desk.texts().text("run.bound-needs", "needed", needed, "missing", needed - pages));
        label.getStyleClass().add("text-muted");
        label.setMinWidth(0);
        return label;
    }

    private static Node cell(Node content, int column, String styleClass) {
        HBox cell = new HBox(content);
        cell.setAlignment(column == 0 || column == 4 ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
        cell.getStyleClass().addAll("step-cell", styleClass);
        return cell;
    }
}
