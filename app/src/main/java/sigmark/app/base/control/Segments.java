package sigmark.app.base.control;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A few choices side by side, exactly one of them taken. */
public final class Segments<T> extends HBox {
    private final ObjectProperty<T> value;
    private final List<ToggleButton> buttons = new ArrayList<>();

    /** @param word the choice's name, following the language */
    public Segments(List<T> choices, T first, Function<T, ObservableValue<String>> word) {
        getStyleClass().add("segments");
        setAlignment(Pos.CENTER_LEFT);
        value = new SimpleObjectProperty<>(first);
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < choices.size(); i++) {
            T choice = choices.get(i);
            ToggleButton button = new ToggleButton();
            button.textProperty().bind(word.apply(choice));
            button.setToggleGroup(group);
            button.setUserData(choice);
            button.setMinWidth(USE_PREF_SIZE);
            button.setSelected(choice.equals(first));
            button.getStyleClass().add(pill(i, choices.size()));
            button.setOnAction(event -> {
                button.setSelected(true);
                value.set(choice);
            });
            buttons.add(button);
        }
        getChildren().addAll(buttons);
        value.addListener((property, old, now) -> buttons.forEach(
                button -> button.setSelected(button.getUserData().equals(now))));
    }

    /** The choice taken; set it to take another. */
    public ObjectProperty<T> valueProperty() {
        return value;
    }

    public T value() {
        return value.get();
    }

    private static String pill(int index, int count) {
        if (index == 0) {
            return Styles.LEFT_PILL;
        }
        return index == count - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
    }
}
