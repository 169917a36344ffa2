package sigmark.app.guide;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import sigmark.app.base.Texts;
import sigmark.app.base.control.Icons;
import sigmark.labeling.guide.GuideRule;
import sigmark.labeling.guide.example.RuleTrial;

/** A section or a rule in the list: id, title, and whether the rule judges its own examples rightly. */
final class RuleCell extends ListCell<RulesViewModel.Row> {
    private final Texts texts;
    private final RulesViewModel model;

    RuleCell(Texts texts, RulesViewModel model) {
        this.texts = texts;
        this.model = model;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(RulesViewModel.Row row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().remove("section-row");
        if (empty || row == null) {
            setGraphic(null);
            setText(null);
            return;
        }
        setText(row.title());
        if (row.rule().isEmpty()) {
            getStyleClass().add("section-row");
            Label name = new Label(row.title());
            name.getStyleClass().add("field-name");
            Label count = new Label(String.valueOf(row.count()));
            count.getStyleClass().add("text-caption");
            HBox line = new HBox(8, name, count);
            line.setAlignment(Pos.BOTTOM_LEFT);
            setGraphic(line);
            setAccessibleText(row.title());
            return;
        }
        setGraphic(rule(row, row.rule().get()));
    }

    private HBox rule(RulesViewModel.Row row, GuideRule rule) {
        Label id = new Label(rule.id());
        id.getStyleClass().add("text-muted");
        id.setMinWidth(38);
        Label title = new Label(row.title());
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label state = new Label();
        String word = "guide.by-people";
        RuleTrial trial = model.trialsProperty().get().get(rule.id());
        if (rule.check().isEmpty()) {
            state.setText("–");
            state.getStyleClass().add("text-muted");
        } else if (trial != null) {
            boolean whole = trial.broken().isEmpty() && trial.problems().isEmpty();
            word = whole ? "guide.rule.whole" : "guide.rule.broken";
            state.setGraphic(Icons.of(whole ? "fth-check-circle" : "fth-alert-triangle", 13));
            state.getStyleClass().add(whole ? "good" : "warning");
        }
        state.setMinWidth(USE_PREF_SIZE);
        setAccessibleText(rule.id() + " " + row.title() + ", " + texts.text(word));
        HBox line = new HBox(6, id, title, state);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
