package sigmark.app.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.analysis.plan.DataPlan;
import sigmark.app.base.Desk;
import sigmark.labeling.requirement.PipelineModule;

/** Slices down, modules and purposes across; each cell says what is there of what is wanted, and can be chosen. */
final class PlanMatrix extends GridPane {
    private final Desk desk;
    private final Consumer<DataPlan.Cell> choose;

    private record Column(PipelineModule module, DataPlan.Purpose purpose) {}

    PlanMatrix(Desk desk, Consumer<DataPlan.Cell> choose) {
        this.desk = desk;
        this.choose = choose;
        setId("plan-matrix");
        getStyleClass().add("plan-matrix");
    }

    void show(DataPlan plan, Optional<DataPlan.Cell> chosen) {
        getChildren().clear();
        getColumnConstraints().clear();
        Map<Column, Integer> columns = columns(plan);
        Map<String, Integer> rows = new LinkedHashMap<>();
        plan.cells().forEach(cell -> rows.putIfAbsent(cell.slice(), rows.size() + 2));
        constrain(columns.size());
        columns.forEach((column, at) -> {
            if (column.purpose() == DataPlan.Purpose.TRAINING) {
                add(head("service.plan.module." + column.module().word(), "row-title"), at, 0, 2, 1);
            }
            add(head("service.purpose." + column.purpose().word(), "text-muted"), at, 1);
        });
        add(head("service.column.slice", "text-muted"), 0, 1);
        rows.forEach((slice, row) -> {
            Label name = new Label(slice.isEmpty() ? desk.texts().text("service.all") : slice);
            name.setWrapText(true);
            add(name, 0, row);
            columns.forEach((column, at) -> add(muted("service.plan.not-asked"), at, row));
        });
        ToggleGroup group = new ToggleGroup();
        for (DataPlan.Cell cell : plan.cells()) {
            Integer at = columns.get(new Column(cell.module(), cell.purpose()));
            Integer row = rows.get(cell.slice());
            if (at != null && row != null) {
                getChildren().removeIf(node -> at.equals(getColumnIndex(node)) && row.equals(getRowIndex(node)));
                add(button(cell, group, chosen.filter(cell::equals).isPresent()), at, row);
            }
        }
    }

    private static Map<Column, Integer> columns(DataPlan plan) {
        Map<Column, Integer> columns = new LinkedHashMap<>();
        List.of(PipelineModule.DETECTOR, PipelineModule.CLASSIFIER, PipelineModule.RECOGNIZER)
                .forEach(module -> {
                    if (plan.cells().stream().anyMatch(cell -> cell.module() == module)) {
                        columns.put(new Column(module, DataPlan.Purpose.TRAINING), columns.size() + 1);
                        columns.put(new Column(module, DataPlan.Purpose.TEST), columns.size() + 1);
                    }
                });
        return columns;
    }

    private void constrain(int columns) {
        ColumnConstraints first = new ColumnConstraints(90, 130, 220);
        first.setHgrow(Priority.SOMETIMES);
        getColumnConstraints().add(first);
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints(120, 150, Double.MAX_VALUE);
            column.setHgrow(Priority.ALWAYS);
            column.setHalignment(HPos.LEFT);
            getColumnConstraints().add(column);
        }
    }

    private ToggleButton button(DataPlan.Cell cell, ToggleGroup group, boolean selected) {
        String have = desk.texts().numbers().count(cell.have());
        String of = cell.wanted().isPresent()
                ? desk.texts().text("service.plan.of", "wanted", cell.wanted().getAsLong())
                : desk.texts().text("service.plan.source." + cell.source().word());
        Label there = new Label(have);
        there.getStyleClass().add("row-title");
        Label wanted = new Label(of);
        wanted.getStyleClass().add("text-muted");
        boolean enough = cell.wanted().isPresent() && cell.missing() == 0;
        Label gap = new Label(
                enough ? "✓" : cell.missing() > 0 ? "−" + desk.texts().numbers().count(cell.missing()) : "");
        gap.getStyleClass().add(tint(cell));
        gap.setMinWidth(Region.USE_PREF_SIZE);
        there.setMinWidth(Region.USE_PREF_SIZE);
        HBox words = new HBox(4, there, wanted);
        words.setAlignment(Pos.CENTER_LEFT);
        ProgressBar bar = new ProgressBar(cell.wanted().isPresent() ? cell.fill() : 0);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("plan-bar-" + tint(cell));
        bar.setVisible(cell.wanted().isPresent());
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox filled = new HBox(8, bar, gap);
        filled.setAlignment(Pos.CENTER_LEFT);
        VBox inside = new VBox(3, words, filled);
        ToggleButton button = new ToggleButton();
        button.setId("plan-" + cell.module().word() + "-" + cell.purpose().word() + "-"
                + cell.slice().replaceAll("[^a-z0-9]+", "-").toLowerCase(Locale.ROOT));
        button.setGraphic(inside);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().setAll("toggle-button", "plan-cell");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(group);
        button.setSelected(selected);
        button.setAccessibleText((cell.slice().isEmpty() ? desk.texts().text("service.all") : cell.slice()) + ", "
                + desk.texts().text("service.module." + cell.module().word()) + ", "
                + desk.texts().text("service.purpose." + cell.purpose().word()) + ": " + have + " " + of);
        inside.prefWidthProperty().bind(button.widthProperty().subtract(18));
        button.setOnAction(event -> {
            button.setSelected(true);
            choose.accept(cell);
        });
        return button;
    }

    private static String tint(DataPlan.Cell cell) {
        if (cell.wanted().isEmpty() || cell.missing() == 0) {
            return "good";
        }
        return cell.fill() < 0.5 ? "bad" : "warning";
    }

    private Node head(String key, String style) {
        Label label = desk.texts().on(new Label(), key);
        label.getStyleClass().add(style);
        return label;
    }

    private Node muted(String key) {
        Label label = desk.texts().on(new Label(), key);
        label.getStyleClass().add("text-muted");
        return label;
    }
}
