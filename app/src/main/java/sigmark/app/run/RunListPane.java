package sigmark.app.run;

import atlantafx.base.theme.Styles;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Chip;
import sigmark.app.base.control.EmptyState;
import sigmark.app.base.control.Icons;
import sigmark.labeling.project.StoredRun;

/** Queue above, finished runs below. */
final class RunListPane extends BorderPane {
    private static final double ROW = 52;

    private final Desk desk;
    private final RunViewModel model;
    private final VBox queue = new VBox();
    private final ListView<StoredRun> finished;

    RunListPane(Desk desk, RunViewModel model) {
        this.desk = desk;
        this.model = model;
        getStyleClass().addAll("pane", "pane-right", "run-list-pane");
        finished = new ListView<>(model.finished());
        finished.setId("finished-runs");
        finished.getStyleClass().add("quiet-list");
        finished.setFixedCellSize(ROW);
        finished.setCellFactory(view -> new RunCell());
        finished.setPlaceholder(new EmptyState(
                "fth-inbox", desk.texts().live("run.none"), desk.texts().live("run.none-hint")));
        finished.getSelectionModel().selectedItemProperty().addListener((property, old, run) -> {
            if (run != null) {
                model.showStored(run);
            }
        });
        VBox.setVgrow(finished, Priority.ALWAYS);
        VBox all = new VBox(header("run.queue"), queue, header("run.finished"), finished);
        setCenter(all);
        Label never = desk.texts().on(new Label(), "run.never-changes");
        never.setGraphic(Icons.of("fth-lock", 13));
        never.getStyleClass().add("text-muted");
        never.setWrapText(true);
        HBox foot = new HBox(never);
        foot.getStyleClass().add("pane-foot");
        setBottom(foot);
        model.queue().addListener((ListChangeListener<LiveRun>) change -> fillQueue());
        desk.texts().wordsProperty().subscribe(words -> {
            fillQueue();
            finished.refresh();
        });
    }

    /** How a run is called in lists and in the top bar. */
    static String title(Desk desk, RunViewModel.Shown shown) {
        return shown.stored()
                .map(run -> desk.texts().text("run.number", "id", run.id()) + " · " + run.pipeline())
                .orElseGet(() -> shown.live().map(LiveRun::title).orElse(""));
    }

    private Node header(String key) {
        Label title = desk.texts().on(new Label(), key);
        title.getStyleClass().add("pane-title");
        HBox header = new HBox(title);
        header.getStyleClass().add("pane-header");
        return header;
    }

    private void fillQueue() {
        List<Node> rows = new ArrayList<>();
        model.queue().forEach(run -> rows.add(row(run)));
        if (rows.isEmpty()) {
            Label empty = new Label(desk.texts().text("run.queue-empty"));
            empty.getStyleClass().add("text-muted");
            HBox row = new HBox(empty);
            row.getStyleClass().add("queue-row");
            rows.add(row);
        }
        queue.getChildren().setAll(rows);
    }

    private Node row(LiveRun run) {
        Label name = new Label(run.title());
        name.getStyleClass().add("row-title");
        Label what = new Label(desk.texts().text("run.count", "count", run.pages()));
        what.getStyleClass().add("text-muted");
        VBox words = new VBox(2, name, what);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button stop = new Button();
        stop.setGraphic(Icons.small("fth-x"));
        stop.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        stop.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        stop.setOnAction(event -> model.cancel(run));
        desk.texts().name(stop, "run.cancel");
        HBox row = new HBox(8, words, stop);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("queue-row");
        row.setOnMouseClicked(event -> model.showLive(run));
        return row;
    }

    private final class RunCell extends ListCell<StoredRun> {
        @Override
        protected void updateItem(StoredRun run, boolean empty) {
            super.updateItem(run, empty);
            setGraphic(empty || run == null ? null : row(run));
        }

        private Node row(StoredRun run) {
            Label name = new Label(desk.texts().text("run.number", "id", run.id()));
            name.getStyleClass().add("row-title");
            LocalDate day = run.startedAt().atZone(ZoneId.systemDefault()).toLocalDate();
            Label what = new Label(run.pipeline() + " · "
                    + desk.texts().text("run.count", "count", run.pages()) + " · "
                    + desk.texts().numbers().date(day, LocalDate.now(ZoneId.systemDefault())));
            what.getStyleClass().add("text-muted");
            VBox words = new VBox(2, name, what);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox row = new HBox(8, words);
            if (!run.finished()) {
                row.getChildren()
                        .add(new Chip(Chip.Tint.WARNING, "", desk.texts().live("run.state.cancelled")));
            } else if (run.failed() > 0) {
                row.getChildren()
                        .add(new Chip(Chip.Tint.BAD, "", desk.texts().live("run.failed-count", "count", run.failed())));
            }
            row.setAlignment(Pos.CENTER_LEFT);
            row.setMinWidth(0);
            row.setPrefWidth(Region.USE_COMPUTED_SIZE);
            return row;
        }
    }
}
