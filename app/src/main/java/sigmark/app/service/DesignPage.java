package sigmark.app.service;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.base.control.Icons;
import sigmark.app.base.control.WordCell;
import sigmark.app.base.words.Message;
import sigmark.app.work.DrawnPipeline;
import sigmark.app.work.Installation;
import sigmark.labeling.plan.DesignChange;
import sigmark.labeling.plan.PipelineDesign;
import sigmark.labeling.plan.Truth;
import sigmark.labeling.project.Split;
import sigmark.labeling.requirement.PipelineModule;
import sigmark.labeling.requirement.Requirement;

/**
 * A pipeline's modules as its own description draws them, how many input/output pairs each has, and what a change to it
 * from the pipeline in use leaves, asks for and lets rest.
 */
final class DesignPage implements ServicePage {
    private static final List<Split> SPLITS = List.of(Split.TRAIN, Split.VALIDATION, Split.TEST, Split.NONE);

    private final ServiceDesk service;
    private final Desk desk;
    private final ServiceModel model;
    private final Jobs.Latest listing;
    private final Jobs.Latest reading;
    private final PageFrame node;
    private final ComboBox<DrawnPipeline> pipelines = new ComboBox<>();
    private final FlowPane drawing = new FlowPane(8, 8);
    private final VBox counts = new VBox(16);
    private Optional<DrawnPipeline> inUse = Optional.empty();
    private List<Counted> counted = List.of();

    /** A module's pairs by slice and split, and what is there and lacks them. */
    private record Counted(DesignChange.Change change, Map<String, Map<Split, Long>> bySlice, long lacking) {
        PipelineDesign.Part part() {
            return change.part();
        }
    }

    private record Listed(List<DrawnPipeline> all, Optional<DrawnPipeline> inUse) {}

    DesignPage(ServiceDesk service) {
        this.service = service;
        desk = service.desk();
        model = service.model();
        listing = desk.jobs().latest();
        reading = desk.jobs().latest();
        pipelines.setId("designs");
        WordCell.on(
                pipelines,
                desk,
                one -> inUse.filter(one::equals).isPresent()
                        ? desk.texts().text("service.design.in-use", "title", one.title())
                        : one.title());
        pipelines.accessibleTextProperty().bind(desk.texts().live("service.design.choose"));
        drawing.getStyleClass().add("pane-section");
        drawing.setAlignment(Pos.CENTER_LEFT);
        counts.getStyleClass().add("pane-section");
        ScrollPane scroll = new ScrollPane(new VBox(drawing, counts));
        scroll.setFitToWidth(true);
        node = new PageFrame(desk, textKey());
        node.work(scroll);
        node.tools(pipelines);
        pipelines.valueProperty().subscribe(chosen -> read());
        desk.texts().wordsProperty().subscribe(words -> show());
    }

    private void list() {
        listing.load(
                () -> {
                    List<DrawnPipeline> all = DrawnPipeline.all(Installation.pipelines());
                    return new Listed(
                            all, DrawnPipeline.inUse(all, service.store().runs().list()));
                },
                found -> {
                    inUse = found.inUse();
                    Optional<DrawnPipeline> kept =
                            Optional.ofNullable(pipelines.getValue()).filter(found.all()::contains);
                    if (!pipelines.getItems().equals(found.all())) {
                        pipelines.getItems().setAll(found.all());
                    }
                    kept.or(() -> inUse).ifPresent(pipelines::setValue);
                    read();
                },
                desk.notices()::problem);
    }

    private void read() {
        Optional<DrawnPipeline> chosen = Optional.ofNullable(pipelines.getValue());
        if (chosen.isEmpty()) {
            return;
        }
        PipelineDesign design = chosen.get().design();
        DesignChange change = DesignChange.of(inUse.map(DrawnPipeline::design).orElse(design), design);
        TreeSet<String> slices = new TreeSet<>(List.of(""));
        model.draftProperty().get().lines().stream().map(Requirement::slice).forEach(slices::add);
        reading.load(
                () -> {
                    List<Counted> all = new ArrayList<>();
                    for (DesignChange.Change part : change.parts()) {
                        all.add(count(part, slices));
                    }
                    return all;
                },
                all -> {
                    counted = all;
                    show();
                },
                desk.notices()::problem);
    }

    private Counted count(DesignChange.Change change, TreeSet<String> slices) {
        Truth.Counter counter = model.work().counter();
        PipelineDesign.Part part = change.part();
        Map<String, Map<Split, Long>> bySlice = new LinkedHashMap<>();
        for (String slice : slices) {
            String both = (part.slice() + " " + slice).strip();
            try {
                bySlice.put(slice, Truth.bySplit(part.module(), both, counter));
            } catch (sigmark.inference.work.ProblemException unreadable) {
                continue; // the requirements page names it
            }
        }
        return new Counted(change, bySlice, Truth.lacking(part.module(), part.slice(), counter));
    }

    private void show() {
        Optional<DrawnPipeline> chosen = Optional.ofNullable(pipelines.getValue());
        drawing.getChildren().clear();
        counts.getChildren().clear();
        if (counted.isEmpty() || chosen.isEmpty()) {
            return;
        }
        draw(chosen.get());
        if (chosen.get().rule()) {
            counts.getChildren().add(muted("service.design.rule"));
        }
        if (chosen.get().oneReader()) {
            counts.getChildren().add(muted("service.design.one-reader"));
        }
        boolean changes =
                inUse.filter(now -> !now.design().equals(chosen.get().design())).isPresent();
        if (changes) {
            counts.getChildren().add(changed(chosen.get()));
        }
        counted.forEach(one -> counts.getChildren().add(table(one)));
    }

