package sigmark.app.guide.deliveries;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A list on the left and what is chosen in it on the right, which scrolls when the window is low. */
final class ListAndWork extends BorderPane {
    private static final double LIST_WIDTH = 300;

    private final VBox work = new VBox(12);

    ListAndWork(Node... list) {
        getStyleClass().add("delivery-page");
        VBox left = new VBox(8, list);
        left.getStyleClass().addAll("pane", "pane-left", "delivery-list");
        left.setPrefWidth(LIST_WIDTH);
        left.setMinWidth(200);
        left.setPadding(new Insets(12));
        VBox.setVgrow(list[list.length - 1], Priority.ALWAYS);
        setLeft(left);
        work.setPadding(new Insets(16));
        work.getStyleClass().add("delivery-work");
        ScrollPane scroll = new ScrollPane(work);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
    }

    /** Shows these one below another. */
    void work(Node... nodes) {
        work.getChildren().setAll(nodes);
    }

    /** A line of text that wraps. */
    static Label line(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        return label;
    }
}
