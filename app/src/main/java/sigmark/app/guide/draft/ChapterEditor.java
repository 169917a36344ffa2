package sigmark.app.guide.draft;

import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.labeling.guide.GuideSection;
import sigmark.labeling.guide.GuideWords;
import sigmark.labeling.guide.draft.DraftEdit;

/** Title and Markdown of the introduction or of a chapter, in one language. */
final class ChapterEditor extends VBox {
    ChapterEditor(Desk desk, DraftModel model, GuideWords words, int section) {
        super(8);
        setId("chapter-editor");
        boolean introduction = section < 0;
        GuideSection part = introduction
                ? new GuideSection(words.title(), words.introduction(), java.util.List.of())
                : words.sections().get(section);
        TextField title = new TextField(part.title());
        TextArea text = new TextArea(part.markdown());
        title.setId("draft-title");
        text.setId("draft-words");
        text.setWrapText(true);
        text.getStyleClass().add("mono");
        VBox.setVgrow(text, Priority.ALWAYS);
        Runnable change = () -> model.change(source -> introduction
                ? DraftEdit.introduction(source, words.language(), title.getText(), text.getText())
                : DraftEdit.section(source, words.language(), section, title.getText(), text.getText()));
        title.textProperty().addListener((property, old, now) -> change.run());
        text.textProperty().addListener((property, old, now) -> change.run());
        getChildren().addAll(name(desk, "guide.draft.title", title), title, name(desk, "guide.draft.text", text), text);
    }

    /** A field's name above it, for eyes and screen readers. */
    static Label name(Desk desk, String key, javafx.scene.Node field) {
        Label label = desk.texts().on(new Label(), key);
        label.getStyleClass().add("field-name");
        label.setLabelFor(field);
        field.accessibleTextProperty().bind(desk.texts().live(key));
        return label;
    }
}
