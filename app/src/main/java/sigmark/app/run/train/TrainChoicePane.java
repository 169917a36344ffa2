package sigmark.app.run.train;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import sigmark.app.base.Desk;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.Icons;
import sigmark.app.base.control.Segments;
import sigmark.app.base.key.Action;

/** What to train: the model, its data, where it begins, its architecture; below, what was broken off. */
final class TrainChoicePane extends BorderPane {
    private final Desk desk;
    private final TrainViewModel model;
    private final VBox broken = new VBox(8);
    private final VBox brokenSection;

    TrainChoicePane(Desk desk, TrainViewModel model, Action start) {
        this.desk = desk;
        this.model = model;
        getStyleClass().addAll("pane", "pane-left", "run-choice-pane");
        Label title = desk.texts().on(new Label(), "run.train.new");
        title.getStyleClass().add("pane-title");
        HBox head = new HBox(title);
        head.getStyleClass().add("pane-header");
        brokenSection = section("run.train.broken", broken);
        VBox sections = new VBox(
                section(
                        "run.train.task",
                        segments(TrainWish.Task.values(), model.taskProperty(), "run.train.task.", "train-task")),
                section(
                        "run.train.data",
                        segments(TrainWish.Data.values(), model.dataProperty(), "run.train.data.", "train-data"),
                        muted("run.train.data.why")),
                section("run.train.from", from()),
                section("run.train.architecture", architecture()),
                section("run.train.name", field("train-name", model.nameProperty(), "run.train.name.hint")),
                section(
                        "run.train.length",
                        numbers("run.train.steps", "train-steps", model.stepsProperty()),
                        numbers("run.train.patience", "train-patience", model.patienceProperty())),
                brokenSection);
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setTop(head);
        setCenter(scroll);
        Button next = ActionButton.next(desk, start);
        next.setId("train-start");
        next.setMaxWidth(Double.MAX_VALUE);
        VBox foot = new VBox(8, next);
        foot.getStyleClass().add("run-foot");
        setBottom(foot);
        model.broken().addListener((ListChangeListener<TrainMachine.Broken>) change -> fillBroken());
        model.busyProperty().subscribe(busy -> fillBroken());
        desk.texts().wordsProperty().subscribe(words -> fillBroken());
    }

    private VBox section(String titleKey, Node... content) {
        Label title = desk.texts().on(new Label(), titleKey);
        title.getStyleClass().add("field-name");
        VBox section = new VBox(8, title);
        section.getChildren().addAll(content);
        section.getStyleClass().add("pane-section");
        return section;
    }

    private <T extends Enum<T>> Node segments(
            T[] choices, javafx.beans.property.ObjectProperty<T> value, String prefix, String id) {
        Segments<T> segments = new Segments<>(List.of(choices), value.get(), each -> desk.texts()
                .live(prefix + each.name().toLowerCase(Locale.ROOT)));
        segments.valueProperty().bindBidirectional(value);
        segments.setId(id);
        return segments;
    }

    private Label muted(String key) {
        Label label = desk.texts().on(new Label(), key);
        label.getStyleClass().add("text-muted");
        label.setWrapText(true);
        return label;
    }

    private Node from() {
        ComboBox<String> choice = new ComboBox<>();
        choice.setId("train-from");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.accessibleTextProperty().bind(desk.texts().live("run.train.from"));
        Runnable fill = () -> {
            String chosen = model.fromProperty().get().orElse("");
            choice.getItems().setAll("");
            choice.getItems().addAll(model.models());
            choice.setConverter(named());
            choice.setValue(chosen);
        };
        choice.valueProperty().subscribe(value -> {
            if (value != null) {
                model.fromProperty().set(value.isEmpty() ? Optional.empty() : Optional.of(value));
            }
        });
        model.models().addListener((ListChangeListener<String>) change -> fill.run());
        desk.texts().wordsProperty().subscribe(words -> fill.run());
        return choice;
    }

    /** The empty name is a new network. */
    private StringConverter<String> named() {
        String fresh = desk.texts().text("run.train.from.new");
        return new StringConverter<>() {
            @Override
            public String toString(String name) {
                return name == null || name.isEmpty() ? fresh : name;
            }

            @Override
            public String fromString(String text) {
                return text.equals(fresh) ? "" : text;
            }
        };
    }

    private Node architecture() {
        TextField file = field("train-architecture", model.architectureProperty(), "run.train.architecture.usual");
        file.getStyleClass().add("mono");
        HBox.setHgrow(file, Priority.ALWAYS);
        Button choose = desk.texts().name(new Button(), "run.train.architecture.choose");
        choose.setGraphic(Icons.normal("fth-folder"));
        choose.getStyleClass().add("button-icon");
        choose.setOnAction(event -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(desk.texts().text("run.train.architecture.choose"));
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("YAML", "*.yaml", "*.yml"));
            File chosen = chooser.showOpenDialog(getScene().getWindow());
            if (chosen != null) {
                model.architectureProperty().set(chosen.getPath());
            }
        });
        HBox line = new HBox(8, file, choose);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private TextField field(String id, javafx.beans.property.StringProperty value, String hintKey) {
        TextField field = desk.texts().prompt(new TextField(), hintKey);
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private Node numbers(String key, String id, javafx.beans.property.StringProperty value) {
        Label name = desk.texts().on(new Label(), key);
        name.setWrapText(true);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        TextField field = field(id, value, key);
        field.setPrefColumnCount(6);
        field.setMinWidth(USE_PREF_SIZE);
        field.setAlignment(Pos.CENTER_RIGHT);
        HBox line = new HBox(8, name, field);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void fillBroken() {
        broken.getChildren().setAll(model.broken().stream().map(this::row).toList());
        brokenSection.setVisible(!model.broken().isEmpty());
        brokenSection.setManaged(brokenSection.isVisible());
    }

    private Node row(TrainMachine.Broken one) {
        long step = one.curve().isEmpty()
                ? 0
                : one.curve().get(one.curve().size() - 1).step();
        Label name = new Label(one.name());
        name.getStyleClass().add("row-title");
        Label how = new Label(desk.texts().text("run.train.task." + one.task().word())
                + " · "
                + desk.texts().text("run.train.at-step", "step", step));
        how.getStyleClass().add("text-muted");
        VBox words = new VBox(2, name, how);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button resume = desk.texts().on(new Button(), "run.train.resume");
        resume.getStyleClass().add("train-resume");
        resume.setMinWidth(USE_PREF_SIZE);
        resume.setDisable(
                model.busyProperty().get() || !model.possibleProperty().get());
        resume.setOnAction(event -> model.resume(one));
        HBox line = new HBox(8, words, resume);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
