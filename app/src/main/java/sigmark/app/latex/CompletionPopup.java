package sigmark.app.latex;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import sigmark.app.base.Desk;
import sigmark.app.base.control.KeyCaps;
import sigmark.app.base.words.Language;

/** The list below the caret: rendering, command, meaning. It never takes the focus. */
final class CompletionPopup {
    private static final double ROW = 34;
    private static final int ROWS = 6;
    private static final double WIDTH = 380;

    private final Desk desk;
    private final FormulaPictures pictures;
    private final Popup popup = new Popup();
    private final ListView<Candidate> list = new ListView<>();

    CompletionPopup(Desk desk, FormulaPictures pictures, Consumer<Candidate> onPicked) {
        this.desk = desk;
        this.pictures = pictures;
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.getStyleClass().add("completion-list");
        list.setCellFactory(view -> new Row());
        list.setOnMouseClicked(event -> selected().ifPresent(onPicked));
        VBox box = new VBox(list, keys());
        box.getStyleClass().addAll("completion", "popup");
        box.setPrefWidth(WIDTH);
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
    }

    javafx.beans.property.ReadOnlyBooleanProperty showingProperty() {
        return popup.showingProperty();
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    void show(Node owner, Bounds caret, List<Candidate> candidates) {
        list.getItems().setAll(candidates);
        list.getSelectionModel().select(0);
        list.scrollTo(0);
        list.setPrefHeight(Math.min(ROWS, candidates.size()) * ROW + 2);
        popup.getScene().getStylesheets().setAll(owner.getScene().getStylesheets());
        if (!popup.isShowing()) {
            double right = owner.getScene().getWindow().getX()
                    + owner.getScene().getWindow().getWidth();
            double x = Math.max(0, Math.min(caret.getMinX() - 56, right - WIDTH - 24));
            popup.show(owner, x, caret.getMaxY() + 4);
        }
    }

    void hide() {
        popup.hide();
    }

    Optional<Candidate> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    void move(int rows) {
        int count = list.getItems().size();
        int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + rows, Math.max(1, count));
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - ROWS + 2));
    }

    private Node keys() {
        HBox keys = new HBox(
                6,
                new KeyCaps(List.of("↑", "↓")),
                word("latex.completion.choose"),
                new KeyCaps(List.of("Tab")),
                word("latex.completion.insert"),
                new KeyCaps(List.of("Esc")),
                word("latex.completion.close"));
        keys.setAlignment(Pos.CENTER_LEFT);
        keys.getStyleClass().add("completion-keys");
        return keys;
    }

    private Label word(String key) {
        Label label = desk.texts().on(new Label(), key);
        label.getStyleClass().add("text-muted");
        return label;
    }

    private final class Row extends ListCell<Candidate> {
        private final FormulaPane preview = new FormulaPane(pictures, 15);
        private final Label command = new Label();
        private final Label meaning = new Label();
        private final HBox row;

        Row() {
            StackPane frame = new StackPane(preview);
            frame.setMinWidth(52);
            frame.setMaxWidth(52);
            command.getStyleClass().add("mono");
            command.setMinWidth(108);
            meaning.getStyleClass().add("text-muted");
            meaning.setMinWidth(0);
            HBox.setHgrow(meaning, Priority.ALWAYS);
            row = new HBox(10, frame, command, meaning);
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Candidate candidate, boolean empty) {
            super.updateItem(candidate, empty);
            if (empty || candidate == null) {
                setGraphic(null);
                return;
            }
            preview.show(candidate.preview());
            command.setText(candidate.shown());
            meaning.setText(name(desk, candidate));
            setGraphic(row);
        }
    }

    static String name(Desk desk, Candidate candidate) {
        return desk.texts().language() == Language.KOREAN && !candidate.korean().isEmpty()
                ? candidate.korean()
                : candidate.english();
    }
}
