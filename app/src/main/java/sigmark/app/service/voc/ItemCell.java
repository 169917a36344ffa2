package sigmark.app.service.voc;

import java.time.LocalDate;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Chip;
import sigmark.labeling.voc.VocItem;
import sigmark.labeling.voc.VocSeverity;

/** A complaint in the list: how bad, from which version, what was said, how far it is. */
final class ItemCell extends ListCell<VocItem> {
    private final Desk desk;

    ItemCell(Desk desk) {
        this.desk = desk;
    }

    @Override
    protected void updateItem(VocItem item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        Label version = muted(item.origin().modelVersion()
                + (item.origin().device().isEmpty() ? "" : ", " + item.origin().device()));
        version.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        LocalDate day = item.receivedAt().atZone(ZoneId.systemDefault()).toLocalDate();
        Label date = muted(desk.texts().numbers().date(day, LocalDate.now(ZoneId.systemDefault())));
        date.setMinWidth(USE_PREF_SIZE);
        HBox first = new HBox(6, chip(desk, item.severity()), version, gap, date);
        first.setAlignment(Pos.CENTER_LEFT);
        Label words = new Label(said(item));
        words.getStyleClass().add("row-title");
        Label state = muted(stateWords(item));
        VBox row = new VBox(2, first, words, state);
        row.prefWidthProperty().bind(widthProperty().subtract(24));
        row.setMinWidth(0);
        setGraphic(row);
        setAccessibleText(words.getText() + ", " + state.getText());
    }

    private String said(VocItem item) {
        return item.text().isEmpty() ? desk.texts().text("voc.no-text") : item.text();
    }

    private String stateWords(VocItem item) {
        String state = desk.texts().text("voc.state." + item.state().word());
        return item.cause()
                .map(cause -> state + ", " + desk.texts().text("voc.cause." + cause.word()))
                .orElse(state);
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("text-muted");
        return label;
    }

    static Chip chip(Desk desk, VocSeverity severity) {
        Chip.Tint tint =
                switch (severity) {
                    case BLOCKER, MAJOR -> Chip.Tint.BAD;
                    case MINOR -> Chip.Tint.WARNING;
                    case COSMETIC -> Chip.Tint.PLAIN;
                };
        return new Chip(tint, "", desk.texts().live("voc.severity." + severity.word()));
    }
}
