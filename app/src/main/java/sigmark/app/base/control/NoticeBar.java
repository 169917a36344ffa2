package sigmark.app.base.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A bar that says how things are (not saved, read-only, left out, went wrong) and offers what to do; it stays. */
public final class NoticeBar extends HBox {
    /** How bad it is; the stylesheet gives the colours. */
    public enum Kind {
        BAD("fth-alert-circle", "notice-bad"),
        WARNING("fth-alert-triangle", "notice-warning"),
        LOCKED("fth-lock", "notice-warning"),
        GOOD("fth-check-circle", "notice-good"),
        PLAIN("fth-info", "notice-plain");

        private final String icon;
        private final String styleClass;

        Kind(String icon, String styleClass) {
            this.icon = icon;
            this.styleClass = styleClass;
        }
    }

    public NoticeBar(Kind kind, ObservableValue<String> what, ObservableValue<String> remedy, Node... buttons) {
        super(12);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("notice-bar", kind.styleClass);
        Label title = new Label();
        title.textProperty().bind(what);
        title.getStyleClass().add("row-title");
        title.setWrapText(true);
        Label detail = new Label();
        detail.textProperty().bind(remedy);
        detail.getStyleClass().add("text-muted");
        detail.setWrapText(true);
        detail.managedProperty().bind(detail.textProperty().isNotEmpty());
        VBox words = new VBox(title, detail);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox right = new HBox(8, buttons);
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(Icons.normal(kind.icon), words, right);
        accessibleTextProperty().bind(title.textProperty());
    }
}
