package sigmark.app.run;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import sigmark.app.base.Desk;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.Segments;
import sigmark.app.base.key.Action;
import sigmark.inference.model.DeviceWish;

/** What to run next: pipeline, pages, device, and the two buttons that start it. */
final class ChoicePane extends BorderPane {
    /** The pane's width less its padding, the card's, the dot and a scroll bar. */
    private static final double DETAIL_WIDTH = 212;

    private final Desk desk;
    private final RunViewModel model;
    private final VBox pipelines = new VBox(8);
    private final VBox devices = new VBox(8);

    ChoicePane(Desk desk, RunViewModel model, Action add, Action propose) {
        this.desk = desk;
        this.model = model;
        getStyleClass().addAll("pane", "pane-left", "run-choice-pane");
        Label title = desk.texts().on(new Label(), "run.new");
        title.getStyleClass().add("pane-title");
        HBox head = new HBox(title);
        head.getStyleClass().add("pane-header");
        VBox sections = new VBox(
                section("run.pipeline", pipelines),
                section("run.pages", pages()),
                section("run.device", devices),
                section("run.settings", trueBoxes()));
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setTop(head);
        setCenter(scroll);
        setBottom(foot(add, propose));
        model.pipelines().addListener((ListChangeListener<PipelineChoice>) change -> fillPipelines());
        model.pipelineProperty().subscribe(chosen -> fillPipelines());
        model.deviceProperty().subscribe(chosen -> fillDevices());
        model.cudaMissingProperty().subscribe(why -> fillDevices());
        desk.texts().wordsProperty().subscribe(words -> {
            fillPipelines();
            fillDevices();
        });
    }

    private Node section(String titleKey, Node content) {
        Label title = desk.texts().on(new Label(), titleKey);
        title.getStyleClass().add("field-name");
        VBox section = new VBox(8, title, content);
        section.getStyleClass().add("pane-section");
        return section;
    }

    private void fillPipelines() {
        pipelines
                .getChildren()
                .setAll(model.pipelines().stream().map(this::card).toList());
    }

    private Node card(PipelineChoice choice) {
        boolean chosen = model.pipelineProperty().get().filter(choice::equals).isPresent();
        String how = choice.detector()
                .map(detector -> detector + " → " + choice.recognizer())
                .orElseGet(() -> desk.texts().text("run.recognizer-alone", "model", choice.recognizer()));
        String below = choice.missing().map(desk.texts()::what).orElse(how);
        Button card = choiceCard(choice.title(), below, chosen, choice.missing().isPresent());
        card.setOnAction(event -> model.pipelineProperty().set(Optional.of(choice)));
        return card;
    }

    private void fillDevices() {
        DeviceWish wish = model.deviceProperty().get();
        int cores = Runtime.getRuntime().availableProcessors();
        Button cpu = choiceCard("CPU", desk.texts().text("run.cores", "count", cores), wish != DeviceWish.CUDA, false);
        cpu.setOnAction(event -> model.deviceProperty().set(DeviceWish.CPU));
        Optional<String> looked = model.cudaMissingProperty().get();
        boolean there = looked.filter(String::isEmpty).isPresent();
        Button cuda = choiceCard("CUDA", cuda(looked), wish == DeviceWish.CUDA, !there);
        cuda.setOnAction(event -> model.deviceProperty().set(DeviceWish.CUDA));
        devices.getChildren().setAll(cpu, cuda);
    }

    /** What stands in CUDA's way; before somebody has looked, that nobody has. */
    private String cuda(Optional<String> missing) {
        if (missing.isEmpty()) {
            return desk.texts().text("run.cuda-looking");
        }
        return missing.get().isEmpty()
                ? desk.texts().text("run.cuda-there")
                : desk.texts()
                        .text(
                                "run.cuda-missing",
                                "reason",
                                DeviceReason.in(desk.texts().words(), missing.get()));
    }

    /** One of a few: the whole card is the target; what cannot be chosen says why and stays readable. */
    private static Button choiceCard(String title, String below, boolean chosen, boolean missing) {
        Region dot = new Region();
        dot.getStyleClass().add("choice-dot");
        Label name = new Label(title);
        name.getStyleClass().add("row-title");
        Text detail = new Text(below);
        detail.getStyleClass().add("choice-detail");
        detail.setWrappingWidth(DETAIL_WIDTH);
        VBox words = new VBox(2, name, detail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox inside = new HBox(10, dot, words);
        inside.setAlignment(Pos.TOP_LEFT);
        Button card = new Button();
        card.getStyleClass().setAll("button", "choice-card");
        if (chosen && !missing) {
            card.getStyleClass().add("chosen");
        }
        card.setGraphic(inside);
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.setAccessibleText(title + ", " + below);
        card.setMaxWidth(Double.MAX_VALUE);
        inside.prefWidthProperty().bind(card.widthProperty().subtract(26));
        card.setDisable(missing);
        return card;
    }

    private Node pages() {
        Segments<RunViewModel.Pages> choice = new Segments<>(
                List.of(RunViewModel.Pages.values()), model.pagesProperty().get(), each -> desk.texts()
                        .live("run.pages." + each.name().toLowerCase(java.util.Locale.ROOT)));
        choice.valueProperty().bindBidirectional(model.pagesProperty());
        choice.setId("run-pages");
        TextField query = desk.texts().prompt(new TextField(), "run.query");
        query.setId("run-query");
        query.textProperty().bindBidirectional(model.queryProperty());
        query.visibleProperty().bind(Bindings.equal(model.pagesProperty(), RunViewModel.Pages.QUERY));
        query.managedProperty().bind(query.visibleProperty());
        query.getStyleClass().add("mono");
        Label count = new Label();
        count.textProperty().bind(desk.texts().live("run.count", "count", model.pageCountProperty()));
        count.getStyleClass().add("text-muted");
        Label wrong = new Label();
        wrong.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.queryProblemProperty()
                                .get()
                                .map(desk.texts()::what)
                                .orElse(""),
                        model.queryProblemProperty(),
                        desk.texts().wordsProperty()));
        wrong.getStyleClass().addAll("text-muted", "bad");
        wrong.setWrapText(true);
        wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
        wrong.managedProperty().bind(wrong.visibleProperty());
        return new VBox(8, choice, query, count, wrong);
    }

    private Node trueBoxes() {
        CheckBox box = desk.texts().on(new CheckBox(), "run.true-boxes");
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(model.trueBoxesProperty());
        return box;
    }

    private Node foot(Action add, Action propose) {
        Button next = ActionButton.next(desk, add);
        next.setId("run-add");
        next.setMaxWidth(Double.MAX_VALUE);
        Button proposals = ActionButton.of(desk, propose);
        proposals.setId("run-propose");
        proposals.setMaxWidth(Double.MAX_VALUE);
        VBox foot = new VBox(8, proposals, next);
        foot.getStyleClass().add("run-foot");
        return foot;
    }
}
