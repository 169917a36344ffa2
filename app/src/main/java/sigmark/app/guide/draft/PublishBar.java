package sigmark.app.guide.draft;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.Icons;
import sigmark.app.base.key.Action;
import sigmark.inference.work.Problem;

/** What keeps the draft from being published, the note that goes with it, and publishing. */
final class PublishBar extends VBox {
    private static final int SHOWN = 3;

    private final TextField note = new TextField();

    PublishBar(Desk desk, DraftModel model, Action publish) {
        super(6);
        getStyleClass().add("guide-foot");
        Label problems = new Label();
        problems.setId("draft-problems");
        problems.setWrapText(true);
        problems.setGraphic(Icons.of("fth-alert-triangle", 14));
        problems.getStyleClass().add("warning");
        problems.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> words(desk, model.readProperty().get().reading().problems()),
                        model.readProperty(),
                        desk.texts().wordsProperty()));
        problems.visibleProperty().bind(problems.textProperty().isNotEmpty());
        problems.managedProperty().bind(problems.visibleProperty());
        note.setId("publish-note");
        desk.texts().prompt(note, "guide.draft.publish-note");
        HBox.setHgrow(note, Priority.ALWAYS);
        HBox row = new HBox(8, note, ActionButton.next(desk, publish));
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(problems, row);
    }

    String note() {
        return note.getText();
    }

    void clear() {
        note.clear();
    }

    private static String words(Desk desk, List<Problem> problems) {
        String first = problems.stream()
                .limit(SHOWN)
                .map(problem -> desk.texts().what(problem))
                .collect(Collectors.joining("\n"));
        return problems.size() > SHOWN
                ? first + "\n" + desk.texts().text("guide.draft.more-problems", "count", problems.size() - SHOWN)
                : first;
    }
}
