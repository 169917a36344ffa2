package sigmark.app.guide.draft;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.Workspace;
import sigmark.app.base.words.Message;
import sigmark.app.work.Keys;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.packing.Rework;
import sigmark.labeling.review.LabelReview;
import sigmark.labeling.review.ReviewOutcome;
import sigmark.labeling.review.ReviewedRegion;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/** Labels made under older guides that a newer one touches: found, listed, opened in Label, sent out by labeler. */
final class ImpactPane extends VBox {
    private final Workspace workspace;
    private final Desk desk;
    private final Label said = new Label();
    private final ListView<ReviewedRegion> list = new ListView<>();
    private final FlowPane packages = new FlowPane(8, 8);
    private Optional<ReviewOutcome> found = Optional.empty();
    private Guide guide = Guide.EMPTY;
    private int version;
    private boolean inForce;

    ImpactPane(Workspace workspace) {
        super(8);
        this.workspace = workspace;
        desk = workspace.desk();
        setId("impact");
        getStyleClass().addAll("card", "impact");
        said.setId("impact-said");
        said.setWrapText(true);
        list.setId("impact-list");
        list.setPrefHeight(132);
        list.getStyleClass().add("quiet-list");
        desk.texts().name(list, "guide.impact.list");
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == javafx.scene.input.KeyCode.SPACE) {
                open();
            }
        });
        Button find = desk.texts().on(new Button(), "guide.impact.find");
        find.setId("impact-find");
        find.setMinWidth(USE_PREF_SIZE);
        find.setOnAction(event -> find());
        Label title = desk.texts().on(new Label(), "guide.impact.title");
        title.getStyleClass().add("row-title");
        HBox head = new HBox(12, title, find);
        head.setAlignment(Pos.CENTER_LEFT);
        list.managedProperty().bind(list.visibleProperty());
        getChildren().addAll(head, said, list, packages);
        desk.texts().wordsProperty().addListener((property, old, now) -> show());
        show();
    }

    /** Another pair of guides is compared: what was found before is of no use. */
    void of(Guide newer, int number, boolean isInForce) {
        guide = newer;
        version = number;
        inForce = isInForce;
        found = Optional.empty();
        show();
    }

    private void find() {
        Guide asked = guide;
        int number = version;
        ProjectStore store = workspace.store();
        desk.jobs()
                .run(
                        Message.of("job.guide-impact"),
                        progress -> LabelReview.touchedBy(store, asked, number, SliceQuery.ALL, progress),
                        outcome -> {
                            if (number == version) {
                                found = Optional.of(outcome);
                                show();
                            }
                        },
                        desk.notices()::problem);
    }

    private void show() {
        packages.getChildren().clear();
        list.getItems().clear();
        list.setVisible(found.filter(outcome -> !outcome.broken().isEmpty()).isPresent());
        if (found.isEmpty()) {
            said.setText(desk.texts().text("guide.impact.why"));
            return;
        }
        ReviewOutcome outcome = found.get();
        Map<String, Integer> labelers = Rework.regionsByLabeler(outcome);
        long pages = outcome.broken().stream()
                .map(region -> region.page().id())
                .distinct()
                .count();
        String who = labelers.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
        said.setText(
                outcome.broken().isEmpty()
                        ? desk.texts().text("guide.impact.none", "looked", outcome.regions())
                        : desk.texts()
                                .text(
                                        "guide.impact.found",
                                        "regions",
                                        outcome.broken().size(),
                                        "pages",
                                        pages,
                                        "who",
                                        who));
        list.getItems().setAll(outcome.broken());
        if (inForce) {
            labelers.keySet().forEach(labeler -> packages.getChildren().add(send(outcome, labeler)));
        } else if (!outcome.broken().isEmpty()) {
            Label later = desk.texts().on(new Label(), "guide.impact.later");
            later.getStyleClass().add("text-muted");
            packages.getChildren().add(later);
        }
    }

    private Button send(ReviewOutcome outcome, String labeler) {
        Button button = desk.texts().on(new Button(), "guide.impact.package", "labeler", labeler);
        button.getStyleClass().add("impact-package");
        button.setOnAction(event -> write(outcome, labeler));
        return button;
    }

    private void write(ReviewOutcome outcome, String labeler) {
        ProjectStore store = workspace.store();
        String name = ("guide-" + version + "-" + labeler).replaceAll("[^\\p{L}\\p{N}._-]+", "_") + ".sigpack";
        Path file = store.files().folder().resolveSibling(name);
        desk.jobs()
                .run(
                        Message.of("job.package-out"),
                        progress -> Rework.send(
                                store, new Keys(workspace.keyFolder()).out(store), outcome, labeler, file, progress),
                        sent -> {
                            desk.notices().balance(Message.of("balance.package-out"), sent.balance());
                            desk.notices().toast(Message.of("guide.impact.written", "file", file.toString()));
                        },
                        desk.notices()::problem);
    }

    private void open() {
        ReviewedRegion region = list.getSelectionModel().getSelectedItem();
        if (region != null) {
            workspace.go(Destination.of("label")
                    .page(region.page().id())
                    .region(region.region().id()));
        }
    }

    private static final class Cell extends ListCell<ReviewedRegion> {
        @Override
        protected void updateItem(ReviewedRegion region, boolean empty) {
            super.updateItem(region, empty);
            setText(
                    empty || region == null
                            ? null
                            : "%s   %s   %s   guide %d"
                                    .formatted(
                                            region.page().name(),
                                            region.findings().stream()
                                                    .map(finding ->
                                                            finding.rule().id())
                                                    .distinct()
                                                    .collect(Collectors.joining(" ")),
                                            region.region().latex().orElse("–").replace('\n', ' '),
                                            region.region().provenance().guideVersion()));
        }
    }
}
