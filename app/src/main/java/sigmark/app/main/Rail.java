package sigmark.app.main;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.Workbench;
import sigmark.app.base.control.Icons;
import sigmark.app.base.key.Action;

/** The workbenches by icon and word, and settings and keys at the foot. */
final class Rail extends VBox {
    private final Desk desk;
    private final ShellModel shell;
    private final VBox benches = new VBox(4);

    Rail(Desk desk, ShellModel shell, Action settings, Action keys) {
        this.desk = desk;
        this.shell = shell;
        getStyleClass().add("rail");
        ToggleButton logo = new ToggleButton();
        logo.getStyleClass().setAll("rail-logo-button");
        logo.setGraphic(new Logo());
        logo.setOnAction(event -> shell.showStart());
        logo.setStyle("-fx-background-color: transparent; -fx-padding: 0;");
        desk.texts().name(logo, "action.app.projects");
        StackPane top = new StackPane(logo);
        top.getStyleClass().add("rail-logo");
        benches.setAlignment(Pos.TOP_CENTER);
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().addAll(top, benches, space, foot(settings), foot(keys));
        shell.projectProperty().subscribe(project -> fill());
        shell.benchProperty().subscribe(bench -> mark());
        shell.screenProperty().subscribe(screen -> mark());
    }

    private void fill() {
        List<Node> rows = new ArrayList<>();
        shell.projectProperty().get().ifPresent(project -> project.benches().forEach(bench -> rows.add(row(bench))));
        benches.getChildren().setAll(rows);
        mark();
    }

    private Node row(Workbench bench) {
        ToggleButton button = new ToggleButton();
        button.getStyleClass().setAll("toggle-button", "rail-button");
        button.setGraphic(Icons.of(bench.icon(), Icons.LARGE));
        button.setContentDisplay(ContentDisplay.TOP);
        button.setUserData(bench.id());
        desk.texts().on(button, bench.textKey());
        button.setOnAction(event -> {
            shell.showBench(bench.id());
            mark();
        });
        Region mark = new Region();
        mark.getStyleClass().add("rail-mark");
        mark.visibleProperty().bind(button.selectedProperty());
        HBox row = new HBox(1, mark, button);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void mark() {
        String shown = shell.screenProperty().get() == ShellModel.Screen.WORK
                ? shell.benchProperty().get().map(Workbench::id).orElse("")
                : "";
        for (Node row : benches.getChildren()) {
            ((HBox) row)
                    .getChildren().stream()
                            .filter(ToggleButton.class::isInstance)
                            .map(ToggleButton.class::cast)
                            .forEach(button -> button.setSelected(shown.equals(button.getUserData())));
        }
    }

    private Node foot(Action action) {
        ToggleButton button = new ToggleButton();
        button.getStyleClass().setAll("toggle-button", "rail-button");
        button.setStyle("-fx-min-height: 38px; -fx-pref-height: 38px;");
        action.icon().ifPresent(icon -> button.setGraphic(Icons.of(icon, Icons.LARGE)));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        desk.texts().name(button, action.textKey());
        button.setOnAction(event -> {
            button.setSelected(false);
            action.perform();
        });
        return button;
    }
}
