package sigmark.app.rule;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import sigmark.app.base.Texts;
import sigmark.app.base.control.Chip;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.guide.GuideRule;
import sigmark.labeling.guide.RuleWords;
import sigmark.labeling.guide.example.RuleTrial;

/** A rule as vendors see it: title, weight, text, good examples beside bad ones. Style class {@code rule-view}. */
public final class RuleView extends VBox {
    private final RuleDesk rules;

    public RuleView(RuleDesk rules) {
        super(10);
        this.rules = rules;
        getStyleClass().add("rule-view");
    }

    /** @param columns 1 or 2 columns of examples */
    public void show(GuideRule rule, RuleWords words, java.util.Optional<RuleTrial> trial, int columns) {
        Texts texts = rules.desk().texts();
        Label id = new Label(rule.id());
        id.getStyleClass().add("rule-id");
        id.setMinWidth(USE_PREF_SIZE);
        Label title = new Label(words.title().replace("`", ""));
        title.getStyleClass().add("page-title");
        title.setWrapText(true);
        HBox head = new HBox(10, id, title);
        head.setAlignment(Pos.BASELINE_LEFT);
        HBox chips = new HBox(6, SeverityChip.of(texts, rule.severity()));
        if (rule.check().isPresent()) {
            chips.getChildren().add(new Chip(Chip.Tint.ACCENT, "fth-cpu", texts.live("guide.checked")));
        } else {
            chips.getChildren().add(new Chip(Chip.Tint.PLAIN, "fth-user", texts.live("guide.by-people")));
        }
        MarkdownView text = new MarkdownView(rules.pictures());
        text.show(words.markdown());
        getChildren().setAll(head, chips, text, examples(rule, trial, columns));
        trial.filter(RuleTrial::checked).ifPresent(tried -> getChildren().add(judged(texts, rule, tried)));
    }

    private static Label judged(Texts texts, GuideRule rule, RuleTrial trial) {
        boolean whole = trial.broken().isEmpty() && trial.problems().isEmpty();
        Label judged = texts.on(
                new Label(),
                "guide.trial",
                "right",
                trial.right(),
                "all",
                rule.examples().size());
        judged.setId("rule-trial");
        judged.setGraphic(sigmark.app.base.control.Icons.of(whole ? "fth-check-circle" : "fth-alert-triangle", 14));
        judged.getStyleClass().add(whole ? "good" : "warning");
        return judged;
    }

    private GridPane examples(GuideRule rule, java.util.Optional<RuleTrial> trial, int columns) {
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(12);
        for (int i = 0; i < columns; i++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(width);
        }
        List<GuideExample> good = rule.examples(true);
        List<GuideExample> bad = rule.examples(false);
        List<GuideExample> order = new ArrayList<>();
        if (columns == 1) {
            order.addAll(good);
            order.addAll(bad);
        }
        for (int i = 0; columns > 1 && i < Math.max(good.size(), bad.size()); i++) {
            if (i < good.size()) {
                grid.add(card(good.get(i), trial), 0, i);
            }
            if (i < bad.size()) {
                grid.add(card(bad.get(i), trial), 1, i);
            }
        }
        for (int i = 0; i < order.size(); i++) {
            grid.add(card(order.get(i), trial), 0, i);
        }
        return grid;
    }

    private ExampleCard card(GuideExample example, java.util.Optional<RuleTrial> trial) {
        boolean broken = trial.filter(tried -> tried.broken().contains(example)).isPresent();
        return new ExampleCard(rules, example, broken);
    }
}
