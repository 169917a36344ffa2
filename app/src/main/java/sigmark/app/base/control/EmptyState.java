package sigmark.app.base.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What is missing here, and one button that mends it. */
public final class EmptyState extends VBox {
    public EmptyState(String icon, ObservableValue<String> what, ObservableValue<String> why, Node... mends) {
        super(4);
        setAlignment(Pos.CENTER);
        getStyleClass().add("empty-state");
        Label title = new Label();
        title.textProperty().bind(what);
        title.getStyleClass().add("row-title");
        Label reason = new Label();
        reason.textProperty().bind(why);
        reason.getStyleClass().add("text-muted");
        for (Label label : new Label[] {title, reason}) {
            label.setAlignment(Pos.CENTER);
            label.setWrapText(true);
            label.setTextAlignment(TextAlignment.CENTER);
            label.setMaxWidth(420);
        }
        getChildren().addAll(Icons.of(icon, 24), title, reason);
        if (mends.length > 0) {
            VBox below = new VBox(8, mends);
            below.setAlignment(Pos.CENTER);
            below.getStyleClass().add("empty-state-mends");
            getChildren().add(below);
        }
    }
}
