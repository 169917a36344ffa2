package sigmark.app.guide.quiz;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.Icons;
import sigmark.app.base.key.Action;
import sigmark.app.guide.GuideDesk;
import sigmark.app.guide.GuidePage;
import sigmark.app.rule.GuideInForce;
import sigmark.app.rule.MarkdownView;
import sigmark.app.rule.RuleDesk;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.guide.RuleWords;
import sigmark.labeling.guide.example.ExampleGallery;
import sigmark.labeling.guide.quiz.Quiz;

/** The quiz: what it is, one example after the other with the rule behind each answer, and how it ended. */
public final class QuizPage implements GuidePage {
    private static final String SCOPE = "guide.quiz";
    private static final double WIDEST = 720;

    private final GuideDesk guide;
    private final Desk desk;
    private final RuleDesk rules;
    private final QuizModel model;
    private final VBox work = new VBox(14);
    private final ScrollPane node = new ScrollPane(new StackPane(work));
    private final QuizSettings settings;
    private final Action goOn;
    private final Action keeps;
    private final Action breaks;
    private final Action read;

    public QuizPage(GuideDesk guide) {
        this.guide = guide;
        desk = guide.desk();
        GuideInForce inForce = new GuideInForce(guide.workspace());
        rules = new RuleDesk(desk, guide.pictures(), new ExampleGallery());
        model = new QuizModel(guide.workspace(), rules, inForce);
        settings = new QuizSettings(desk, model);
        goOn = Action.of("guide.quiz-go", SCOPE, this::goOn)
                .withKeys("Enter")
                .withIcon("fth-arrow-right")
                .when(Bindings.createBooleanBinding(
                        () -> model.shownProperty().get().phase() != QuizModel.Phase.ASKED, model.shownProperty()));
        keeps = judgement("guide.quiz-keeps", "1", "fth-check", true);
        breaks = judgement("guide.quiz-breaks", "2", "fth-x", false);
        read = Action.of("guide.quiz-read", SCOPE, () -> guide.turnTo("rules"))
                .withKeys("G")
                .withIcon("fth-book-open");
        node.setId("quiz-page");
        node.setFitToWidth(true);
        node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        work.getStyleClass().add("quiz-work");
        work.setMaxWidth(WIDEST);
        StackPane.setAlignment(work, Pos.TOP_CENTER);
        model.shownProperty().subscribe(now -> render());
        model.standingProperty().subscribe(now -> render());
        inForce.property().subscribe(now -> render());
        desk.texts().wordsProperty().subscribe(words -> render());
    }

    private Action judgement(String id, String key, String icon, boolean keepsRule) {
        return Action.of(id, SCOPE, () -> model.answer(keepsRule))
                .withKeys(key)
                .withIcon(icon)
                .when(Bindings.createBooleanBinding(
                        () -> model.shownProperty().get().phase() == QuizModel.Phase.ASKED, model.shownProperty()));
    }

    private void goOn() {
        QuizModel.Shown now = model.shownProperty().get();
        if (now.phase() == QuizModel.Phase.ANSWERED) {
            model.next();
        } else if (mayLabel(now)) {
            guide.workspace().go(Destination.of("label"));
        } else {
            model.begin();
        }
    }

    /** Passed: the way to the first formula is free. */
    private boolean mayLabel(QuizModel.Shown now) {
        return model.labeler()
                && (now.phase() == QuizModel.Phase.ENDED
                        ? model.passed(now.quiz())
                        : model.standingProperty().get().passed());
    }

    private void render() {
        QuizModel.Shown now = model.shownProperty().get();
        List<Node> nodes = new ArrayList<>();
        switch (now.phase()) {
            case BEFORE -> before(nodes);
            case ASKED -> asked(now.quiz(), nodes);
            case ANSWERED -> answered(now.quiz(), nodes);
            case ENDED -> ended(now.quiz(), nodes);
        }
        work.getChildren().setAll(nodes);
        node.setVvalue(0);
    }

    private void before(List<Node> nodes) {
        boolean due = guide.workspace().quizDueProperty().get();
        nodes.add(line(text(due ? "guide.quiz.first" : "guide.quiz.title"), "page-title"));
        guide.workspace().vendorCopy().ifPresent(copy -> nodes.add(FirstSteps.of(desk, copy.work(), model)));
        nodes.add(line(
                text(
                        "guide.quiz.how",
                        "asked",
                        model.standingProperty().get().setting().asked(),
                        "share",
                        share()),
                "quiz-how"));
        if (!model.labeler()) {
            nodes.add(settings);
        }
        nodes.add(buttons(mayLabel(model.shownProperty().get()) ? "guide.quiz.label" : "guide.quiz.start", true));
        if (!model.labeler() || !model.standingProperty().get().results().isEmpty()) {
            nodes.add(new QuizResults(desk, model.standingProperty().get().results()));
        }
    }

