package sigmark.app.analyze.slices;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Proportion;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.model.FacetWords;
import sigmark.app.analyze.model.SliceList;
import sigmark.app.analyze.part.AnalyzeActions;
import sigmark.app.base.Desk;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.IntervalBar;
import sigmark.app.base.control.Segments;
import sigmark.app.base.words.Numbers;
import sigmark.app.base.words.Words;

/**
 * Every slice with its numbers and intervals, those that do significantly worse marked; a row leads to its samples. Style
 * class {@code slices-pane}.
 */
public final class SlicesPane extends VBox {
    private final Desk desk;
    private final AnalyzeViewModel view;
    private final ObservableList<SliceList.Row> rows = FXCollections.observableArrayList();
    private final TableView<SliceList.Row> table = new TableView<>(rows);
    private final TextField search = new TextField();
    private final Segments<Shown> which;

    /** Which slices are listed. */
    private enum Shown {
        ALL,
        WEAK;

        String key() {
            return "analyze.slices.shown." + name().toLowerCase(Locale.ROOT);
        }
    }

    public SlicesPane(Desk desk, AnalyzeViewModel view, AnalyzeActions actions) {
        this.desk = desk;
        this.view = view;
        getStyleClass().add("slices-pane");
        which = new Segments<>(
                List.of(Shown.values()), Shown.ALL, wish -> desk.texts().live(wish.key()));
        which.setAlignment(Pos.CENTER_LEFT);
        which.valueProperty().addListener((property, old, now) -> fill());
        search.setId("slice-search");
        desk.texts().prompt(search, "analyze.slices.search");
        search.textProperty().addListener((property, old, now) -> fill());
        columns();
        table.setId("slice-table");
        table.getStyleClass().addAll("sample-table", "edge-to-edge");
        table.setFixedCellSize(32);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        desk.texts().name(table, "analyze.slices.title");
        Label nothing = desk.texts().on(new Label(), "analyze.slices.nothing");
        nothing.getStyleClass().add("text-muted");
        table.setPlaceholder(nothing);
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openSelected();
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(toolbar(actions), table);
        view.sliceListProperty().addListener((property, old, now) -> fill());
        desk.texts().wordsProperty().addListener((property, old, now) -> {
            fill();
            table.refresh();
        });
        fill();
    }

