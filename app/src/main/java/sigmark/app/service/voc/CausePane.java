package sigmark.app.service.voc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sigmark.analysis.voc.CauseSuggestion;
import sigmark.app.base.Desk;
import sigmark.app.base.control.KeyCaps;
import sigmark.app.base.control.Segments;
import sigmark.labeling.voc.VocCause;
import sigmark.labeling.voc.VocItem;
import sigmark.labeling.voc.VocSeverity;

/** One key for the cause, a letter that says it closer, and how bad it is. */
final class CausePane extends VBox {
    private static final int COLUMNS = 4;

    private final Desk desk;
    private final VocModel model;
    private final Label suggested = new Label();
    private final Map<VocCause, ToggleButton> causes = new HashMap<>();
    private final FlowPane details = new FlowPane(6, 6);
    private final Segments<VocSeverity> severity;
    private boolean showing;

    CausePane(Desk desk, VocModel model) {
        super(8);
        this.desk = desk;
        this.model = model;
        getStyleClass().add("pane-section");
        Label title = desk.texts().on(new Label(), "voc.cause");
        title.getStyleClass().add("row-title");
        suggested.getStyleClass().add("text-muted");
        suggested.setMinWidth(0);
        HBox head = new HBox(8, title, suggested);
        GridPane grid = new GridPane();
        grid.setHgap(6);
        grid.setVgap(6);
        VocCause[] all = VocCause.values();
        for (int i = 0; i < all.length; i++) {
            ToggleButton button = button(all[i]);
            causes.put(all[i], button);
            GridPane.setHgrow(button, Priority.ALWAYS);
            grid.add(button, i % COLUMNS, i / COLUMNS);
        }
        for (int i = 0; i < COLUMNS; i++) {
            var column = new javafx.scene.layout.ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        }
        severity = new Segments<>(List.of(VocSeverity.values()), VocSeverity.MINOR, choice -> desk.texts()
                .live("voc.severity." + choice.word()));
        severity.valueProperty().subscribe(choice -> {
            if (!showing) {
                model.severity(choice);
            }
        });
        Label bad = desk.texts().on(new Label(), "voc.severity");
        bad.getStyleClass().add("text-muted");
        HBox how = new HBox(8, bad, severity);
        how.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().addAll(head, grid, details, how);
        model.chosenProperty().subscribe(item -> show());
        desk.texts().wordsProperty().subscribe(words -> show());
    }

    private ToggleButton button(VocCause cause) {
        Label name = desk.texts().on(new Label(), "voc.cause." + cause.word());
        name.setMinWidth(0);
        HBox inside = new HBox(6, new KeyCaps(List.of(String.valueOf(cause.key()))), name);
        inside.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        ToggleButton button = new ToggleButton();
        button.setId("voc-cause-" + cause.word());
        button.getStyleClass().add("voc-cause");
        button.setGraphic(inside);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.accessibleTextProperty().bind(desk.texts().live("voc.cause." + cause.word()));
        button.setOnAction(event -> model.code(cause, suggestedDetail(cause)));
        return button;
    }

    /** The suggested detail, when the cause was suggested. */
    String suggestedDetail(VocCause cause) {
        return model.suggestion()
                .filter(suggestion -> suggestion.cause() == cause)
                .map(CauseSuggestion::detail)
                .orElse("");
    }

    private void show() {
        showing = true;
        Optional<VocItem> item = model.chosenProperty().get();
        Optional<VocCause> now = item.flatMap(VocItem::cause);
        causes.forEach(
                (cause, button) -> button.setSelected(now.filter(cause::equals).isPresent()));
        suggested.setText(model.suggestion()
                .map(suggestion -> desk.texts()
                        .text(
                                "voc.suggested",
                                "cause",
                                desk.texts()
                                        .text("voc.cause." + suggestion.cause().word()),
                                "detail",
                                suggestion.detail().isEmpty()
                                        ? ""
                                        : ", " + desk.texts().text("voc.detail." + suggestion.detail())))
                .orElse(""));
        List<Node> chips = new ArrayList<>();
        now.ifPresent(cause -> cause.details()
                .forEach(detail -> chips.add(
                        chip(detail, item.map(VocItem::detail).orElse("").equals(detail)))));
        details.getChildren().setAll(chips);
        item.map(VocItem::severity).ifPresent(severity.valueProperty()::set);
        showing = false;
    }

    private Button chip(String detail, boolean taken) {
        Button chip = new Button(desk.texts().text("voc.detail." + detail));
        chip.getStyleClass().setAll("chip", taken ? "chip-accent" : "chip-plain", "filter-chip");
        chip.setId("voc-detail-" + detail);
        chip.setGraphic(new KeyCaps(List.of(VocKeys.OF_DETAIL.get(detail))));
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setOnAction(event -> model.detail(detail));
        return chip;
    }
}
