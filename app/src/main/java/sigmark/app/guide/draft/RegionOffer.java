package sigmark.app.guide.draft;

import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Icons;
import sigmark.app.rule.ExampleCard;
import sigmark.app.rule.RuleDesk;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.guide.draft.DraftEdit;

/** A region of the project that waits to become an example of whichever rule is chosen. */
final class RegionOffer extends VBox {
    private final Desk desk;
    private final DraftModel model;
    private final GuideExample region;
    private final String language;
    private final TextField note = new TextField();
    private final Runnable done;

    RegionOffer(RuleDesk rules, DraftModel model, GuideExample region, String language, Runnable done) {
        super(8);
        desk = rules.desk();
        this.model = model;
        this.region = region;
        this.language = language;
        this.done = done;
        setId("region-offer");
        getStyleClass().add("card");
        Label title = desk.texts().on(new Label(), "guide.draft.offer");
        title.getStyleClass().add("row-title");
        title.setWrapText(true);
        note.setId("draft-note");
        desk.texts().prompt(note, "guide.draft.note");
        Button leave = desk.texts().on(new Button(), "guide.draft.leave");
        leave.setOnAction(event -> done.run());
        HBox buttons = new HBox(
                8,
                button("guide.draft.add-good", "fth-check", true, "draft-region-good"),
                button("guide.draft.add-bad", "fth-x", false, "draft-region-bad"),
                leave);
        getChildren().addAll(title, new ExampleCard(rules, region, false), note, buttons);
    }

    private Button button(String key, String icon, boolean good, String id) {
        Button button = desk.texts().on(new Button(), key);
        button.setGraphic(Icons.of(icon, 13));
        button.setMinWidth(USE_PREF_SIZE);
        button.setId(id);
        button.setOnAction(event -> take(good));
        return button;
    }

    private void take(boolean good) {
        String words = note.getText().strip();
        model.chosenProperty().get().ifPresent(rule -> {
            GuideExample example = new GuideExample(
                    rule,
                    good,
                    1,
                    region.scene(),
                    List.copyOf(region.grow()),
                    region.latex(),
                    region.kind(),
                    region.writing(),
                    region.flags(),
                    region.linked(),
                    words.isEmpty() ? Map.of() : Map.of(language, words));
            model.change(source -> DraftEdit.addExample(source, rule, example));
            done.run();
        });
    }
}
