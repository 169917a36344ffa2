package sigmark.app.guide.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.Segments;
import sigmark.app.base.key.Action;
import sigmark.app.guide.GuideDesk;
import sigmark.app.guide.GuidePage;
import sigmark.app.rule.MarkdownView;
import sigmark.app.rule.RuleDesk;
import sigmark.app.rule.RuleView;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.guide.GuideRule;
import sigmark.labeling.guide.GuideWords;
import sigmark.labeling.guide.RuleWords;
import sigmark.labeling.guide.draft.DraftEdit;
import sigmark.labeling.guide.example.ExampleGallery;
import sigmark.labeling.guide.example.RuleTrial;
import sigmark.labeling.review.RegionExample;
import sigmark.labeling.store.delivery.QuestionStore;

/** The next guide being written: its parts on the left, the editor in the middle, what vendors will see on the right. */
public final class DraftPage implements GuidePage {
    private static final String SCOPE = "guide.draft";
    /** Before a question's id, as a place of this page. */
    public static final String OF_QUESTION = "question:";

    private final GuideDesk guide;
    private final Desk desk;
    private final RuleDesk rules;
    private final DraftModel model;
    private final BorderPane node = new BorderPane();
    private final ListView<DraftRow> list = new ListView<>();
    private final VBox editor = new VBox(12);
    private final VBox preview = new VBox(12);
    private final Segments<String> language;
    private final PublishBar publishing;
    private final List<Action> actions;
    private DraftRow row = new DraftRow(-1, "", "");
    private Optional<RuleEditor> ruleEditor = Optional.empty();
    private Optional<GuideExample> offered = Optional.empty();
    private Optional<String> wanted = Optional.empty();
    private Optional<Runnable> afterRead = Optional.empty();
    private boolean following;

    public DraftPage(GuideDesk guide) {
        this.guide = guide;
        desk = guide.desk();
        rules = new RuleDesk(desk, guide.pictures(), new ExampleGallery());
        model = new DraftModel(guide.workspace(), rules);
        language = new Segments<>(
                List.of("en", "ko"), rules.language(), code -> desk.texts().live("guide.draft.language." + code));
        language.setId("draft-language");
        Action publish = Action.of("guide.publish", SCOPE, this::publish)
                .withKeys("Ctrl+Enter")
                .withIcon("fth-upload")
                .evenInText()
                .when(Bindings.createBooleanBinding(
                        () -> model.changedProperty().get()
                                && model.readProperty()
                                        .get()
                                        .reading()
                                        .problems()
                                        .isEmpty(),
                        model.changedProperty(),
                        model.readProperty()));
        Action add = Action.of("guide.new-rule", SCOPE, () -> newRule("", ""))
                .withKeys("N")
                .withIcon("fth-plus");
        Action remove = Action.of("guide.remove-rule", SCOPE, this::removeRule)
                .withIcon("fth-trash-2")
                .when(Bindings.createBooleanBinding(
                        () -> model.chosenProperty().get().isPresent(), model.chosenProperty()));
        Action takeBack = Action.of("guide.draft-take-back", SCOPE, this::takeBack)
                .withIcon("fth-corner-up-left")
                .when(model.canTakeBackProperty());
        Action discard = Action.of("guide.draft-discard", SCOPE, this::discard)
                .withIcon("fth-x")
                .when(model.changedProperty());
        Action compare = Action.of("guide.draft-compare", SCOPE, () -> guide.turnTo("versions"))
                .withKeys("C")
                .withIcon("fth-columns");
        actions = List.of(publish, add, remove, compare, takeBack, discard);
        publishing = new PublishBar(desk, model, publish);
        node.setId("draft-page");
        node.setTop(toolbar(compare, takeBack, discard));
        node.setLeft(left(add, remove));
        node.setCenter(center());
        language.valueProperty().addListener((property, old, now) -> rebuild());
        model.readProperty().addListener((property, old, now) -> followed());
        model.trialProperty().addListener((property, old, now) -> {
            ruleEditor.ifPresent(open -> open.mark(now.map(RuleTrial::broken).orElse(List.of())));
            preview();
        });
    }

