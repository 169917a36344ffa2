package sigmark.app.guide;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.key.Action;
import sigmark.app.base.words.Message;
import sigmark.app.base.words.Words;
import sigmark.app.rule.GuideInForce;
import sigmark.app.rule.MarkdownView;
import sigmark.app.rule.RuleDesk;
import sigmark.app.rule.RuleView;
import sigmark.app.work.GuideFiles;
import sigmark.labeling.guide.GuideRule;
import sigmark.labeling.guide.GuideSection;
import sigmark.labeling.guide.GuideSource;
import sigmark.labeling.guide.GuideVersion;
import sigmark.labeling.guide.GuideWords;
import sigmark.labeling.guide.example.ExampleGallery;
import sigmark.labeling.store.guide.GuideStore;

/** The guide itself: its rules on the left, the text and examples of one in the middle. */
final class RulesPage implements GuidePage {
    private static final String SCOPE = "guide.rules";
    private static final double TWO_COLUMNS = 620;

    private final Desk desk;
    private final GuideInForce guide;
    private final RuleDesk rules;
    private final RulesViewModel model;
    private final BorderPane node = new BorderPane();
    private final ListView<RulesViewModel.Row> list = new ListView<>();
    private final TextField search = new TextField();
    private final VBox content = new VBox(14);
    private final ScrollPane scroll = new ScrollPane(content);
    private final List<Action> actions;
    private boolean following;
    private boolean closed;

    RulesPage(GuideDesk guideDesk) {
        desk = guideDesk.desk();
        guide = new GuideInForce(guideDesk.workspace());
        rules = new RuleDesk(desk, guideDesk.pictures(), new ExampleGallery());
        model = new RulesViewModel(guide, rules);
        Action next = Action.of("guide.next-rule", SCOPE, () -> model.step(1)).withKeys("J");
        Action previous =
                Action.of("guide.previous-rule", SCOPE, () -> model.step(-1)).withKeys("K");
        Action find = Action.of("guide.find-rule", SCOPE, search::requestFocus)
                .withIcon("fth-search")
                .withKeys("/");
        Action overview = Action.of("guide.overview", SCOPE, () -> model.choose(Optional.empty()))
                .withIcon("fth-home")
                .withKeys("Home");
        Action edit = Action.of("guide.edit-rule", SCOPE, () -> edit(guideDesk))
                .withIcon("fth-edit-2")
                .withKeys("E");
        boolean curator = guideDesk.workspace().vendorCopy().isEmpty();
        Action export =
                Action.of("guide.export", SCOPE, () -> export(guideDesk)).withIcon("fth-printer");
        actions = curator
                ? List.of(next, previous, edit, find, overview, export)
                : List.of(next, previous, find, overview, export);
        node.setId("rules-page");
        node.setLeft(left());
        node.setCenter(center(curator ? List.of(overview, export, edit) : List.of(overview, export)));
        model.chosenProperty().addListener((property, old, now) -> show());
        model.rowsProperty().addListener((property, old, now) -> fill());
        model.trialsProperty().addListener((property, old, now) -> {
            list.refresh();
            show();
        });
        scroll.widthProperty().addListener((property, old, now) -> {
            if (columns(old.doubleValue()) != columns(now.doubleValue())) {
                show();
            }
        });
    }

