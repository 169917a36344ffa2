package sigmark.app.main;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.Icons;
import sigmark.app.base.key.Action;
import sigmark.app.base.settings.RecentProject;

/** The first screen: go on where you stopped, recent projects, and the ways to start. */
final class StartPage extends ScrollPane {
    private static final double WIDTH = 1120;

    private final Desk desk;
    private final ShellModel shell;
    private final StartModel model;
    private final VBox continued = new VBox();

    StartPage(Desk desk, ShellModel shell, StartModel model, StartForms forms, List<Action> actions) {
        this.desk = desk;
        this.shell = shell;
        this.model = model;
        setId("start-page");
        getStyleClass().add("start-page");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        GridPane columns = new GridPane();
        columns.setHgap(36);
        ColumnConstraints left = new ColumnConstraints();
        left.setPercentWidth(65);
        ColumnConstraints right = new ColumnConstraints();
        right.setPercentWidth(35);
        columns.getColumnConstraints().addAll(left, right);
        columns.addRow(0, left(forms), new StartChoices(desk, model, forms, actions));
        VBox content = new VBox(32, title(), columns);
        content.getStyleClass().add("start-content");
        content.setMaxWidth(WIDTH + 64);
        StackPane middle = new StackPane(content);
        middle.setAlignment(Pos.TOP_CENTER);
        middle.getStyleClass().add("start-page");
        setContent(middle);
        model.rowsProperty().subscribe(rows -> fillContinued());
        desk.texts().wordsProperty().subscribe(words -> fillContinued());
    }

    private Node title() {
        Label title = desk.texts().on(new Label(), "start.title");
        title.getStyleClass().add("start-title");
        Label lead = desk.texts().on(new Label(), "start.lead");
        lead.getStyleClass().add("start-lead");
        return new VBox(6, title, lead);
    }

    private Node left(StartForms forms) {
        Label heading = desk.texts().on(new Label(), "start.recent");
        heading.getStyleClass().add("section-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        TextField filter = desk.texts().prompt(new TextField(), "start.filter");
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.setPrefWidth(210);
        HBox head = new HBox(8, heading, space, filter);
        head.setAlignment(Pos.CENTER_LEFT);
        head.visibleProperty().bind(model.rowsProperty().map(rows -> !rows.isEmpty()));
        head.managedProperty().bind(head.visibleProperty());
        Label hint = desk.texts().on(new Label(), "start.one-folder");
        hint.setGraphic(Icons.of("fth-info", 13));
        hint.getStyleClass().add("text-muted");
        hint.setWrapText(true);
        VBox left =
                new VBox(16, forms.nameCard(), continued, new VBox(10, head, new RecentList(desk, shell, model)), hint);
        left.setMinWidth(0);
        return left;
    }

    private void fillContinued() {
        Optional<RecentProject> last = model.continued();
        continued.setManaged(last.isPresent());
        continued.setVisible(last.isPresent());
        last.ifPresent(project -> continued.getChildren().setAll(continueCard(project)));
    }

    private Node continueCard(RecentProject project) {
        Label small = new Label(desk.texts().text("start.continue.hint"));
        small.getStyleClass().add("text-caption");
        boolean somewhere = !project.place().pageName().isEmpty();
        Label name =
                new Label(somewhere ? project.name() + " · " + project.place().pageName() : project.name());
        name.getStyleClass().add("row-title");
        Label detail = new Label(desk.texts().text("start.progress", "done", project.done(), "pages", project.pages()));
        detail.getStyleClass().add("text-muted");
        VBox words = new VBox(2, small, name, detail);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Action action = Action.of("start.continue", "start", () -> shell.resume(project))
                .withKeys("Enter");
        Button go = ActionButton.next(desk, action);
        go.setId("continue-button");
        go.setDefaultButton(true);
        go.setMinWidth(Region.USE_PREF_SIZE);
        StackPane tile = new StackPane(Icons.normal("fth-edit-3"));
        tile.getStyleClass().add("icon-tile");
        HBox card = new HBox(16, tile, words, go);
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().add("card");
        card.setMinHeight(80);
        return card;
    }
}