    /** Leads to the samples of the slice that is selected; false when none is. */
    public boolean openSelected() {
        SliceList.Row row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            view.showOnly(row.facet());
        }
        return row != null;
    }

    /** The list takes the focus. */
    public void shown() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty() && !rows.isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }

    private Node toolbar(AnalyzeActions actions) {
        Label title = desk.texts().on(new Label(), "analyze.slices.title");
        title.getStyleClass().add("section-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label hint = desk.texts().on(new Label(), "analyze.slices.hint");
        hint.getStyleClass().add("text-muted");
        hint.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(
                8,
                ActionButton.icon(desk, actions.goBack()),
                ActionButton.icon(desk, actions.goForward()),
                title,
                hint,
                space,
                which,
                search,
                ActionButton.of(desk, actions.back()));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("toolbar");
        return bar;
    }

    private void fill() {
        SliceList list = view.sliceListProperty().get();
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        List<SliceList.Row> shown = new ArrayList<>();
        for (SliceList.Row row : which.value() == Shown.WEAK ? list.weak() : list.rows()) {
            String words = FacetWords.slice(words(), row.name()).toLowerCase(Locale.ROOT);
            if (wanted.isEmpty() || row.name().contains(wanted) || words.contains(wanted)) {
                shown.add(row);
            }
        }
        if (which.value() == Shown.ALL) {
            shown.sort(Comparator.comparingDouble(
                    row -> row.figures().right().estimate().orElse(1)));
        }
        rows.setAll(shown);
        table.sort();
    }

    private void columns() {
        column("name", 210, row -> FacetWords.slice(words(), row.name()), Comparator.comparing(SliceList.Row::name));
        bars();
        number("right", 84, this::right, row -> row.figures().right().estimate());
        column("interval", 110, this::interval, byRight());
        number(
                "n",
                70,
                row -> numbers().count(row.figures().right().n()),
                row -> OptionalDouble.of(row.figures().right().n()));
        number("edit", 90, this::edit, row -> row.figures().edit());
        column("edit-interval", 120, this::editInterval, byRight());
        number("found", 84, this::found, row -> row.figures().found().estimate());
        column("p", 96, this::p, Comparator.comparingDouble(row -> row.weak()
                .map(weak -> weak.adjustedP())
                .orElse(1.0)));
    }

    private static Comparator<SliceList.Row> byRight() {
        return Comparator.comparingDouble(
                row -> row.figures().right().estimate().orElse(1));
    }

    private void number(
            String name,
            double width,
            Function<SliceList.Row, String> text,
            Function<SliceList.Row, OptionalDouble> value) {
        TableColumn<SliceList.Row, SliceList.Row> column =
                column(name, width, text, Comparator.comparingDouble(row -> value.apply(row)
                        .orElse(-1)));
        column.getStyleClass().add("number-column");
        column.setCellFactory(c -> new TextCell(text, true));
    }

    private TableColumn<SliceList.Row, SliceList.Row> column(
            String name, double width, Function<SliceList.Row, String> text, Comparator<SliceList.Row> order) {
        TableColumn<SliceList.Row, SliceList.Row> column = new TableColumn<>();
        column.textProperty().bind(desk.texts().live("analyze.slices.column." + name));
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setComparator(order);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new TextCell(text, false));
        table.getColumns().add(column);
        return column;
    }

    private void bars() {
        TableColumn<SliceList.Row, SliceList.Row> column = column("bar", 220, row -> "", byRight());
        column.setSortable(false);
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(SliceList.Row row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(empty || row == null ? null : bar(row));
            }
        });
    }

    private Node bar(SliceList.Row row) {
        Proportion right = row.figures().right();
        Interval between = right.wilson().orElse(new Interval(0, 1));
        double whole = view.evaluationProperty()
                .get()
                .map(evaluation ->
                        evaluation.figures().endToEnd().canonical().exact().estimate())
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .orElse(Double.NaN);
        return new IntervalBar(
                new IntervalBar.Scale(0, 1, between.low(), right.estimate().orElse(0), between.high(), whole, true),
                row.weak().isPresent() ? "missed" : "unjudged",
                right(row) + " " + interval(row));
    }

    private String right(SliceList.Row row) {
        OptionalDouble share = row.figures().right().estimate();
        return share.isPresent() ? numbers().percent(share.getAsDouble()) : "–";
    }

    private String interval(SliceList.Row row) {
        return row.figures()
                .right()
                .wilson()
                .map(i -> numbers().decimals(100 * i.low(), 1) + "–" + numbers().decimals(100 * i.high(), 1))
                .orElse("–");
    }

    private String edit(SliceList.Row row) {
        OptionalDouble edit = row.figures().edit();
        return edit.isPresent() ? numbers().score(edit.getAsDouble()) : "–";
    }

    private String editInterval(SliceList.Row row) {
        return row.figures()
                .editInterval()
                .map(i -> numbers().score(i.low()) + "–" + numbers().score(i.high()))
                .orElse("–");
    }

    private String found(SliceList.Row row) {
        OptionalDouble share = row.figures().found().estimate();
        return share.isPresent() ? numbers().percent(share.getAsDouble()) : "–";
    }

    private String p(SliceList.Row row) {
        if (row.figures().right().fewSamples()) {
            return words().text("analyze.number.few");
        }
        return row.weak()
                .map(weak -> weak.adjustedP() < 0.001 ? "< 0.001" : numbers().score(weak.adjustedP()))
                .orElse(words().text("analyze.slices.not-worse"));
    }

    private static final class TextCell extends TableCell<SliceList.Row, SliceList.Row> {
        private final Function<SliceList.Row, String> text;

        TextCell(Function<SliceList.Row, String> text, boolean number) {
            this.text = text;
            if (number) {
                getStyleClass().add("number-cell");
            }
        }

        @Override
        protected void updateItem(SliceList.Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? "" : text.apply(row));
            getStyleClass().removeAll("few-cell", "bad");
            if (row != null && !empty && row.figures().right().fewSamples()) {
                getStyleClass().add("few-cell");
            } else if (row != null && !empty && row.weak().isPresent()) {
                getStyleClass().add("bad");
            }
        }
    }

    private Words words() {
        return desk.texts().words();
    }

    private Numbers numbers() {
        return desk.texts().numbers();
    }
}
