package sigmark.app.main;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Chip;
import sigmark.app.base.control.Icons;
import sigmark.app.base.control.KeyCaps;
import sigmark.app.base.key.Action;

/** The right half of the start page: new, open, sample, a place to drop files, and how this machine is. */
final class StartChoices extends VBox {
    private final Desk desk;
    private final StartModel model;

    StartChoices(Desk desk, StartModel model, StartForms forms, List<Action> actions) {
        super(10);
        this.desk = desk;
        this.model = model;
        Label heading = desk.texts().on(new Label(), "start.start");
        heading.getStyleClass().add("section-title");
        getChildren().add(heading);
        for (Action action : actions) {
            if (!action.id().equals("start.files")) {
                getChildren().add(choice(action));
            }
            if (action.id().equals("start.new")) {
                getChildren().add(forms.newCard());
            }
        }
        actions.stream().filter(action -> action.id().equals("start.files")).forEach(action -> getChildren()
                .add(dropZone(action)));
        getChildren().add(machine());
        setMinWidth(0);
    }

    private Node choice(Action action) {
        Button button = new Button();
        button.getStyleClass().setAll("button", "start-choice");
        button.setId(action.id().replace('.', '-'));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.accessibleTextProperty().bind(desk.texts().live(action.textKey()));
        StackPane tile = new StackPane(Icons.normal(action.icon().orElse("fth-circle")));
        tile.getStyleClass().add("icon-tile");
        Label name = desk.texts().on(new Label(), action.textKey());
        name.getStyleClass().add("row-title");
        Label what = desk.texts().on(new Label(), action.textKey() + ".what");
        what.getStyleClass().add("text-muted");
        VBox words = new VBox(2, name, what);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox inside = new HBox(12, tile, words);
        desk.keys().firstKey(action).ifPresent(key -> inside.getChildren().add(new KeyCaps(key)));
        inside.setAlignment(Pos.CENTER_LEFT);
        inside.prefWidthProperty().bind(button.widthProperty().subtract(30));
        button.setGraphic(inside);
        button.setOnAction(event -> action.perform());
        return button;
    }

    private Node dropZone(Action choose) {
        Label title = desk.texts().on(new Label(), "start.drop");
        title.getStyleClass().add("row-title");
        Label what = desk.texts().on(new Label(), "start.drop.what");
        what.getStyleClass().add("text-muted");
        what.setWrapText(true);
        what.setTextAlignment(TextAlignment.CENTER);
        Button button = desk.texts().on(new Button(), choose.textKey());
        button.setOnAction(event -> choose.perform());
        VBox zone = new VBox(4, Icons.of("fth-image", 22), title, what, button);
        VBox.setMargin(button, new javafx.geometry.Insets(6, 0, 0, 0));
        zone.getStyleClass().add("drop-zone");
        zone.setId("drop-zone");
        return zone;
    }

    private Node machine() {
        Label heading = desk.texts().on(new Label(), "start.machine");
        heading.getStyleClass().add("field-name");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Chip ready = Chip.bare(Chip.Tint.GOOD, "fth-check", desk.texts().live("start.machine.ready"));
        HBox head = new HBox(8, heading, space, ready);
        head.setAlignment(Pos.CENTER_LEFT);
        GridPane facts = new GridPane();
        facts.setHgap(16);
        facts.setVgap(4);
        model.machineProperty().subscribe(found -> fill(facts));
        desk.texts().wordsProperty().subscribe(words -> fill(facts));
        VBox card = new VBox(8, head, facts);
        card.getStyleClass().add("card");
        return card;
    }

    private void fill(GridPane facts) {
        facts.getChildren().clear();
        model.machineProperty().get().ifPresent(machine -> {
            row(facts, 0, "start.machine.device", desk.texts().text("start.machine.cpu", "cores", machine.cores()));
            row(facts, 1, "start.machine.memory", desk.texts().numbers().bytes(machine.memoryBytes()));
            row(facts, 2, "start.machine.disk", desk.texts().numbers().bytes(machine.diskFreeBytes()));
        });
    }

    private void row(GridPane facts, int row, String nameKey, String value) {
        Label name = new Label(desk.texts().text(nameKey));
        name.getStyleClass().add("text-muted");
        name.setMinWidth(80);
        Label fact = new Label(value);
        fact.setStyle("-fx-font-size: 12px;");
        facts.addRow(row, name, fact);
    }
}
