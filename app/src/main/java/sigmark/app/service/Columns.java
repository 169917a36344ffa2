package sigmark.app.service;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import sigmark.app.base.Desk;

/** Columns of the workbench's tables: text left, numbers right, heads in the language of the moment. */
public final class Columns<T> {
    private final Desk desk;
    private final TableView<T> table;

    public Columns(Desk desk, TableView<T> table) {
        this.desk = desk;
        this.table = table;
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        desk.texts().wordsProperty().subscribe(words -> table.refresh());
    }

    /** Words at the left; the head is the text {@code service.column.<key>}. */
    public Columns<T> text(String key, double width, Function<T, String> text) {
        return node(key, width, false, row -> new Label(text.apply(row)));
    }

    /** A number at the right. */
    public Columns<T> number(String key, double width, Function<T, String> text) {
        return node(key, width, true, row -> new Label(text.apply(row)));
    }

    /** Anything, at the left or the right. */
    public Columns<T> node(String key, double width, boolean right, Function<T, Node> content) {
        TableColumn<T, T> column = new TableColumn<>();
        column.textProperty().bind(desk.texts().live("service.column." + key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(T row, boolean empty) {
                super.updateItem(row, empty);
                setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
                setGraphic(empty || row == null ? null : content.apply(row));
                setAlignment(right ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
                if (right && !getStyleClass().contains("right")) {
                    getStyleClass().add("right");
                }
            }
        });
        table.getColumns().add(column);
        return this;
    }
}
