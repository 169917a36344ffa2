package sigmark.app.guide.deliveries;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.control.KeyCaps;
import sigmark.app.base.key.Action;
import sigmark.app.base.key.KeyChord;
import sigmark.app.guide.GuideDesk;
import sigmark.labeling.guide.GuideRule;
import sigmark.labeling.guide.GuideWords;
import sigmark.labeling.question.Question;
import sigmark.labeling.question.SimilarQuestion;

/** Rules and earlier questions that are like the one being typed; one key opens a rule. */
final class SimilarPane extends VBox {
    private final GuideDesk guide;
    private final Desk desk;
    private final QuestionsModel model;
    private final List<Action> actions = new ArrayList<>();

    SimilarPane(GuideDesk guide, QuestionsModel model) {
        super(6);
        this.guide = guide;
        this.desk = guide.desk();
        this.model = model;
        setId("question-similar");
        for (int i = 0; i < QuestionsModel.SIMILAR_RULES; i++) {
            int at = i;
            actions.add(Action.of("guide.question-similar-" + (i + 1), "guide.questions", () -> open(at))
                    .withKeys("Alt+" + (i + 1))
                    .withIcon("fth-book-open")
                    .evenInText()
                    .when(Bindings.createBooleanBinding(
                            () -> model.askingProperty().get().isPresent()
                                    && model.similarProperty().get().rules().size() > at,
                            model.askingProperty(),
                            model.similarProperty())));
        }
        model.similarProperty().subscribe(found -> show());
        desk.texts().wordsProperty().subscribe(words -> show());
    }

    /** One for each place in the list of rules. */
    List<Action> actions() {
        return actions;
    }

    private void open(int at) {
        List<GuideRule> rules = model.similarProperty().get().rules();
        if (at < rules.size()) {
            guide.turnTo("rules", Destination.of("guide").query(rules.get(at).id()));
        }
    }

    private void show() {
        getChildren().clear();
        QuestionsModel.Similar found = model.similarProperty().get();
        if (!found.rules().isEmpty()) {
            getChildren().add(ListAndWork.line(desk.texts().text("delivery.question.similar-rules"), "row-title"));
        }
        for (int i = 0; i < found.rules().size(); i++) {
            getChildren().add(rule(found.rules().get(i), i));
        }
        if (!found.questions().isEmpty()) {
            getChildren().add(ListAndWork.line(desk.texts().text("delivery.question.similar"), "row-title"));
        }
        for (SimilarQuestion each : found.questions()) {
            String answer = each.question()
                    .answer()
                    .map(Question.Answer::text)
                    .orElse(desk.texts().text("delivery.question.open"));
            getChildren().add(ListAndWork.line(each.question().text() + " — " + answer, "text-muted"));
        }
    }

    private Button rule(GuideRule rule, int at) {
        GuideWords words = model.guide().in(desk.texts().language().code());
        String title = words.rule(rule.id()).title().replace("`", "");
        Button button = new Button(rule.id() + "  " + title, new KeyCaps(KeyChord.of("Alt+" + (at + 1))));
        button.getStyleClass().addAll("flat", "similar-rule");
        button.setTextOverrun(OverrunStyle.ELLIPSIS);
        button.setWrapText(true);
        button.setAccessibleText(rule.id() + ", " + title);
        button.setOnAction(event -> open(at));
        return button;
    }
}
