package sigmark.app.guide.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.base.control.EmptyState;
import sigmark.app.base.control.WordCell;
import sigmark.app.base.key.Action;
import sigmark.app.guide.GuideDesk;
import sigmark.app.guide.GuidePage;
import sigmark.app.rule.RuleDesk;
import sigmark.app.rule.RuleView;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideDiff;
import sigmark.labeling.guide.GuideReader;
import sigmark.labeling.guide.GuideVersion;
import sigmark.labeling.guide.RuleChange;
import sigmark.labeling.guide.RuleWords;
import sigmark.labeling.guide.example.ExampleGallery;
import sigmark.labeling.store.guide.GuideStore;

/** Two versions of the guide side by side, rule by rule, and the labels that the newer one touches. */
public final class VersionsPage implements GuidePage {
    private static final String SCOPE = "guide.versions";

    private final Desk desk;
    private final RuleDesk rules;
    private final GuideStore guides;
    private final Jobs.Latest reads;
    private final ComboBox<Edition> older = new ComboBox<>();
    private final ComboBox<Edition> newer = new ComboBox<>();
    private final ListView<RuleChange> list = new ListView<>();
    private final VBox left = new VBox(10);
    private final VBox right = new VBox(10);
    private final TextFlow words = new TextFlow();
    private final Label note = new Label();
    private final ImpactPane impact;
    private final BorderPane node = new BorderPane();
    private final List<Action> actions;
    private int inForce;
    private boolean filling;

    /**
     * A guide that can be compared.
     *
     * @param number 0 for no guide at all; the draft has the number that it would get
     */
    private record Edition(int number, boolean draft, Guide guide, String note, String person) {}

