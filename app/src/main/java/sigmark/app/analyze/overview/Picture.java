package sigmark.app.analyze.overview;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import sigmark.app.base.words.Words;

/** A titled part of the picture strip. Style class {@code picture}. */
final class Picture extends VBox {
    /** @param name key below {@code analyze.picture.}; its hint stands beside the title */
    Picture(Words words, String name, Node... content) {
        super(6);
        Label title = new Label(words.text("analyze.picture." + name));
        title.getStyleClass().add("row-title");
        title.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(8, title, caption(words.text("analyze.picture." + name + ".hint")));
        head.setAlignment(Pos.BASELINE_LEFT);
        getChildren().add(head);
        getChildren().addAll(content);
        getStyleClass().add("picture");
        setMinWidth(0);
        setPrefWidth(320);
    }

    static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("text-caption");
        label.setMinWidth(0);
        return label;
    }
}
