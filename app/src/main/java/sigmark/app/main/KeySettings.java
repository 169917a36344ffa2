package sigmark.app.main;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.KeyCaps;
import sigmark.app.base.key.Action;
import sigmark.app.base.key.KeyChord;

/** The list of actions with their keys; a key is changed by pressing another, unless that one is taken. */
final class KeySettings extends VBox {
    private static final double ROW = 36;

    private final Desk desk;
    private final ShellActions actions;
    private final TextField filter;
    private final ListView<Action> list = new ListView<>();
    private final Label said = new Label();
    private Optional<Action> choosing = Optional.empty();

    KeySettings(Desk desk, ShellActions actions) {
        super(8);
        this.desk = desk;
        this.actions = actions;
        Label heading = desk.texts().on(new Label(), "settings.keys");
        heading.getStyleClass().add("section-title");
        filter = desk.texts().prompt(new TextField(), "settings.keys.filter");
        filter.setPrefWidth(220);
        filter.textProperty().subscribe(text -> refresh());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, heading, space, filter);
        head.setAlignment(Pos.CENTER_LEFT);
        said.getStyleClass().add("text-muted");
        said.setMinHeight(18);
        list.setId("key-list");
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * 10 + 2);
        list.setCellFactory(view -> new Row());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        getChildren().setAll(head, said, list);
        desk.settings().property().subscribe(preferences -> list.refresh());
        desk.texts().wordsProperty().subscribe(words -> refresh());
    }

    boolean choosing() {
        return choosing.isPresent();
    }

    void refresh() {
        String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
        list.getItems()
                .setAll(actions.all().stream()
                        .filter(action -> desk.texts()
                                .text(action.textKey())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted))
                        .toList());
    }

    private void choose(Action action) {
        choosing = Optional.of(action);
        said.getStyleClass().remove("bad");
        said.setText(desk.texts().text("settings.keys.press"));
        list.requestFocus();
        list.refresh();
    }

    private void pressed(KeyEvent event) {
        if (choosing.isEmpty()) {
            return;
        }
        event.consume();
        if (event.getCode() == KeyCode.ESCAPE) {
            chosen("");
            return;
        }
        Action action = choosing.get();
        KeyChord.pressed(event).ifPresent(chord -> take(action, chord));
    }

    private void take(Action action, KeyChord chord) {
        Optional<Action> other = desk.keys().conflict(action, chord, actions.all());
        if (other.isPresent()) {
            chosen(desk.texts()
                    .text(
                            "settings.keys.taken",
                            "key",
                            chord.toString(),
                            "action",
                            desk.texts().text(other.get().textKey())));
            said.getStyleClass().add("bad");
            return;
        }
        desk.settings().change(preferences -> preferences.withKeys(action.id(), List.of(chord.toString())));
        chosen("");
    }

    private void chosen(String text) {
        choosing = Optional.empty();
        said.setText(text);
        list.refresh();
    }

    private final class Row extends ListCell<Action> {
        @Override
        protected void updateItem(Action action, boolean empty) {
            super.updateItem(action, empty);
            setGraphic(empty || action == null ? null : row(action));
        }

        private Node row(Action action) {
            Label name = new Label(desk.texts().text(action.textKey()));
            Label scope = new Label(desk.texts().text("scope." + action.scope()));
            scope.getStyleClass().add("text-muted");
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox row = new HBox(10, name, scope, space);
            if (choosing.filter(action::equals).isPresent()) {
                row.getChildren().add(new Label(desk.texts().text("settings.keys.waiting")));
            } else {
                desk.keys().keys(action).forEach(key -> row.getChildren().add(new KeyCaps(key)));
            }
            Button change = new Button(desk.texts().text("settings.keys.change"));
            change.getStyleClass().add(Styles.SMALL);
            change.setOnAction(event -> choose(action));
            row.getChildren().add(change);
            if (desk.settings().get().keys().containsKey(action.id())) {
                Button reset = new Button(desk.texts().text("settings.keys.reset"));
                reset.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
                reset.setOnAction(event -> desk.settings().change(preferences -> preferences.withoutKeys(action.id())));
                row.getChildren().add(reset);
            }
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }
    }
}
