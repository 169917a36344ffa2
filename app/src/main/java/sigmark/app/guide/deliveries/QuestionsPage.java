package sigmark.app.guide.deliveries;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.EmptyState;
import sigmark.app.base.key.Action;
import sigmark.app.guide.GuideDesk;
import sigmark.app.guide.GuidePage;
import sigmark.app.guide.draft.DraftPage;
import sigmark.labeling.packing.Asking;
import sigmark.labeling.question.Question;
import sigmark.labeling.question.QuestionState;

/** Questions by age with their crops and answers; a question is asked here from a region or page of Label. */
final class QuestionsPage implements GuidePage {
    private static final double WIDEST_CROP = 560;

    private final GuideDesk guide;
    private final Desk desk;
    private final QuestionsModel model;
    private final ListView<Question> list = new ListView<>();
    private final TextField search = new TextField();
    private final TextArea text = new TextArea();
    private final CheckBox blocking = new CheckBox();
    private final SimilarPane similar;
    private final ListAndWork node;
    private final Action send;
    private final Action find;
    private final Action inGuide;
    private final Action makeRule;
    private final Action makeExample;
    private Optional<Asking.About> written = Optional.empty();

    QuestionsPage(GuideDesk guide) {
        this.guide = guide;
        this.desk = guide.desk();
        this.model = new QuestionsModel(desk, guide.store());
        this.similar = new SimilarPane(guide, model);
        desk.texts().prompt(search, "delivery.question.find");
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setId("question-search");
        node = new ListAndWork(new QuestionBar(desk, model, search), list);
        node.setId("questions-page");
        text.setId("question-text");
        text.setWrapText(true);
        text.setPrefRowCount(4);
        text.textProperty().subscribe(model::typed);
        desk.texts().on(blocking, "delivery.question.blocking");
        send = Action.of("guide.question-send", "guide.questions", this::send)
                .withKeys("Ctrl+Enter")
                .withIcon("fth-send")
                .evenInText();
        find = Action.of("guide.question-find", "guide.questions", search::requestFocus)
                .withKeys("/")
                .withIcon("fth-search");
        makeRule = Action.of("guide.question-rule", "guide.questions", this::makeRule)
                .withKeys("R")
                .withIcon("fth-plus-square")
                .when(answered());
        makeExample = Action.of("guide.question-example", "guide.questions", this::makeExample)
                .withKeys("X")
                .withIcon("fth-image")
                .when(Bindings.createBooleanBinding(
                        () -> model.chosenProperty()
                                .get()
                                .filter(question -> question.answer().isPresent())
                                .flatMap(Question::regionId)
                                .isPresent(),
                        model.chosenProperty()));
        inGuide = Action.of("guide.question-in-guide", "guide.questions", model::inGuide)
                .withIcon("fth-book-open")
                .when(answered());
        fillList();
        follow();
    }

