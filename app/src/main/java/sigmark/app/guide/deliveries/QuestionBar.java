package sigmark.app.guide.deliveries;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.WordCell;
import sigmark.labeling.question.Question;
import sigmark.labeling.question.QuestionFigures;
import sigmark.labeling.question.QuestionSelection;

/** Above the list of questions: what is looked for, the order, rule and labeler, and how fast they are answered. */
final class QuestionBar extends VBox {
    private final Desk desk;
    private final QuestionsModel model;
    private final ComboBox<QuestionSelection.Order> order = new ComboBox<>();
    private final ComboBox<Optional<String>> rule = new ComboBox<>();
    private final ComboBox<Optional<String>> labeler = new ComboBox<>();

    QuestionBar(Desk desk, QuestionsModel model, TextField search) {
        super(8);
        this.desk = desk;
        this.model = model;
        order.setId("question-order");
        order.getItems().setAll(QuestionSelection.Order.values());
        order.setValue(selection().order());
        WordCell.on(order, desk, each -> desk.texts().text("delivery.questions.order." + each.word()));
        desk.texts().name(order, "delivery.questions.order");
        order.setMaxWidth(Double.MAX_VALUE);
        order.setOnAction(event -> {
            if (order.getValue() != selection().order()) {
                model.select(new QuestionSelection(
                        order.getValue(), selection().rule(), selection().labeler()));
            }
        });
        choice(
                rule,
                "rule",
                QuestionSelection::rule,
                chosen -> new QuestionSelection(
                        selection().order(), chosen, selection().labeler()));
        choice(
                labeler,
                "labeler",
                QuestionSelection::labeler,
                chosen -> new QuestionSelection(selection().order(), selection().rule(), chosen));
        getChildren().addAll(search, order, new HBox(8, rule, labeler), figures());
        model.shownProperty().subscribe(shown -> {
            offer(rule, QuestionSelection.rules(shown.all()), selection().rule());
            offer(labeler, QuestionSelection.labelers(shown.all()), selection().labeler());
        });
        model.selectionProperty().subscribe(now -> {
            rule.setValue(now.rule());
            labeler.setValue(now.labeler());
        });
    }

    private QuestionSelection selection() {
        return model.selectionProperty().get();
    }

    private void choice(
            ComboBox<Optional<String>> box,
            String what,
            Function<QuestionSelection, Optional<String>> chosen,
            Function<Optional<String>, QuestionSelection> with) {
        box.setId("question-" + what);
        WordCell.on(box, desk, each -> each.orElseGet(() -> desk.texts().text("delivery.questions." + what + ".all")));
        desk.texts().name(box, "delivery.questions." + what);
        box.setPrefWidth(100);
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setOnAction(event -> {
            Optional<String> now = box.getValue();
            if (now != null && !now.equals(chosen.apply(selection()))) {
                model.select(with.apply(now));
            }
        });
    }

    /** Offers what questions have now, and keeps what is chosen. */
    private static void offer(ComboBox<Optional<String>> box, List<String> found, Optional<String> chosen) {
        List<Optional<String>> items = new ArrayList<>(List.of(Optional.empty()));
        found.forEach(each -> items.add(Optional.of(each)));
        if (!box.getItems().equals(items)) {
            box.getItems().setAll(items);
        }
        box.setValue(chosen);
    }

    /** How many are listed, and how long answers to them took. */
    private Label figures() {
        Label label = ListAndWork.line("", "text-muted");
        label.setId("question-figures");
        label.setMinHeight(USE_PREF_SIZE);
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            List<Question> listed = model.shownProperty().get().questions();
                            QuestionFigures of = QuestionFigures.of(listed);
                            return desk.texts()
                                            .text(
                                                    "delivery.questions.figures",
                                                    "shown",
                                                    listed.size(),
                                                    "open",
                                                    of.open())
                                    + " · " + answerTime(of.medianToAnswer());
                        },
                        model.shownProperty(),
                        desk.texts().wordsProperty()));
        return label;
    }

    private String answerTime(Optional<Duration> median) {
        return median.map(time -> desk.texts()
                        .text(
                                "delivery.question.median",
                                "time",
                                desk.texts().numbers().duration(time)))
                .orElseGet(() -> desk.texts().text("delivery.question.unanswered"));
    }
}