    private Node left() {
        desk.texts().prompt(search, "guide.find");
        search.textProperty().bindBidirectional(model.searchProperty());
        HBox top = new HBox(search);
        HBox.setHgrow(search, Priority.ALWAYS);
        top.getStyleClass().add("guide-search");
        list.setId("rule-list");
        list.setCellFactory(view -> new RuleCell(desk.texts(), model));
        list.getStyleClass().add("quiet-list");
        list.accessibleTextProperty().bind(desk.texts().live("guide.rules"));
        list.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            if (!following && now != null) {
                model.choose(now.rule().map(GuideRule::id));
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        Label foot = new Label();
        foot.setWrapText(true);
        foot.textProperty()
                .bind(Bindings.createStringBinding(
                        this::summary,
                        model.rowsProperty(),
                        model.trialsProperty(),
                        desk.texts().wordsProperty()));
        foot.getStyleClass().addAll("guide-foot", "text-muted");
        VBox left = new VBox(top, list, foot);
        left.getStyleClass().addAll("pane", "pane-left", "guide-left");
        return left;
    }

    private String summary() {
        return desk.texts()
                .text(
                        "guide.summary",
                        "rules",
                        model.guide().rules().size(),
                        "checked",
                        model.guide().executable(),
                        "broken",
                        model.brokenExamples());
    }

    /** Writes the guide beside the project, to read and to print, in the language of the moment. */
    private void export(GuideDesk guideDesk) {
        Words words = desk.texts().words();
        Path folder = guideDesk.store().files().folder();
        GuideStore guides = new GuideStore(guideDesk.store());
        desk.jobs()
                .run(
                        Message.of("job.guide-export"),
                        progress -> {
                            Optional<GuideVersion> version = guides.current();
                            String name = "guide-"
                                    + version.map(GuideVersion::version).orElse(0) + "-"
                                    + words.language().code();
                            GuideSource source = guides.sourceInForce();
                            GuideFiles.writeHtml(source, version, words, folder.resolve(name + ".html"));
                            Path pdf = folder.resolve(name + ".pdf");
                            GuideFiles.writePdf(source, version, words, pdf);
                            return pdf;
                        },
                        pdf -> desk.notices().toast(Message.of("guide.exported", "file", pdf.toString())),
                        desk.notices()::problem);
    }

    private void edit(GuideDesk guideDesk) {
        Destination place = Destination.of("guide");
        guideDesk.turnTo("draft", model.chosenProperty().get().map(place::query).orElse(place));
    }

    private Node center(List<Action> buttons) {
        Label version = new Label();
        version.setId("guide-version");
        version.getStyleClass().add("section-title");
        version.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> guide.get().version() <= 0
                                ? desk.texts().text("guide.shipped")
                                : desk.texts()
                                        .text(
                                                "guide.version",
                                                "version",
                                                guide.get().version()),
                        guide.property(),
                        desk.texts().wordsProperty()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(8, version, space);
        buttons.forEach(action -> bar.getChildren().add(ActionButton.flat(desk, action)));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("guide-toolbar");
        content.getStyleClass().add("guide-content");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setId("rule-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox center = new VBox(bar, scroll);
        center.getStyleClass().add("pane");
        return center;
    }

    private static int columns(double width) {
        return width > TWO_COLUMNS ? 2 : 1;
    }

    private void fill() {
        following = true;
        list.getItems().setAll(model.rowsProperty().get());
        following = false;
        show();
    }

    private void show() {
        if (closed) {
            return;
        }
        Optional<GuideRule> rule =
                model.chosenProperty().get().flatMap(id -> model.guide().rule(id));
        select(rule);
        if (rule.isPresent()) {
            RuleView view = new RuleView(rules);
            view.setId("rule-view");
            view.show(
                    rule.get(),
                    model.words().rule(rule.get().id()),
                    Optional.ofNullable(
                            model.trialsProperty().get().get(rule.get().id())),
                    columns(scroll.getWidth()));
            content.getChildren().setAll(view);
        } else {
            content.getChildren().setAll(overview());
        }
        scroll.setVvalue(0);
    }

    private void select(Optional<GuideRule> rule) {
        following = true;
        int at = -1;
        for (int i = 0; i < list.getItems().size(); i++) {
            at = rule.isPresent() && list.getItems().get(i).rule().equals(rule) ? i : at;
        }
        if (at < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != at) {
            list.getSelectionModel().select(at);
            list.scrollTo(Math.max(0, at - 3));
        }
        following = false;
    }

    private List<Node> overview() {
        GuideWords words = model.words();
        Label title = new Label(words.title());
        title.getStyleClass().add("page-title");
        VBox all = new VBox(14, title, markdown(words.introduction()));
        for (GuideSection section : words.sections()) {
            Label name = new Label(section.title());
            name.getStyleClass().add("section-title");
            all.getChildren().addAll(name, markdown(section.markdown()));
        }
        all.setMaxWidth(760);
        return List.of(all);
    }

    private Node markdown(String text) {
        MarkdownView view = new MarkdownView(rules.pictures());
        view.show(text);
        return view;
    }

    /** For tests and for pages that show rules. */
    RulesViewModel model() {
        return model;
    }

    @Override
    public String id() {
        return "rules";
    }

    @Override
    public String icon() {
        return "fth-book-open";
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
        guide.refresh();
        desk.jobs().onWindow(list::requestFocus);
    }

    @Override
    public void go(Destination destination) {
        model.choose(destination.query());
    }

    @Override
    public void close() {
        closed = true;
    }
}
