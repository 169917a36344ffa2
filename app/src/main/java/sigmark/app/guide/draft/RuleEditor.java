package sigmark.app.guide.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Icons;
import sigmark.app.base.control.Segments;
import sigmark.inference.page.Writing;
import sigmark.labeling.guide.ExampleScene;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.guide.GuideRule;
import sigmark.labeling.guide.GuideSource;
import sigmark.labeling.guide.GuideWords;
import sigmark.labeling.guide.RuleWords;
import sigmark.labeling.guide.Severity;
import sigmark.labeling.guide.draft.DraftEdit;

/** One rule being written: title, text, weight, its examples, and its lines of YAML for the check. */
final class RuleEditor extends VBox {
    private final Desk desk;
    private final DraftModel model;
    private final String id;
    private final String language;
    private final TextField title = new TextField();
    private final TextArea text = new TextArea();
    private final TextArea lines = new TextArea();
    private final VBox examples = new VBox(4);
    private final TextField added = new TextField();
    private final Label flaw = new Label();
    private List<GuideExample> listed = List.of();
    private boolean filling;

    RuleEditor(Desk desk, DraftModel model, GuideWords words, GuideRule rule) {
        super(8);
        this.desk = desk;
        this.model = model;
        id = rule.id();
        language = words.language();
        setId("rule-editor");
        title.setText(words.rule(id).title());
        text.setText(words.rule(id).markdown());
        title.setId("draft-title");
        text.setId("draft-words");
        text.setWrapText(true);
        text.setPrefRowCount(7);
        text.getStyleClass().add("mono");
        title.textProperty().addListener((property, old, now) -> words());
        text.textProperty().addListener((property, old, now) -> words());
        Segments<Severity> severity = new Segments<>(List.of(Severity.values()), rule.severity(), each -> desk.texts()
                .live("guide.severity." + each.word()));
        severity.setId("draft-severity");
        severity.valueProperty()
                .addListener((property, old, now) -> model.change(source -> DraftEdit.severity(source, id, now)));
        lines.setId("draft-lines");
        lines.setPrefRowCount(8);
        lines.getStyleClass().add("mono");
        lines.textProperty().addListener((property, old, now) -> byHand(now));
        flaw.setId("draft-flaw");
        flaw.getStyleClass().add("danger");
        flaw.setWrapText(true);
        flaw.visibleProperty().bind(flaw.textProperty().isNotEmpty());
        flaw.managedProperty().bind(flaw.visibleProperty());
        getChildren()
                .addAll(
                        ChapterEditor.name(desk, "guide.draft.title", title),
                        title,
                        severity,
                        ChapterEditor.name(desk, "guide.draft.text", text),
                        text,
                        ChapterEditor.name(desk, "guide.draft.examples", examples),
                        examples,
                        adding(),
                        ChapterEditor.name(desk, "guide.draft.lines", lines),
                        lines,
                        flaw);
        follow(rule);
    }

    /** Lines that cannot be read are said at once and wait here; the draft stays whole. */
    private void byHand(String typed) {
        if (filling || !lines.isEditable()) {
            return;
        }
        try {
            GuideSource next = DraftEdit.lines(model.source(), id, typed);
            flaw.setText("");
            model.change(source -> next);
        } catch (IllegalArgumentException unreadable) {
            flaw.setText(desk.texts().text("guide.draft.flaw", "detail", String.valueOf(unreadable.getMessage())));
        }
    }

    private void words() {
        model.change(source -> DraftEdit.words(source, language, id, new RuleWords(title.getText(), text.getText())));
    }

    /** Shows what the draft says now, wherever nobody is typing. */
    void follow(GuideRule rule) {
        if (!lines.isFocused() && flaw.getText().isEmpty()) {
            filling = true;
            try {
                lines.setText(shortened(DraftEdit.lines(model.source(), id)));
            } finally {
                filling = false;
            }
        }
        if (!rule.examples().equals(listed)) {
            listed = rule.examples();
            mark(List.of());
        }
    }

    /** Lists the examples, with a warning at each that the rule judges wrongly. */
    void mark(List<GuideExample> broken) {
        examples.getChildren()
                .setAll(listed.stream()
                        .map(example -> example(example, broken.contains(example)))
                        .toList());
    }

    /** Pictures are long lines that nobody reads; with one the lines are shown, not edited. */
    private String shortened(String yaml) {
        boolean pictures = yaml.lines().anyMatch(line -> line.length() > 2000);
        lines.setEditable(!pictures);
        return pictures ? yaml.replaceAll("(png: \"?[A-Za-z0-9+/]{24})[^\\n]*", "$1…") : yaml;
    }

    private Node example(GuideExample example, boolean broken) {
        Label mark = new Label();
        mark.setGraphic(Icons.of(example.good() ? "fth-check" : "fth-x", 13));
        mark.getStyleClass().add(example.good() ? "good" : "danger");
        Label words = new Label(shown(example));
        words.getStyleClass().add("mono");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button remove = new Button();
        remove.setGraphic(Icons.of("fth-trash-2", 13));
        remove.getStyleClass().addAll("flat", "button-icon", "small");
        remove.setId("remove-" + example.id().replace("/", "-"));
        desk.texts().name(remove, "guide.draft.remove-example", "id", example.id());
        remove.setOnAction(
                event -> model.change(source -> DraftEdit.removeExample(source, id, example.good(), example.number())));
        HBox row = new HBox(8, mark, words);
        if (broken) {
            Label warning = new Label();
            warning.setGraphic(Icons.of("fth-alert-triangle", 13));
            warning.getStyleClass().addAll("warning", "row-broken");
            desk.texts().name(warning, "guide.example.broken");
            row.getChildren().add(warning);
        }
        row.getChildren().add(remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String shown(GuideExample example) {
        if (example.scene() instanceof ExampleScene.Drawn drawn) {
            return drawn.text();
        }
        String latex = example.latex().orElse("");
        return example.scene() instanceof ExampleScene.Sample sample ? sample.region() + "  " + latex : latex;
    }

    private Node adding() {
        added.setId("draft-example");
        desk.texts().prompt(added, "guide.draft.example-prompt");
        HBox.setHgrow(added, Priority.ALWAYS);
        Button good = button("guide.draft.add-good", "fth-check", true);
        good.setId("draft-add-good");
        Button bad = button("guide.draft.add-bad", "fth-x", false);
        bad.setId("draft-add-bad");
        added.setOnAction(event -> add(true));
        return new HBox(6, added, good, bad);
    }

    private Button button(String key, String icon, boolean good) {
        Button button = desk.texts().on(new Button(), key);
        button.setGraphic(Icons.of(icon, 13));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> add(good));
        return button;
    }

    /** LaTeX alone, or words with formulas between ⟦ and ⟧. */
    private void add(boolean good) {
        String typed = added.getText().strip();
        if (typed.isEmpty()) {
            return;
        }
        boolean scene = typed.contains("⟦");
        GuideExample example = new GuideExample(
                id,
                good,
                1,
                new ExampleScene.Drawn(scene ? typed : "⟦" + typed + "⟧"),
                List.of(0.0, 0.0, 0.0, 0.0),
                scene ? Optional.empty() : Optional.of(typed),
                Optional.empty(),
                Writing.PRINTED,
                Set.of(),
                false,
                Map.of());
        added.clear();
        model.change(source -> DraftEdit.addExample(source, id, example));
    }
}
