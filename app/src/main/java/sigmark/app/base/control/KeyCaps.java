package sigmark.app.base.control;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import sigmark.app.base.key.KeyChord;

/** A key chord drawn as caps: {@code Ctrl} {@code K}. */
public final class KeyCaps extends HBox {
    public KeyCaps(KeyChord chord) {
        this(chord.caps());
    }

    public KeyCaps(List<String> caps) {
        super(2);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("key-caps");
        setMouseTransparent(true);
        caps.forEach(cap -> getChildren().add(cap(cap)));
    }

    private static Label cap(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("key-cap");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
