package sigmark.app.main;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** Something that lies over the window until Esc or a click beside it, and then gives the focus back. */
class Overlay extends StackPane {
    private Optional<Node> focusBefore = Optional.empty();

    Overlay(Pos place) {
        getStyleClass().add("veil");
        setAlignment(place);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    final void show(Node content, Node focus) {
        if (!isVisible()) {
            focusBefore = Optional.ofNullable(getScene().getFocusOwner());
        }
        getChildren().setAll(content);
        setVisible(true);
        focus.requestFocus();
    }

    final void close() {
        setVisible(false);
        getChildren().clear();
        focusBefore.ifPresent(Node::requestFocus);
        focusBefore = Optional.empty();
    }
}
