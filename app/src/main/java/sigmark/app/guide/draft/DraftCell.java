package sigmark.app.guide.draft;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

/** A chapter or a rule in the draft's list. */
final class DraftCell extends ListCell<DraftRow> {
    DraftCell() {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(DraftRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setText(null);
            return;
        }
        setText(row.title());
        Label title = new Label(row.title());
        title.setMinWidth(0);
        if (!row.isRule()) {
            title.getStyleClass().add("field-name");
            setGraphic(title);
            setAccessibleText(row.title());
            return;
        }
        Label id = new Label(row.rule());
        id.getStyleClass().add("text-muted");
        id.setMinWidth(38);
        setGraphic(new HBox(6, id, title));
        setAccessibleText(row.rule() + " " + row.title());
    }
}
