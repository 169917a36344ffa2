package sigmark.app.main;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import sigmark.app.base.Desk;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.Icons;
import sigmark.app.base.control.KeyCaps;
import sigmark.app.base.key.Action;
import sigmark.app.base.settings.Tone;

/** Project and place on the left, the one search in the middle, undo, theme and language on the right. */
final class TopBar extends GridPane {
    private final Desk desk;
    private final ShellModel shell;

    TopBar(Desk desk, ShellModel shell, ShellActions actions) {
        this.desk = desk;
        this.shell = shell;
        getStyleClass().add("top-bar");
        setHgap(12);
        setAlignment(Pos.CENTER_LEFT);
        ColumnConstraints side = new ColumnConstraints();
        side.setHgrow(Priority.ALWAYS);
        side.setPercentWidth(37);
        ColumnConstraints middle = new ColumnConstraints();
        middle.setHgrow(Priority.SOMETIMES);
        middle.setPercentWidth(26);
        ColumnConstraints right = new ColumnConstraints();
        right.setPercentWidth(37);
        getColumnConstraints().addAll(side, middle, right);
        addRow(0, where(actions), search(actions.search()), buttons(actions));
    }

    private Node where(ShellActions actions) {
        Label project = new Label();
        project.getStyleClass().add("project-name");
        Label place = new Label();
        place.getStyleClass().add("place");
        project.textProperty().bind(shell.projectProperty().map(open -> open.map(OpenProject::name)
                .orElse("Sigmark")));
        place.textProperty().bind(shell.placeProperty());
        Node arrow = Icons.small("fth-chevron-right");
        arrow.getStyleClass().add("muted");
        arrow.visibleProperty().bind(place.textProperty().isNotEmpty());
        project.setMinWidth(Region.USE_PREF_SIZE);
        Node logo = new Logo();
        logo.visibleProperty().bind(shell.railShown().not());
        logo.managedProperty().bind(logo.visibleProperty());
        Button back = ActionButton.of(desk, actions.goReturn());
        back.setId("return-button");
        back.getStyleClass().add("small");
        back.visibleProperty().bind(back.disabledProperty().not());
        back.managedProperty().bind(back.visibleProperty());
        back.setMinWidth(Region.USE_PREF_SIZE);
        place.setMinWidth(0);
        HBox where = new HBox(8, logo, project, arrow, place, back);
        where.setAlignment(Pos.CENTER_LEFT);
        where.setMinWidth(0);
        return where;
    }

    private Node search(Action action) {
        Button button = new Button();
        button.getStyleClass().add("command-button");
        Label hint = desk.texts().on(new Label(), "shell.search.hint");
        hint.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox inside = new HBox(8, Icons.small("fth-search"), hint, space);
        desk.keys().firstKey(action).ifPresent(key -> inside.getChildren().add(new KeyCaps(key)));
        inside.setAlignment(Pos.CENTER_LEFT);
        inside.prefWidthProperty().bind(button.widthProperty().subtract(18));
        button.setGraphic(inside);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.accessibleTextProperty().bind(desk.texts().live("shell.search.hint"));
        button.setOnAction(event -> action.perform());
        return button;
    }

    private Node buttons(ShellActions actions) {
        Button theme = ActionButton.icon(desk, actions.theme());
        theme.setId("theme-button");
        theme.graphicProperty()
                .bind(Bindings.createObjectBinding(
                        () -> Icons.normal(desk.theme().tone() == Tone.DARK ? "fth-sun" : "fth-moon"),
                        desk.theme().toneProperty()));
        Button language = ActionButton.flat(desk, actions.language());
        language.setId("language-button");
        language.setGraphic(null);
        language.textProperty().unbind();
        language.textProperty().bind(desk.texts().live("shell.language.switch"));
        Node undo = ActionButton.icon(desk, actions.undo());
        Node redo = ActionButton.icon(desk, actions.redo());
        undo.visibleProperty().bind(shell.railShown());
        redo.visibleProperty().bind(shell.railShown());
        Button settings = ActionButton.icon(desk, actions.settings());
        settings.visibleProperty().bind(shell.railShown().not());
        settings.managedProperty().bind(settings.visibleProperty());
        HBox right = new HBox(4, undo, redo, theme, language, settings);
        right.setAlignment(Pos.CENTER_RIGHT);
        return right;
    }
}
