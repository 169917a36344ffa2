package sigmark.app.main;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Icons;

/** The two small forms of the start page, inline: the person's name, asked once, and a new project. */
final class StartForms {
    private final Desk desk;
    private final ShellModel shell;
    private final StartModel model;
    private final WindowAsks asks;
    private final VBox newCard = new VBox(8);
    private final TextField projectName = new TextField();
    private final TextField folder = new TextField();
    private final ObjectProperty<List<Path>> files = new SimpleObjectProperty<>(List.of());
    private final TextField person = new TextField();

    StartForms(Desk desk, ShellModel shell, StartModel model, WindowAsks asks) {
        this.desk = desk;
        this.shell = shell;
        this.model = model;
        this.asks = asks;
        buildNewCard();
    }

    /** Asks who edits, until that is known. */
    Node nameCard() {
        Label title = desk.texts().on(new Label(), "start.name.title");
        title.getStyleClass().add("row-title");
        Label why = desk.texts().on(new Label(), "start.name.why");
        why.getStyleClass().add("text-muted");
        why.setWrapText(true);
        Label then = new Label();
        then.setId("person-then");
        then.setGraphic(Icons.of("fth-info", 13));
        then.setWrapText(true);
        then.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> shell.waitingProperty()
                                .get()
                                .map(desk.texts()::text)
                                .orElse(""),
                        shell.waitingProperty(),
                        desk.texts().wordsProperty()));
        then.visibleProperty().bind(then.textProperty().isNotEmpty());
        then.managedProperty().bind(then.visibleProperty());
        desk.texts().prompt(person, "start.name.prompt");
        person.setId("person-field");
        HBox.setHgrow(person, Priority.ALWAYS);
        Button keep = desk.texts().on(new Button(), "start.name.keep");
        keep.setId("person-keep");
        keep.setOnAction(event -> shell.nameGiven(person.getText()));
        keep.disableProperty().bind(person.textProperty().map(String::isBlank));
        person.setOnAction(event -> shell.nameGiven(person.getText()));
        HBox line = new HBox(8, person, keep);
        VBox card = new VBox(4, title, why, line, then);
        VBox.setMargin(line, new javafx.geometry.Insets(4, 0, 0, 0));
        card.getStyleClass().add("card");
        card.visibleProperty().bind(desk.settings().property().map(preferences -> preferences
                .person()
                .isBlank()));
        card.managedProperty().bind(card.visibleProperty());
        shell.nameWantedProperty().subscribe(wanted -> {
            if (wanted) {
                person.requestFocus();
            }
        });
        return card;
    }

    Node newCard() {
        return newCard;
    }

    /** Opens the form for a new project, which will hold these files. */
    void askNew(List<Path> dropped) {
        files.set(dropped);
        projectName.setText(dropped.isEmpty() ? "" : nameFrom(dropped.get(0)));
        newCard.setVisible(true);
        projectName.requestFocus();
        projectName.selectAll();
    }

    private void buildNewCard() {
        newCard.setVisible(false);
        newCard.managedProperty().bind(newCard.visibleProperty());
        newCard.getStyleClass().add("card");
        Label title = desk.texts().on(new Label(), "start.new.title");
        title.getStyleClass().add("row-title");
        Label coming = new Label();
        coming.getStyleClass().add("text-muted");
        coming.textProperty().bind(desk.texts().live("start.new.files", "count", files.map(List::size)));
        coming.visibleProperty().bind(files.map(list -> !list.isEmpty()));
        coming.managedProperty().bind(coming.visibleProperty());
        desk.texts().prompt(projectName, "start.new.name");
        projectName.setId("project-name");
        desk.texts().prompt(folder, "start.new.folder");
        folder.setId("project-folder");
        projectName
                .textProperty()
                .subscribe(name -> folder.setText(model.suggested(name).toString()));
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button choose = desk.texts().on(new Button(), "start.new.choose");
        choose.setOnAction(event -> asks.folder("start.new.choose-title")
                .ifPresent(chosen -> folder.setText(
                        chosen.resolve(model.suggested(projectName.getText()).getFileName())
                                .toString())));
        Button cancel = desk.texts().on(new Button(), "start.new.cancel");
        cancel.setOnAction(event -> newCard.setVisible(false));
        cancel.setCancelButton(true);
        Button create = desk.texts().on(new Button(), "start.new.create");
        create.setId("project-create");
        create.getStyleClass().add(atlantafx.base.theme.Styles.ACCENT);
        create.disableProperty().bind(projectName.textProperty().map(String::isBlank));
        create.setOnAction(event -> create());
        projectName.setOnAction(event -> create());
        HBox buttons = new HBox(8, cancel, create);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        newCard.getChildren().setAll(title, coming, projectName, new HBox(8, folder, choose), buttons);
    }

    private void create() {
        if (projectName.getText().isBlank() || folder.getText().isBlank()) {
            return;
        }
        newCard.setVisible(false);
        shell.createFrom(
                Path.of(folder.getText().strip()), projectName.getText().strip(), files.get());
    }

    private static String nameFrom(Path first) {
        Path name = first.getFileName();
        String text = name == null ? "" : name.toString();
        int dot = text.lastIndexOf('.');
        return dot > 0 ? text.substring(0, dot) : text;
    }
}