    /** Recognizers that share the crops stand one below the other. */
    private void draw(DrawnPipeline of) {
        drawing.getChildren().add(data(counted.get(0).part().input()));
        VBox readers = new VBox(8);
        for (Counted one : counted) {
            if (one.part().slice().isEmpty()) {
                drawing.getChildren().addAll(Icons.normal("fth-arrow-right"), box(one, of));
            } else {
                readers.getChildren().add(box(one, of));
            }
        }
        if (!readers.getChildren().isEmpty()) {
            drawing.getChildren().addAll(Icons.normal("fth-arrow-right"), readers);
        }
        drawing.getChildren()
                .addAll(
                        Icons.normal("fth-arrow-right"),
                        data(counted.get(counted.size() - 1).part().output()));
    }

    private Node data(PipelineDesign.Data of) {
        return desk.texts().on(new Label(), "service.data." + of.word());
    }

    private Node box(Counted one, DrawnPipeline of) {
        Label name = desk.texts().on(new Label(), "service.part." + one.part().name());
        name.getStyleClass().add("row-title");
        Label types = new Label(desk.texts()
                        .text("service.data." + one.part().input().word()) + " → "
                + desk.texts().text("service.data." + one.part().output().word()));
        types.getStyleClass().add("text-muted");
        Label by = new Label(of.models().getOrDefault(one.part().name(), "–"));
        by.getStyleClass().add("text-muted");
        long pairs = one.bySlice().getOrDefault("", Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        Label truth = new Label(desk.texts()
                .text(
                        Truth.inPages(one.part().module()) ? "service.design.pages" : "service.design.pairs",
                        "count",
                        pairs));
        VBox box = new VBox(2, name, types, by, truth);
        box.getStyleClass().add("design-box");
        box.setMaxHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        box.setFocusTraversable(false);
        return box;
    }

    /** What the change leaves, asks for and lets rest, in sentences. */
    private Node changed(DrawnPipeline to) {
        DrawnPipeline from = inUse.orElseThrow();
        VBox said = new VBox(2);
        said.setId("design-change");
        Label head = desk.texts().on(new Label(), "service.design.against", "title", from.title());
        head.getStyleClass().add("row-title");
        said.getChildren().add(head);
        for (Counted one : counted) {
            Label line =
                    new Label(desk.texts().text("service.part." + one.part().name()) + ": "
                            + desk.texts()
                                    .text("service.design.effect."
                                            + one.change().effect().word()));
            line.setWrapText(true);
            said.getChildren().add(line);
        }
        for (PipelineModule module : DesignChange.of(from.design(), to.design()).unused()) {
            said.getChildren()
                    .add(new Label(desk.texts()
                            .text(
                                    "service.design.rest",
                                    "module",
                                    desk.texts().text("service.part." + module.word()))));
        }
        return said;
    }

    private Node table(Counted one) {
        Label name = desk.texts().on(new Label(), "service.part." + one.part().name());
        name.getStyleClass().add("section-title");
        GridPane grid = new GridPane();
        grid.setHgap(24);
        grid.setVgap(4);
        for (int i = 0; i < SPLITS.size(); i++) {
            grid.add(muted("service.split." + SPLITS.get(i).word()), i + 1, 0);
        }
        int row = 1;
        for (Map.Entry<String, Map<Split, Long>> slice : one.bySlice().entrySet()) {
            grid.add(new Label(slice.getKey().isEmpty() ? desk.texts().text("service.all") : slice.getKey()), 0, row);
            for (int i = 0; i < SPLITS.size(); i++) {
                Label count =
                        new Label(desk.texts().numbers().count(slice.getValue().getOrDefault(SPLITS.get(i), 0L)));
                count.getStyleClass().add("number");
                grid.add(count, i + 1, row);
            }
            row++;
        }
        Button list = desk.texts().on(new Button(), "service.design.work-list", "count", one.lacking());
        list.setId("work-list-" + one.part().name());
        list.setDisable(one.lacking() == 0);
        list.setOnAction(event -> service.openInLabel(
                Truth.lacking(one.part().module(), one.part().slice()).text()));
        Button export = desk.texts().on(new Button(), "service.design.export");
        export.setId("export-" + one.part().name());
        export.setOnAction(event -> chooseFolder(one.part()));
        Label serves = muted(
                one.part().module() == PipelineModule.CLASSIFIER
                        ? "service.design.serves.classifier"
                        : "service.design.serves." + one.part().module().word());
        return new VBox(8, name, serves, grid, new HBox(8, list, export));
    }

    private void chooseFolder(PipelineDesign.Part part) {
        DirectoryChooser chooser = new DirectoryChooser();
        File folder = chooser.showDialog(node.getScene().getWindow());
        Optional.ofNullable(folder)
                .map(File::toPath)
                .ifPresent(
                        path -> export(part, path.resolve(service.store().info().name() + "-" + part.name())));
    }

    /** Writes a part's pairs into a new folder. */
    private void export(PipelineDesign.Part part, Path folder) {
        desk.jobs()
                .run(
                        Message.of("service.design.export.job"),
                        progress -> DrawnPipeline.export(service.store(), part, folder, progress),
                        balance -> desk.notices()
                                .toast(Message.of(
                                        "service.design.exported",
                                        "count",
                                        balance.out(),
                                        "folder",
                                        folder.toString())),
                        desk.notices()::problem);
    }

    private Label muted(String key) {
        Label label = desk.texts().on(new Label(), key);
        label.getStyleClass().add("text-muted");
        label.setWrapText(true);
        return label;
    }

    @Override
    public String id() {
        return "design";
    }

    @Override
    public String icon() {
        return "fth-git-merge";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {
        model.refresh();
        list();
    }
}
