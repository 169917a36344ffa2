package sigmark.app.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.base.control.Icons;
import sigmark.app.base.control.Segments;
import sigmark.labeling.plan.PipelineDesign;
import sigmark.labeling.plan.Truth;
import sigmark.labeling.project.Split;
import sigmark.labeling.requirement.PipelineModule;
import sigmark.labeling.requirement.Requirement;

/** The pipeline's modules as boxes with typed inputs and outputs, and how many input/output pairs each has. */
final class DesignPage implements ServicePage {
    private static final List<Split> SPLITS = List.of(Split.TRAIN, Split.VALIDATION, Split.TEST, Split.NONE);

    private final ServiceDesk service;
    private final Desk desk;
    private final ServiceModel model;
    private final Jobs.Latest reading;
    private final PageFrame node;
    private final Segments<PipelineDesign> designs;
    private final FlowPane drawing = new FlowPane(8, 8);
    private final VBox counts = new VBox(16);
    private List<Counted> counted = List.of();

    /** A module's pairs by slice and split, and what is there and lacks them. */
    private record Counted(PipelineDesign.Part part, Map<String, Map<Split, Long>> bySlice, long lacking) {}

    DesignPage(ServiceDesk service) {
        this.service = service;
        desk = service.desk();
        model = service.model();
        reading = desk.jobs().latest();
        designs = new Segments<>(PipelineDesign.all(), PipelineDesign.DETECTOR_RECOGNIZER, design -> desk.texts()
                .live("service.design." + design.id()));
        designs.setId("designs");
        drawing.getStyleClass().add("pane-section");
        drawing.setAlignment(Pos.CENTER_LEFT);
        counts.getStyleClass().add("pane-section");
        ScrollPane scroll = new ScrollPane(new VBox(drawing, counts));
        scroll.setFitToWidth(true);
        node = new PageFrame(desk, textKey());
        node.work(scroll);
        node.tools(designs);
        designs.valueProperty().subscribe(design -> read());
        desk.texts().wordsProperty().subscribe(words -> show());
    }

    private void read() {
        PipelineDesign design = designs.value();
        TreeSet<String> slices = new TreeSet<>(List.of(""));
        model.draftProperty().get().lines().stream().map(Requirement::slice).forEach(slices::add);
        reading.load(
                () -> {
                    List<Counted> all = new ArrayList<>();
                    for (PipelineDesign.Part part : design.parts()) {
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

    private Counted count(PipelineDesign.Part part, TreeSet<String> slices) {
        Truth.Counter counter = model.work().counter();
        Map<String, Map<Split, Long>> bySlice = new LinkedHashMap<>();
        for (String slice : slices) {
            String both = (part.slice() + " " + slice).strip();
            try {
                bySlice.put(slice, Truth.bySplit(part.module(), both, counter));
            } catch (sigmark.inference.work.ProblemException unreadable) {
                continue; // the requirements page names it
            }
        }
        return new Counted(part, bySlice, Truth.lacking(part.module(), part.slice(), counter));
    }

    private void show() {
        drawing.getChildren().clear();
        counts.getChildren().clear();
        if (counted.isEmpty()) {
            return;
        }
        drawing.getChildren().add(data(counted.get(0).part().input()));
        for (Counted one : counted) {
            drawing.getChildren().addAll(Icons.normal("fth-arrow-right"), box(one));
        }
        drawing.getChildren()
                .addAll(
                        Icons.normal("fth-arrow-right"),
                        data(counted.get(counted.size() - 1).part().output()));
        if (designs.value().equals(PipelineDesign.DETECTOR_CLASSIFIER_RECOGNIZERS)) {
            counts.getChildren().add(muted("service.design.rule"));
        }
        counted.forEach(one -> counts.getChildren().add(table(one)));
    }

    private Node data(PipelineDesign.Data of) {
        return desk.texts().on(new Label(), "service.data." + of.word());
    }

    private Node box(Counted one) {
        Label name = desk.texts().on(new Label(), "service.part." + one.part().name());
        name.getStyleClass().add("row-title");
        Label types = new Label(desk.texts()
                        .text("service.data." + one.part().input().word()) + " → "
                + desk.texts().text("service.data." + one.part().output().word()));
        types.getStyleClass().add("text-muted");
        long pairs = one.bySlice().getOrDefault("", Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        Label truth = new Label(desk.texts()
                .text(
                        Truth.inPages(one.part().module()) ? "service.design.pages" : "service.design.pairs",
                        "count",
                        pairs));
        VBox box = new VBox(2, name, types, truth);
        box.getStyleClass().add("design-box");
        box.setFocusTraversable(false);
        return box;
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
        Label serves = muted(
                one.part().module() == PipelineModule.CLASSIFIER
                        ? "service.design.serves.classifier"
                        : "service.design.serves." + one.part().module().word());
        return new VBox(8, name, serves, grid, new HBox(list));
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
        read();
    }
}
