package sigmark.app.service.online;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Proportion;
import sigmark.app.base.Desk;
import sigmark.app.base.control.IntervalBar;
import sigmark.app.base.control.Segments;
import sigmark.app.service.Columns;

/** Edit probability, heaviness and outcomes by slice, day or version; a row leads to its requests. */
final class FigureTable extends BorderPane {
    private static final double WIDEST = 0.5;

    private final OnlineModel model;
    private final OnlineText text;
    private final TableView<FigureRow> table = new TableView<>();
    private final Segments<FigureRow.By> by;
    private OptionalDouble bound = OptionalDouble.empty();
    private double scale = WIDEST;

    FigureTable(Desk desk, OnlineModel model) {
        this.model = model;
        text = new OnlineText(desk);
        by = new Segments<>(java.util.List.of(FigureRow.By.values()), FigureRow.By.SLICE, choice -> desk.texts()
                .live("online.by." + choice.name().toLowerCase(java.util.Locale.ROOT)));
        table.setId("online-figures");
        new Columns<>(desk, table)
                .text("online-slice", 150, FigureRow::name)
                .text("online-version", 90, FigureRow::version)
                .node("online-interval", 150, false, this::bar)
                .number("online-rate", 170, row -> text.whole(row.figures().ofJudged()))
                .number(
                        "online-difference",
                        70,
                        row -> row.difference().isPresent()
                                ? text.points(row.difference().getAsDouble())
                                : "–")
                .number("online-severity", 70, row -> text.decimal(row.figures().meanSeverityOfEdits(), 2))
                .number("online-heavy", 70, row -> text.rate(row.figures().heavy()))
                .number(
                        "online-requests",
                        70,
                        row -> row.figures().counts().requests() == 0
                                ? "–"
                                : desk.texts()
                                        .numbers()
                                        .count(row.figures().counts().requests()));
        table.setRowFactory(made -> {
            var row = new javafx.scene.control.TableRow<FigureRow>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                    open();
                }
            });
            return row;
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label hint = desk.texts().on(new Label(), "online.table.hint");
        hint.getStyleClass().add("text-muted");
        HBox head = new HBox(8, by, gap, hint);
        head.getStyleClass().add("online-table-head");
        setTop(head);
        setCenter(table);
        by.valueProperty().subscribe(choice -> fill());
    }

    void show(OptionalDouble asked) {
        bound = asked;
        fill();
    }

    private void fill() {
        var rows = FigureRow.of(by.value(), model, text);
        scale = rows.stream()
                .map(row -> row.figures().ofJudged().wilson())
                .flatMap(Optional::stream)
                .mapToDouble(Interval::high)
                .max()
                .orElse(WIDEST);
        scale = Math.min(1, Math.max(scale, bound.orElse(0)));
        table.getItems().setAll(rows);
    }

    private Node bar(FigureRow row) {
        Proportion rate = row.figures().ofJudged();
        Optional<Interval> interval = rate.wilson();
        if (interval.isEmpty()) {
            Label none = new Label(text.text("nothing"));
            none.getStyleClass().add("text-muted");
            return none;
        }
        Interval range = interval.get();
        double asked = bound.orElse(Double.NaN);
        String verdict = bound.isEmpty() ? "unjudged" : verdict(range, asked);
        return new IntervalBar(
                new IntervalBar.Scale(0, scale, range.low(), rate.estimate().orElse(0), range.high(), asked, false),
                verdict,
                text.whole(rate));
    }

    private static String verdict(Interval range, double asked) {
        if (range.contains(asked)) {
            return "undecided";
        }
        return range.high() <= asked ? "met" : "missed";
    }

    TableView<FigureRow> table() {
        return table;
    }

    /** Shows the requests of the chosen row. */
    void open() {
        Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .flatMap(FigureRow::filter)
                .ifPresent(model::open);
    }
}
