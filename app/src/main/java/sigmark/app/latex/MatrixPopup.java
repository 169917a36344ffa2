package sigmark.app.latex;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Segments;

/** Rows, columns and brackets of a matrix; Enter inserts it with a stop in each cell, Escape leaves. */
public final class MatrixPopup extends VBox {
    private static final List<String> ENVIRONMENTS = List.of("pmatrix", "bmatrix", "vmatrix", "cases", "aligned");
    private static final int MOST = 12;

    private final Spinner<Integer> rows = new Spinner<>(1, MOST, 2);
    private final Spinner<Integer> columns = new Spinner<>(1, MOST, 2);
    private final Segments<String> environment;

    public MatrixPopup(Desk desk, Consumer<Snippet> onPicked, Runnable onLeft) {
        super(8);
        getStyleClass().add("matrix-helper");
        environment =
                new Segments<>(ENVIRONMENTS, "pmatrix", name -> desk.texts().live("latex.matrix." + name));
        Button insert = desk.texts().on(new Button(), "latex.matrix.insert");
        insert.setOnAction(event -> {
            onPicked.accept(snippet());
            onLeft.run();
        });
        for (Spinner<Integer> spinner : List.of(rows, columns)) {
            spinner.setPrefWidth(74);
            spinner.getStyleClass().add(Spinner.STYLE_CLASS_SPLIT_ARROWS_HORIZONTAL);
        }
        HBox sizes = new HBox(
                8, named(desk, "latex.matrix.rows", rows), named(desk, "latex.matrix.columns", columns), insert);
        sizes.setAlignment(Pos.BOTTOM_LEFT);
        getChildren().addAll(environment, sizes);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                insert.fire();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                onLeft.run();
                event.consume();
            }
        });
    }

    /** Takes the focus. */
    public void open() {
        rows.requestFocus();
    }

    private Snippet snippet() {
        return Snippet.matrix(environment.value(), rows.getValue(), columns.getValue());
    }

    private static Node named(Desk desk, String key, Node control) {
        Label label = desk.texts().on(new Label(), key);
        label.getStyleClass().add("text-muted");
        label.setLabelFor(control);
        return new VBox(2, label, control);
    }
}
