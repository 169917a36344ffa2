package sigmark.app.base.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;

/** A state or verdict in icon, word and tint; or a filter that can be taken away. */
public final class Chip extends Label {
    /** What a chip means; the stylesheet gives the colours. */
    public enum Tint {
        PLAIN("plain"),
        ACCENT("accent"),
        GOOD("good"),
        WARNING("warning"),
        BAD("bad");

        private final String styleClass;

        Tint(String name) {
            this.styleClass = "chip-" + name;
        }
    }

    public Chip(Tint tint, String icon, ObservableValue<String> word) {
        getStyleClass().addAll("chip", tint.styleClass);
        textProperty().bind(word);
        if (!icon.isEmpty()) {
            setGraphic(Icons.of(icon, 12));
        }
        setMinWidth(USE_PREF_SIZE);
    }

    /** Icon and word in the tint's colour without a background, for rows. */
    public static Chip bare(Tint tint, String icon, ObservableValue<String> word) {
        Chip chip = new Chip(tint, icon, word);
        chip.getStyleClass().add("chip-bare");
        return chip;
    }

    /** A filter with a cross; the button is the whole chip. */
    public static Button filter(ObservableValue<String> word, Runnable takeAway) {
        Button button = new Button();
        button.getStyleClass().setAll("chip", "chip-accent", "filter-chip");
        button.textProperty().bind(word);
        button.setGraphic(Icons.of("fth-x", 12));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setOnAction(event -> takeAway.run());
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleRole(AccessibleRole.BUTTON);
        return button;
    }
}
