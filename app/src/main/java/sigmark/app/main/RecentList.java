package sigmark.app.main;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.EmptyState;
import sigmark.app.base.control.Icons;
import sigmark.app.base.settings.RecentProject;

/** Recent projects with their progress; one that is not there says why. */
final class RecentList extends VBox {
    private final Desk desk;
    private final ShellModel shell;
    private final StartModel model;

    RecentList(Desk desk, ShellModel shell, StartModel model) {
        this.desk = desk;
        this.shell = shell;
        this.model = model;
        getStyleClass().add("recent-list");
        model.shownProperty().subscribe(rows -> fill());
        desk.texts().wordsProperty().subscribe(words -> fill());
    }

    private void fill() {
        List<Node> rows = new ArrayList<>();
        for (StartModel.Row row : model.shownProperty().get()) {
            rows.add(row(row));
        }
        if (rows.isEmpty()) {
            boolean none = model.rowsProperty().get().isEmpty();
            rows.add(new EmptyState(
                    "fth-inbox",
                    desk.texts().live(none ? "start.none" : "start.none-fits"),
                    desk.texts().live(none ? "start.none-hint" : "start.none-fits-hint")));
        } else {
            rows.get(0).getStyleClass().add("first");
            rows.get(rows.size() - 1).getStyleClass().add("last");
        }
        getChildren().setAll(rows);
    }

    private Node row(StartModel.Row row) {
        RecentProject project = row.project();
        Button button = new Button();
        button.getStyleClass().setAll("button", "recent-row");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(project.name());
        HBox inside = new HBox(14, picture(row), words(row), progress(row), when(project));
        inside.setAlignment(Pos.CENTER_LEFT);
        inside.prefWidthProperty().bind(button.widthProperty().subtract(30));
        button.setGraphic(inside);
        button.setOnAction(event -> shell.resume(project));
        MenuItem forget = new MenuItem(desk.texts().text("start.forget"));
        forget.setOnAction(event -> desk.settings().change(preferences -> preferences.withoutRecent(project.folder())));
        button.setContextMenu(new ContextMenu(forget));
        return button;
    }

    private static Node picture(StartModel.Row row) {
        StackPane frame = new StackPane(Icons.normal(row.missing().isPresent() ? "fth-hard-drive" : "fth-file-text"));
        frame.getStyleClass().add("thumbnail-frame");
        return frame;
    }

    private Node words(StartModel.Row row) {
        Label name = new Label(row.project().name());
        name.getStyleClass().add("row-title");
        Label below = new Label();
        below.getStyleClass().add("text-muted");
        row.missing()
                .ifPresentOrElse(
                        why -> {
                            below.setText(desk.texts().text(why));
                            below.setGraphic(Icons.of("fth-alert-triangle", 12));
                            below.getStyleClass().add("warning");
                            name.setOpacity(0.8);
                        },
                        () -> below.setText(model.shortened(row.project().folder())));
        VBox words = new VBox(2, name, below);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    private Node progress(StartModel.Row row) {
        VBox box = new VBox(5);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(156);
        box.setPrefWidth(156);
        RecentProject project = row.project();
        if (row.missing().isPresent()) {
            return box;
        }
        double share = project.pages() == 0 ? 0 : (double) project.done() / project.pages();
        Label counts = new Label(desk.texts().text("start.progress", "done", project.done(), "pages", project.pages()));
        counts.getStyleClass().add("text-caption");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label percent =
                new Label(project.pages() == 0 ? "" : desk.texts().numbers().wholePercent(share));
        percent.getStyleClass().add("text-caption");
        ProgressBar bar = new ProgressBar(share);
        bar.setMaxWidth(Double.MAX_VALUE);
        box.getChildren().setAll(new HBox(counts, space, percent), bar);
        return box;
    }

    private Node when(RecentProject project) {
        Label when = new Label(desk.texts().numbers().ago(project.openedAt(), Instant.now(), ZoneId.systemDefault()));
        when.getStyleClass().add("text-muted");
        when.setMinWidth(96);
        when.setAlignment(Pos.CENTER_RIGHT);
        return when;
    }
}
