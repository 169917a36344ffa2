package sigmark.app.base.control;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.text.TextAlignment;
import sigmark.app.base.Desk;
import sigmark.app.base.key.Action;

/** A button that does an action: its icon, its name in the language of the moment, and its key as caps inside. */
public final class ActionButton extends Button {
    private ActionButton() {}

    /** With icon, name and key cap. */
    public static ActionButton of(Desk desk, Action action) {
        ActionButton button = wired(desk, action);
        HBox inside = new HBox(8);
        inside.setAlignment(Pos.CENTER);
        action.icon().ifPresent(code -> inside.getChildren().add(Icons.normal(code)));
        Label name = desk.texts().on(new Label(), action.textKey());
        name.getStyleClass().add("button-text");
        name.setMinWidth(USE_PREF_SIZE);
        name.setTextAlignment(TextAlignment.CENTER);
        inside.getChildren().add(name);
        desk.keys().firstKey(action).ifPresent(chord -> inside.getChildren().add(new KeyCaps(chord)));
        button.setGraphic(inside);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        return button;
    }

    /** The screen's one filled button: the next step. */
    public static ActionButton next(Desk desk, Action action) {
        ActionButton button = of(desk, action);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    /** Flat, with icon and name, no key cap. */
    public static ActionButton flat(Desk desk, Action action) {
        ActionButton button = wired(desk, action);
        action.icon().ifPresent(code -> button.setGraphic(Icons.normal(code)));
        button.textProperty().bind(desk.texts().live(action.textKey()));
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add(Styles.FLAT);
        return button;
    }

    /** Only the icon; the name and key are in the tooltip and for screen readers. */
    public static ActionButton icon(Desk desk, Action action) {
        ActionButton button = wired(desk, action);
        action.icon().ifPresent(code -> button.setGraphic(Icons.normal(code)));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static ActionButton wired(Desk desk, Action action) {
        ActionButton button = new ActionButton();
        button.setOnAction(event -> action.perform());
        button.disableProperty().bind(Bindings.not(action.enabled()));
        button.accessibleTextProperty().bind(desk.texts().live(action.textKey()));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> desk.texts().text(action.textKey())
                                + desk.keys()
                                        .firstKey(action)
                                        .map(key -> "  " + key)
                                        .orElse(""),
                        desk.texts().wordsProperty(),
                        desk.settings().property()));
        button.setTooltip(tooltip);
        button.setFocusTraversable(true);
        return button;
    }
}