    private void fillList() {
        list.setId("question-list");
        desk.texts().name(list, "guide.page.questions");
        list.setCellFactory(view -> new TwoLineCell<>(Question::text, this::standing));
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.choose(chosen);
            }
        });
        Node nothing = nothingAsked();
        Node noMatch = nothingFits();
        model.shownProperty().subscribe(shown -> {
            list.getItems().setAll(shown.questions());
            list.setPlaceholder(shown.all().isEmpty() ? nothing : noMatch);
        });
    }

    private void follow() {
        model.chosenProperty().subscribe(chosen -> render());
        model.askingProperty().subscribe(about -> {
            if (about.isEmpty()) {
                written = Optional.empty();
            }
            render();
        });
        desk.texts().wordsProperty().subscribe(words -> {
            list.refresh();
            render();
        });
    }

    /** What the list would show, and how a question comes there. */
    private Node nothingAsked() {
        boolean vendor = guide.workspace().vendorCopy().isPresent();
        return new EmptyState(
                "fth-help-circle",
                desk.texts().live("delivery.questions.none"),
                desk.texts().live(vendor ? "delivery.questions.none.vendor" : "delivery.questions.none.why"));
    }

    /** There are questions, but none that is looked for. */
    private Node nothingFits() {
        Button all = desk.texts().on(new Button(), "delivery.questions.show-all");
        all.setId("question-show-all");
        all.setOnAction(event -> model.showAll());
        return new EmptyState(
                "fth-search",
                desk.texts()
                        .live(
                                "delivery.questions.no-match",
                                "count",
                                model.shownProperty().map(shown -> shown.all().size())),
                desk.texts().live("delivery.questions.no-match.why"),
                all);
    }

    private BooleanBinding answered() {
        return Bindings.createBooleanBinding(
                () -> model.chosenProperty()
                        .get()
                        .filter(question -> question.state() == QuestionState.ANSWERED)
                        .isPresent(),
                model.chosenProperty());
    }

    /** The draft of the guide gets a rule that says what was answered. */
    private void makeRule() {
        model.chosenProperty()
                .get()
                .ifPresent(question ->
                        guide.turnTo("draft", Destination.of("guide").query(DraftPage.OF_QUESTION + question.id())));
    }

    /** The region that was asked about is offered as an example, of its rule where the question names one. */
    private void makeExample() {
        model.chosenProperty().get().ifPresent(question -> {
            model.inGuide();
            Destination place = Destination.of("guide")
                    .page(question.pageId())
                    .region(question.regionId().orElse(""));
            guide.turnTo("draft", question.rule().map(place::query).orElse(place));
        });
    }

    private String standing(Question question) {
        String who = question.askedBy().isEmpty() ? desk.texts().text("delivery.question.other") : question.askedBy();
        String about = question.rule().map(rule -> " · " + rule).orElse("");
        return desk.texts().text("delivery.question." + question.state().word()) + about + " · " + who + " · "
                + desk.texts().numbers().ago(question.askedAt(), Instant.now(), ZoneId.systemDefault());
    }

    private void render() {
        if (model.askingProperty().get().isPresent()) {
            ask(model.askingProperty().get().get());
        } else if (model.chosenProperty().get().isPresent()) {
            thread(model.chosenProperty().get().get());
        } else {
            node.work(
                    ListAndWork.line(desk.texts().text("delivery.question.none"), "section-title"),
                    ListAndWork.line(desk.texts().text("delivery.question.none.why"), "text-muted"));
        }
    }

    private void ask(Asking.About about) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(ListAndWork.line(desk.texts().text("delivery.question.new"), "page-title"));
        picture(about.crop().png()).ifPresent(nodes::add);
        if (!about.latex().isEmpty()) {
            nodes.add(ListAndWork.line(about.latex(), "mono"));
        }
        if (!written.equals(Optional.of(about))) { // else somebody comes back to what was typed
            text.clear();
            blocking.setSelected(false);
            written = Optional.of(about);
        }
        Button leave = desk.texts().on(new Button(), "delivery.question.leave");
        leave.setOnAction(event -> model.leave());
        nodes.addAll(List.of(text, blocking, similar, new HBox(8, ActionButton.next(desk, send), leave)));
        node.work(nodes.toArray(Node[]::new));
        text.requestFocus();
    }

    private void thread(Question question) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(ListAndWork.line(question.text(), "page-title"));
        nodes.add(ListAndWork.line(standing(question), "text-muted"));
        picture(question.crop().png()).ifPresent(nodes::add);
        if (!question.latex().isEmpty()) {
            nodes.add(ListAndWork.line(question.latex(), "mono"));
        }
        question.answer().ifPresent(answer -> {
            nodes.add(ListAndWork.line(answer.text(), "card", "question-answer"));
            nodes.add(ListAndWork.line(answer.person(), "text-muted"));
        });
        HBox buttons = new HBox(8);
        if (guide.workspace().vendorCopy().isEmpty()) {
            text.setText(question.answer().map(Question.Answer::text).orElse(""));
            nodes.add(text);
            buttons.getChildren()
                    .addAll(
                            ActionButton.next(desk, send),
                            ActionButton.of(desk, makeRule),
                            ActionButton.of(desk, makeExample));
        }
        question.regionId().filter(id -> !question.pageId().isEmpty()).ifPresent(region -> {
            Button open = desk.texts().on(new Button(), "delivery.open-in-label");
            open.setOnAction(event -> guide.workspace()
                    .go(Destination.of("label").page(question.pageId()).region(region)));
            buttons.getChildren().add(open);
        });
        nodes.add(buttons);
        node.work(nodes.toArray(Node[]::new));
    }

    private Optional<Node> picture(byte[] png) {
        if (png.length == 0) {
            return Optional.empty();
        }
        Image image = new Image(new ByteArrayInputStream(png));
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setFitWidth(Math.min(WIDEST_CROP, image.getWidth()));
        view.getStyleClass().add("question-crop");
        return Optional.of(view);
    }

    private void send() {
        if (model.askingProperty().get().isPresent()) {
            model.ask(text.getText(), blocking.isSelected());
        } else {
            model.answer(text.getText());
        }
    }

    @Override
    public String id() {
        return "questions";
    }

    @Override
    public String icon() {
        return "fth-help-circle";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Action> actions() {
        List<Action> actions = new ArrayList<>(List.of(send, find));
        actions.addAll(similar.actions());
        if (guide.workspace().vendorCopy().isEmpty()) {
            actions.addAll(List.of(makeRule, makeExample, inGuide));
        }
        return actions;
    }

    @Override
    public ObservableValue<String> badge() {
        return model.shownProperty()
                .map(shown -> shown.figures().open() == 0
                        ? ""
                        : Integer.toString(shown.figures().open()));
    }

    @Override
    public ObservableValue<String> remark() {
        return Bindings.createStringBinding(
                () -> model.shownProperty()
                        .get()
                        .figures()
                        .medianToAnswer()
                        .map(time -> desk.texts()
                                .text(
                                        "delivery.question.median",
                                        "time",
                                        desk.texts().numbers().duration(time)))
                        .orElse(""),
                model.shownProperty(),
                desk.texts().wordsProperty());
    }

    @Override
    public void shown() {
        model.refresh();
        if (model.askingProperty().get().isEmpty()) {
            list.requestFocus();
        } else {
            text.requestFocus();
        }
    }

    /** A place with a page or region begins a question about it. */
    @Override
    public void go(Destination destination) {
        if (destination.page().isPresent() || destination.region().isPresent()) {
            model.begin(destination.page().orElse(""), destination.region());
        }
    }
}
