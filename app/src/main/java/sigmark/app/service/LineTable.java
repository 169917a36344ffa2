package sigmark.app.service;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import sigmark.analysis.verdict.LineVerdict;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Chip;
import sigmark.app.work.ServiceWork;
import sigmark.labeling.requirement.Requirement;
import sigmark.labeling.requirement.RequirementSheet;
import sigmark.labeling.requirement.SheetRemark;

/** The lines of the sheet with bound, measured number, interval and verdict; what is vague is named in its row. */
final class LineTable extends TableView<LineTable.Row> {
    private final Desk desk;
    private final LineText text;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();

    /** A line as typed, how the chosen run was judged by it, and what is vague about it. */
    record Row(Requirement line, Optional<LineVerdict> verdict, Optional<SheetRemark> remark) {}

    LineTable(Desk desk) {
        this.desk = desk;
        this.text = new LineText(desk);
        setId("requirement-lines");
        setItems(rows);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label());
        add("line", 44, false, (row, cell) -> new Label(row.line().id()));
        add(
                "requirement",
                160,
                false,
                (row, cell) -> stacked(text.asks(row.line()) + ", " + text.module(row.line()), Pos.CENTER_LEFT));
        add("slice", 92, false, (row, cell) -> new Label(text.slice(row.line())));
        add("bound", 96, true, (row, cell) -> stacked(text.bound(row.line()), Pos.CENTER_RIGHT));
        add(
                "measured",
                124,
                true,
                (row, cell) -> stacked(row.verdict().map(text::measured).orElse(""), Pos.CENTER_RIGHT));
        add("against", 80, false, (row, cell) -> row.verdict()
                .flatMap(text::bar)
                .map(bar -> (Node) bar)
                .orElseGet(Label::new));
        add(
                "n",
                48,
                true,
                (row, cell) -> new Label(row.verdict()
                        .map(verdict -> desk.texts().numbers().count(verdict.samples()))
                        .orElse("")));
        add("verdict", 144, false, (row, cell) -> verdict(row));
        desk.texts().wordsProperty().subscribe(words -> refresh());
    }

    /** What stands behind the first comma or in brackets goes below, smaller, so that narrow columns clip nothing. */
    private static Node stacked(String words, Pos at) {
        String[] parts = words.split("(, )|( (?=\\())", 2);
        Label first = new Label(parts[0]);
        if (parts.length == 1) {
            return first;
        }
        Label second = new Label(parts[1]);
        second.getStyleClass().addAll("text-caption", "text-muted");
        VBox both = new VBox(first, second);
        both.setAlignment(at);
        both.setMaxHeight(USE_PREF_SIZE);
        return both;
    }

    private void add(String key, double width, boolean right, BiFunction<Row, TableCell<Row, Row>, Node> content) {
        TableColumn<Row, Row> column = new TableColumn<>();
        column.textProperty().bind(desk.texts().live("service.column." + key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new javafx.beans.property.ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(Row row, boolean empty) {
                super.updateItem(row, empty);
                setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
                setGraphic(empty || row == null ? null : content.apply(row, this));
                setAlignment(right ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
                if (right && !getStyleClass().contains("right")) {
                    getStyleClass().add("right");
                }
            }
        });
        getColumns().add(column);
    }

    private Node verdict(Row row) {
        if (row.remark().isPresent()) {
            boolean wrong = row.remark().get().contradiction();
            Chip chip = new Chip(
                    wrong ? Chip.Tint.BAD : Chip.Tint.WARNING,
                    "fth-alert-triangle",
                    desk.texts().live(wrong ? "service.contradiction" : "service.vague"));
            chip.setAccessibleText(desk.texts().what(row.remark().get().problem()));
            return chip;
        }
        return row.verdict().map(verdict -> (Node) text.chip(verdict)).orElseGet(Label::new);
    }

    /** Shows the draft; verdicts are shown beside lines that are still as they were judged. */
    void show(RequirementSheet draft, Optional<ServiceWork.Judged> judged, List<SheetRemark> remarks) {
        String selected = Optional.ofNullable(getSelectionModel().getSelectedItem())
                .map(row -> row.line().id())
                .orElse("");
        rows.setAll(draft.lines().stream()
                .map(line -> new Row(
                        line,
                        judged.stream()
                                .flatMap(all -> all.verdicts().stream())
                                .filter(verdict -> verdict.line().equals(line))
                                .findFirst(),
                        remarks.stream()
                                .filter(remark -> remark.line().equals(line.id()))
                                .findFirst()))
                .toList());
        select(selected);
    }

    void select(String id) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).line().id().equals(id)) {
                getSelectionModel().select(i);
                return;
            }
        }
    }
}