    private String share() {
        return desk.texts()
                .numbers()
                .wholePercent(model.standingProperty().get().setting().threshold());
    }

    private void asked(Quiz quiz, List<Node> nodes) {
        GuideExample example = quiz.current().orElseThrow();
        nodes.add(progress(quiz, quiz.said().size()));
        nodes.add(rule(example));
        nodes.add(new QuizCard(rules, example));
        nodes.add(line(text("guide.quiz.question"), "section-title"));
        nodes.add(new HBox(8, ActionButton.of(desk, keeps), ActionButton.of(desk, breaks)));
    }

    private void answered(Quiz quiz, List<Node> nodes) {
        int place = quiz.said().size() - 1;
        GuideExample example = quiz.items().get(place);
        nodes.add(progress(quiz, place));
        nodes.add(rule(example));
        nodes.add(new QuizCard(rules, example));
        boolean right = quiz.right(place);
        String key = (right ? "guide.quiz.right" : "guide.quiz.wrong") + (example.good() ? ".keeps" : ".breaks");
        Label verdict = line(text(key), "section-title", right ? "good" : "danger");
        verdict.setGraphic(Icons.of(right ? "fth-check-circle" : "fth-x-circle", 16));
        verdict.setId("quiz-verdict");
        nodes.add(verdict);
        String note = example.note(rules.language());
        if (!note.isEmpty()) {
            nodes.add(line(note, "quiz-note"));
        }
        MarkdownView words = new MarkdownView(rules.pictures());
        words.show(words(example).markdown());
        nodes.add(words);
        nodes.add(buttons(quiz.current().isPresent() ? "guide.quiz.next" : "guide.quiz.end", false));
    }

    private void ended(Quiz quiz, List<Node> nodes) {
        boolean passed = model.passed(quiz);
        String verdict = !model.labeler() ? "guide.quiz.tried" : passed ? "guide.quiz.passed" : "guide.quiz.failed";
        Label title = line(
                text(verdict, "correct", quiz.correct(), "asked", quiz.items().size(), "share", share()), "page-title");
        title.setId("quiz-end");
        nodes.add(title);
        nodes.add(line(text(passed ? "guide.quiz.passed.why" : "guide.quiz.failed.why"), "quiz-how"));
        if (!quiz.missed().isEmpty()) {
            nodes.add(line(text("guide.quiz.missed"), "field-name"));
            quiz.missed().forEach(id -> nodes.add(missed(id)));
        }
        nodes.add(buttons(mayLabel(model.shownProperty().get()) ? "guide.quiz.label" : "guide.quiz.again", true));
    }

    private Node missed(String id) {
        var open = new javafx.scene.control.Hyperlink(
                id + "  " + model.guide().in(rules.language()).rule(id).title().replace("`", ""));
        open.setOnAction(event -> guide.turnTo("rules", Destination.of("guide").query(id)));
        return open;
    }

    private Node buttons(String next, boolean withGuide) {
        HBox row = new HBox(8, ActionButton.next(desk, goOn.withText(next)));
        if (withGuide) {
            row.getChildren().add(ActionButton.of(desk, read));
        }
        return row;
    }

    private Node progress(Quiz quiz, int place) {
        int all = quiz.items().size();
        ProgressBar bar = new ProgressBar((double) place / all);
        bar.setPrefWidth(220);
        String words = text("guide.quiz.place", "place", place + 1, "all", all, "correct", quiz.correct());
        bar.setAccessibleText(words);
        HBox row = new HBox(12, bar, line(words, "text-muted"));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node rule(GuideExample example) {
        Label id = line(example.ruleId(), "rule-id");
        id.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        HBox row = new HBox(10, id, line(words(example).title().replace("`", ""), "page-title"));
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private RuleWords words(GuideExample example) {
        return model.guide().in(rules.language()).rule(example.ruleId());
    }

    private String text(String key, Object... values) {
        return desk.texts().text(key, values);
    }

    static Label line(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        return label;
    }

    @Override
    public String id() {
        return "quiz";
    }

    @Override
    public String icon() {
        return "fth-award";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Action> actions() {
        return List.of(goOn, keeps, breaks, read);
    }

    @Override
    public ObservableValue<String> badge() {
        return Bindings.when(guide.workspace().quizDueProperty()).then("!").otherwise("");
    }

    @Override
    public void shown() {
        model.refresh();
        desk.jobs().onWindow(node::requestFocus);
    }
}
