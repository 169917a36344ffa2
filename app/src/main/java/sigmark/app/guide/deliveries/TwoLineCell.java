package sigmark.app.guide.deliveries;

import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/** A row of two lines: what it is, and how it stands. */
final class TwoLineCell<T> extends ListCell<T> {
    private final Function<T, String> first;
    private final Function<T, String> second;
    private final Label title = new Label();
    private final Label below = new Label();
    private final VBox row = new VBox(title, below);

    TwoLineCell(Function<T, String> first, Function<T, String> second) {
        this.first = first;
        this.second = second;
        title.getStyleClass().add("row-title");
        below.getStyleClass().add("text-muted");
        row.prefWidthProperty().bind(widthProperty().subtract(24));
    }

    @Override
    protected void updateItem(T item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        title.setText(first.apply(item));
        below.setText(second.apply(item));
        setAccessibleText(title.getText() + ", " + below.getText());
        setGraphic(row);
    }
}