    public VersionsPage(GuideDesk guide) {
        desk = guide.desk();
        rules = new RuleDesk(desk, guide.pictures(), new ExampleGallery());
        guides = new GuideStore(guide.store());
        reads = desk.jobs().latest();
        impact = new ImpactPane(guide.workspace());
        actions = List.of(
                Action.of("guide.next-change", SCOPE, () -> step(1)).withKeys("J"),
                Action.of("guide.previous-change", SCOPE, () -> step(-1)).withKeys("K"));
        node.setId("versions-page");
        node.setTop(toolbar());
        node.setLeft(changes());
        node.setCenter(center());
        list.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> show());
        desk.texts().wordsProperty().addListener((property, old, now) -> {
            list.refresh();
            compare();
        });
    }

    private Node toolbar() {
        for (ComboBox<Edition> each : List.of(older, newer)) {
            WordCell.on(each, desk, this::name);
            each.valueProperty().addListener((property, old, now) -> {
                if (!filling) {
                    compare();
                }
            });
        }
        older.setId("versions-older");
        newer.setId("versions-newer");
        desk.texts().name(older, "guide.versions.older");
        desk.texts().name(newer, "guide.versions.newer");
        note.getStyleClass().add("text-muted");
        note.setMinWidth(0);
        HBox bar = new HBox(8, older, new Label("→"), newer, note);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("guide-toolbar");
        return bar;
    }

    private Node changes() {
        list.setId("change-list");
        desk.texts().name(list, "guide.versions.changes");
        list.getStyleClass().add("quiet-list");
        list.setCellFactory(view -> new ChangeCell());
        list.setPlaceholder(new EmptyState(
                "fth-check-circle",
                desk.texts().live("guide.versions.same"),
                desk.texts().live("guide.versions.same.why")));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox pane = new VBox(list);
        pane.getStyleClass().addAll("pane", "pane-left", "guide-left");
        return pane;
    }

    private final class ChangeCell extends ListCell<RuleChange> {
        @Override
        protected void updateItem(RuleChange change, boolean empty) {
            super.updateItem(change, empty);
            setText(empty || change == null ? null : line(change));
        }
    }

    private Node center() {
        words.setId("word-diff");
        words.getStyleClass().add("word-diff");
        HBox both = new HBox(column(left), column(right));
        VBox.setVgrow(both, Priority.ALWAYS);
        return new VBox(words, both, impact);
    }

    private static ScrollPane column(VBox content) {
        content.getStyleClass().add("draft-column");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefWidth(400);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private String name(Edition edition) {
        if (edition.number() == 0) {
            return desk.texts().text("guide.versions.nothing");
        }
        return edition.draft()
                ? desk.texts().text("guide.versions.draft", "next", edition.number())
                : desk.texts().text("guide.version", "version", edition.number());
    }

    private String line(RuleChange change) {
        String parts = change.parts().stream()
                .sorted()
                .map(part -> desk.texts().text("guide.change." + part.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
        String kind = desk.texts().text("guide.change." + change.kind().name().toLowerCase(Locale.ROOT));
        return change.ruleId() + "   " + (parts.isEmpty() ? kind : parts);
    }

    private void fill(List<Edition> all) {
        filling = true;
        older.getItems().setAll(all);
        newer.getItems().setAll(all);
        newer.setValue(all.get(0));
        older.setValue(all.get(Math.min(1, all.size() - 1)));
        filling = false;
        compare();
    }

    private void compare() {
        Edition from = older.getValue();
        Edition to = newer.getValue();
        if (from == null || to == null) {
            return;
        }
        list.getItems().setAll(GuideDiff.between(from.guide(), to.guide()));
        note.setText(to.person().isEmpty() ? "" : to.person() + (to.note().isEmpty() ? "" : ": " + to.note()));
        impact.of(to.guide(), to.number(), !to.draft() && to.number() == inForce);
        if (list.getItems().isEmpty()) {
            show();
        } else {
            list.getSelectionModel().select(0);
        }
    }

    private void step(int places) {
        int at = list.getSelectionModel().getSelectedIndex() + places;
        if (at >= 0 && at < list.getItems().size()) {
            list.getSelectionModel().select(at);
            list.scrollTo(Math.max(0, at - 3));
        }
    }

    private void show() {
        RuleChange change = list.getSelectionModel().getSelectedItem();
        left.getChildren().clear();
        right.getChildren().clear();
        words.getChildren().clear();
        words.setVisible(change != null);
        words.setManaged(change != null);
        if (change == null) {
            return;
        }
        side(left, older.getValue(), change.ruleId());
        side(right, newer.getValue(), change.ruleId());
        for (WordDiff.Piece piece :
                WordDiff.of(text(older.getValue(), change.ruleId()), text(newer.getValue(), change.ruleId()))) {
            Text part = new Text(piece.text());
            part.getStyleClass()
                    .addAll("markdown-text", "diff-" + piece.kind().name().toLowerCase(Locale.ROOT));
            part.setStrikethrough(piece.kind() == WordDiff.Kind.GONE);
            part.setUnderline(piece.kind() == WordDiff.Kind.NEW);
            words.getChildren().add(part);
        }
    }

    private String text(Edition edition, String id) {
        RuleWords of = edition.guide().in(rules.language()).rule(id);
        return edition.guide().rule(id).isEmpty() ? "" : of.title() + ". " + of.markdown();
    }

    private void side(VBox side, Edition edition, String id) {
        Label name = new Label(name(edition));
        name.getStyleClass().add("field-name");
        side.getChildren().add(name);
        edition.guide()
                .rule(id)
                .ifPresentOrElse(
                        rule -> {
                            RuleView view = new RuleView(rules);
                            view.show(rule, edition.guide().in(rules.language()).rule(id), Optional.empty(), 1);
                            side.getChildren().add(view);
                        },
                        () -> side.getChildren().add(desk.texts().on(new Label(), "guide.versions.not-there")));
    }

    private List<Edition> read() {
        List<GuideVersion> versions = guides.versions();
        int current = guides.current().map(GuideVersion::version).orElse(0);
        List<Edition> all = new ArrayList<>();
        guides.draft()
                .ifPresent(draft -> all.add(new Edition(
                        current + 1, true, GuideReader.read(draft.source()).guide(), "", "")));
        for (GuideVersion version : versions) {
            all.add(new Edition(
                    version.version(),
                    false,
                    GuideReader.read(version.source()).guide(),
                    version.note(),
                    version.person()));
        }
        all.add(new Edition(0, false, Guide.EMPTY, "", ""));
        return all;
    }

    @Override
    public String id() {
        return "versions";
    }

    @Override
    public String icon() {
        return "fth-columns";
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
    public ObservableValue<String> remark() {
        return note.textProperty();
    }

    @Override
    public void shown() {
        reads.load(
                this::read,
                all -> {
                    inForce = all.stream()
                            .filter(each -> !each.draft())
                            .mapToInt(Edition::number)
                            .max()
                            .orElse(0);
                    fill(all);
                },
                desk.notices()::problem);
        desk.jobs().onWindow(list::requestFocus);
    }
}