    private Node toolbar(Action compare, Action takeBack, Action discard) {
        Label title = new Label();
        title.setId("draft-state");
        title.getStyleClass().add("section-title");
        title.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> desk.texts()
                                .text(
                                        model.changedProperty().get() ? "guide.draft.of" : "guide.draft.none",
                                        "next",
                                        model.readProperty().get().version() + 1,
                                        "version",
                                        model.readProperty().get().version()),
                        model.readProperty(),
                        model.changedProperty(),
                        desk.texts().wordsProperty()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(
                8,
                title,
                space,
                language,
                ActionButton.flat(desk, takeBack),
                ActionButton.flat(desk, discard),
                ActionButton.flat(desk, compare));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("guide-toolbar");
        return bar;
    }

    private Node left(Action add, Action remove) {
        list.setId("draft-list");
        list.setCellFactory(view -> new DraftCell());
        list.getStyleClass().add("quiet-list");
        desk.texts().name(list, "guide.draft.parts");
        list.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            if (!following && now != null) {
                open(now);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox buttons = new HBox(6, ActionButton.flat(desk, add), ActionButton.icon(desk, remove));
        buttons.getStyleClass().add("guide-foot");
        VBox left = new VBox(list, buttons);
        left.getStyleClass().addAll("pane", "pane-left", "guide-left");
        return left;
    }

    private Node center() {
        ScrollPane writing = scroll(editor);
        ScrollPane seen = scroll(preview);
        seen.setId("draft-preview");
        preview.accessibleTextProperty().bind(desk.texts().live("guide.draft.preview"));
        HBox both = new HBox(writing, seen);
        for (ScrollPane each : List.of(writing, seen)) {
            HBox.setHgrow(each, Priority.ALWAYS);
            each.setPrefWidth(400);
            each.setMinWidth(260);
        }
        VBox.setVgrow(both, Priority.ALWAYS);
        return new VBox(both, publishing);
    }

    private static ScrollPane scroll(VBox content) {
        content.getStyleClass().add("draft-column");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private Guide draft() {
        return model.readProperty().get().guide();
    }

    private GuideWords words() {
        return draft().in(language.value());
    }

    private Optional<GuideRule> rule() {
        return draft().rule(row.rule());
    }

    private void open(DraftRow chosen) {
        row = chosen;
        model.choose(chosen.isRule() ? Optional.of(chosen.rule()) : Optional.empty());
        rebuild();
    }

    /** The draft was read again: the list and the preview follow, and the editor where nobody types. */
    private void followed() {
        fill();
        Optional<Runnable> waiting = afterRead;
        afterRead = Optional.empty();
        waiting.ifPresent(Runnable::run);
        wanted.filter(id -> draft().rule(id).isPresent()).ifPresent(id -> {
            wanted = Optional.empty();
            DraftRow.of(words()).stream()
                    .filter(each -> each.rule().equals(id))
                    .findFirst()
                    .ifPresent(this::open);
        });
        if (editor.getChildren().isEmpty() || (row.isRule() && ruleEditor.isEmpty())) {
            rebuild();
        } else {
            rule().ifPresent(rule -> ruleEditor.ifPresent(open -> open.follow(rule)));
            preview();
        }
    }

    private void fill() {
        following = true;
        List<DraftRow> rows = DraftRow.of(words());
        list.getItems().setAll(rows);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).sameAs(row)) {
                list.getSelectionModel().select(i);
            }
        }
        following = false;
    }

    private void rebuild() {
        editor.getChildren().clear();
        ruleEditor = Optional.empty();
        if (offered.isPresent()) {
            editor.getChildren()
                    .add(
                            row.isRule()
                                    ? new RegionOffer(
                                            rules, model, offered.get(), language.value(), this::withdrawOffer)
                                    : hint("guide.draft.offer.choose"));
        }
        if (row.isRule()) {
            rule().ifPresent(rule -> {
                RuleEditor made = new RuleEditor(desk, model, words(), rule);
                ruleEditor = Optional.of(made);
                editor.getChildren().add(made);
            });
        } else if (row.section() < words().sections().size()) {
            editor.getChildren().add(new ChapterEditor(desk, model, words(), row.section()));
        }
        fill();
        preview();
    }

    private Label hint(String key) {
        Label label = desk.texts().on(new Label(), key);
        label.setWrapText(true);
        label.getStyleClass().add("card");
        return label;
    }

    private void withdrawOffer() {
        offered = Optional.empty();
        rebuild();
    }

    private void preview() {
        if (row.isRule()) {
            rule().ifPresent(rule -> {
                RuleView view = new RuleView(rules);
                view.show(rule, words().rule(rule.id()), model.trialProperty().get(), 1);
                preview.getChildren().setAll(view);
            });
            return;
        }
        boolean introduction = row.section() < 0;
        if (!introduction && row.section() >= words().sections().size()) {
            return;
        }
        Label title = new Label(
                introduction
                        ? words().title()
                        : words().sections().get(row.section()).title());
        title.getStyleClass().add("page-title");
        title.setWrapText(true);
        MarkdownView text = new MarkdownView(rules.pictures());
        text.show(
                introduction
                        ? words().introduction()
                        : words().sections().get(row.section()).markdown());
        preview.getChildren().setAll(title, text);
    }

    private void newRule(String title, String text) {
        int section = Math.max(0, row.section());
        if (section >= words().sections().size()) {
            return;
        }
        String id = DraftEdit.freeId(draft(), words().sections().get(section).ruleIds());
        String named = title.isEmpty() ? desk.texts().text("guide.draft.new-title") : title;
        wanted = Optional.of(id);
        Guide now = draft();
        model.change(source -> DraftEdit.addRule(source, now, section, id, new RuleWords(named, text)));
    }

    private void removeRule() {
        model.chosenProperty().get().ifPresent(id -> {
            DraftRow section = new DraftRow(row.section(), "", "");
            model.change(source -> DraftEdit.removeRule(source, id));
            open(section);
        });
    }

    private void takeBack() {
        ruleEditor = Optional.empty();
        editor.getChildren().clear();
        model.takeBack();
    }

    private void discard() {
        ruleEditor = Optional.empty();
        editor.getChildren().clear();
        model.discard();
    }

    private void publish() {
        model.publish(publishing.note(), () -> {
            publishing.clear();
            guide.turnTo("versions");
        });
    }

    /** A region's id offers it as an example; a rule's id opens it; a question becomes a rule. */
    @Override
    public void go(Destination destination) {
        destination.region().ifPresent(region -> desk.jobs()
                .load(
                        () -> RegionExample.of(guide.store(), region, "X-1", true, Map.of()),
                        found -> {
                            offered = Optional.of(found);
                            rebuild();
                        },
                        desk.notices()::problem));
        destination.query().ifPresent(place -> {
            if (place.startsWith(OF_QUESTION)) {
                ofQuestion(place.substring(OF_QUESTION.length()));
            } else {
                wanted = Optional.of(place);
                followed();
            }
        });
    }

    private void whenRead(Runnable action) {
        if (model.readProperty().get().version() >= 0) {
            action.run();
        } else {
            afterRead = Optional.of(action);
        }
    }

    private void ofQuestion(String id) {
        QuestionStore questions = new QuestionStore(guide.store());
        desk.jobs()
                .load(
                        () -> questions.inGuide(id, guide.store().info().guideVersion() + 1),
                        question -> whenRead(() -> newRule(
                                question.text().lines().findFirst().orElse(""),
                                question.answer().map(answer -> answer.text()).orElse(""))),
                        desk.notices()::problem);
    }

    @Override
    public String id() {
        return "draft";
    }

    @Override
    public String icon() {
        return "fth-edit-2";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public ObservableValue<String> place() {
        return model.chosenProperty().map(id -> id.orElse(""));
    }

    @Override
    public void shown() {
        model.refresh();
        desk.jobs().onWindow(list::requestFocus);
    }
}
