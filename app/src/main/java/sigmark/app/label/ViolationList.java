package sigmark.app.label;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.Icons;
import sigmark.app.base.words.Words;
import sigmark.app.rule.MarkdownView;
import sigmark.app.rule.RuleDesk;
import sigmark.app.rule.RuleView;
import sigmark.app.rule.SeverityChip;
import sigmark.labeling.guide.Finding;
import sigmark.labeling.guide.GuideRule;
import sigmark.labeling.guide.GuideWords;
import sigmark.labeling.guide.RuleWords;
import sigmark.labeling.guide.check.Violation;

/**
 * What the region breaks, in the guide's own words: the first rule as a card with its fix, the others by their titles.
 * Examples open below. Style class {@code violations}.
 */
final class ViolationList extends VBox {
    private static final int MOST_OTHERS = 4;

    private final Desk desk;
    private final RegionChecks checks;
    private final RuleDesk rules;
    private final VBox card = new VBox(6);
    private final VBox others = new VBox(2);
    private final VBox blocked = new VBox(2);
    private final RuleView examples;
    private final ScrollPane examplesPane;
    private Optional<LabelActions> actions = Optional.empty();
    private Optional<Shown> shown = Optional.empty();
    private java.util.function.Consumer<String> go = id -> {};

    ViolationList(Desk desk, RegionChecks checks, RuleDesk rules) {
        super(8);
        this.desk = desk;
        this.checks = checks;
        this.rules = rules;
        getStyleClass().addAll("pane-section", "violations");
        setId("violations");
        examples = new RuleView(rules);
        examplesPane = new ScrollPane(examples);
        examplesPane.setFitToWidth(true);
        examplesPane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        examplesPane.setPrefHeight(300);
        examplesPane.setId("rule-examples");
        examplesPane.managedProperty().bind(examplesPane.visibleProperty());
        examplesPane.setVisible(false);
        card.getStyleClass().add("rule-card");
        card.setId("rule-card");
        blocked.getStyleClass().add("blocked-list");
        blocked.setId("blocked");
        for (Node each : List.of(card, others, blocked)) {
            each.managedProperty().bind(each.visibleProperty());
        }
        getChildren().addAll(blocked, card, others, examplesPane);
        managedProperty().bind(visibleProperty());
        checks.findingsProperty().addListener((property, old, now) -> show());
        checks.blockingProperty().addListener((property, old, now) -> show());
        checks.guide().property().addListener((property, old, now) -> show());
        desk.texts().wordsProperty().addListener((property, old, now) -> show());
        show();
    }

    void setActions(LabelActions made, java.util.function.Consumer<String> goToRegion) {
        actions = Optional.of(made);
        go = goToRegion;
        show();
    }

    private GuideWords words() {
        return checks.guide().get().guide().in(rules.language());
    }

    /** What is shown of findings; while that stays, typing makes no new nodes. */
    private record Shown(
            List<GuideRule> rules,
            Optional<String> found,
            boolean fixable,
            List<RegionChecks.Place> places,
            GuideWords words,
            Words language,
            boolean withActions) {}

    private void show() {
        List<Finding> found = checks.findingsProperty().get();
        List<RegionChecks.Place> places = checks.blockingProperty().get();
        Optional<Violation> first = found.stream().map(Finding::violation).findFirst();
        Shown next = new Shown(
                found.stream().map(Finding::rule).toList(),
                first.map(Violation::found),
                first.flatMap(Violation::fix).isPresent(),
                places,
                words(),
                desk.texts().words(),
                actions.isPresent());
        if (shown.filter(next::equals).isEmpty()) {
            shown = Optional.of(next);
            show(found, places);
        }
    }

    private void show(List<Finding> found, List<RegionChecks.Place> places) {
        setVisible(!found.isEmpty() || !places.isEmpty());
        blocked.setVisible(!places.isEmpty());
        blocked.getChildren().setAll(places.stream().map(this::place).toList());
        if (!places.isEmpty()) {
            Label title = desk.texts().on(new Label(), "label.blocked", "count", places.size());
            title.getStyleClass().addAll("section-name", "bad");
            blocked.getChildren().add(0, title);
        }
        card.setVisible(!found.isEmpty());
        others.setVisible(found.size() > 1);
        if (found.isEmpty()) {
            examplesPane.setVisible(false);
            return;
        }
        showFirst(found.get(0));
        others.getChildren()
                .setAll(found.stream()
                        .skip(1)
                        .limit(MOST_OTHERS)
                        .map(this::other)
                        .toList());
        if (examplesPane.isVisible()) {
            showExamples();
        }
    }

    private Node place(RegionChecks.Place place) {
        String id = place.finding().rule().id();
        Button row = new Button(desk.texts()
                        .text("label.region.of", "number", place.number(), "all", "–")
                        .replaceAll("\\s*/\\s*–", "")
                + "  " + id + "  " + plain(words().rule(id).title()));
        row.getStyleClass().setAll("button", "flat", "blocked-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setOnAction(event -> go.accept(place.regionId()));
        return row;
    }

    private void showFirst(Finding finding) {
        RuleWords words = words().rule(finding.rule().id());
        Label title = new Label(finding.rule().id() + "  " + plain(words.title()));
        title.getStyleClass().add("row-title");
        title.setWrapText(true);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(
                8, title, SeverityChip.bare(desk.texts(), finding.rule().severity()));
        head.setAlignment(Pos.TOP_LEFT);
        MarkdownView text = new MarkdownView(rules.pictures());
        text.show(words.markdown());
        Label found = new Label(finding.violation().found());
        found.getStyleClass().addAll("mono", "found");
        found.setVisible(!finding.violation().found().isEmpty());
        found.managedProperty().bind(found.visibleProperty());
        HBox keys = new HBox(6);
        actions.ifPresent(made -> {
            if (finding.violation().fix().isPresent()) {
                Button fix = ActionButton.of(desk, made.fix());
                fix.setId("fix");
                keys.getChildren().add(fix);
            }
            keys.getChildren().addAll(ActionButton.of(desk, made.examples()), ActionButton.icon(desk, made.dispute()));
            keys.getChildren().forEach(node -> node.setFocusTraversable(false));
        });
        keys.setAlignment(Pos.CENTER_LEFT);
        card.getChildren().setAll(head, text, found, keys);
    }

    private Node other(Finding finding) {
        Label title = new Label(finding.rule().id() + "  "
                + plain(words().rule(finding.rule().id()).title()));
        title.setGraphic(Icons.of("fth-alert-triangle", 12));
        title.setContentDisplay(ContentDisplay.LEFT);
        title.getStyleClass().add(finding.blocks() ? "bad" : "text-body-muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new HBox(title, space);
    }

    /** Opens or closes the examples of the first rule. */
    void toggleExamples() {
        boolean open =
                !examplesPane.isVisible() && !checks.findingsProperty().get().isEmpty();
        examplesPane.setVisible(open);
        if (open) {
            showExamples();
        }
    }

    private void showExamples() {
        Finding first = checks.findingsProperty().get().get(0);
        examples.show(first.rule(), words().rule(first.rule().id()), Optional.empty(), 1);
    }

    private static String plain(String title) {
        return title.replace("`", "");
    }
}
