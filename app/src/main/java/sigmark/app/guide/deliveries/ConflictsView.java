package sigmark.app.guide.deliveries;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.guide.GuideDesk;
import sigmark.app.latex.CropPicture;
import sigmark.app.latex.FormulaPane;
import sigmark.app.work.PageLoader;
import sigmark.inference.page.PixelImage;
import sigmark.labeling.delivery.Conflict;
import sigmark.labeling.delivery.Resolution;
import sigmark.labeling.project.FormulaRegion;

/** Conflicts of a merge, both sides side by side; each is decided, or all by a rule. */
final class ConflictsView extends VBox {
    private static final double TYPE = 18;
    private static final int MOST = 50;
    private static final double WIDEST_CROP = 320;

    private final Desk desk;
    private final GuideDesk guide;
    private final PackagesModel model;
    private final Map<String, ImageView> pictures = new HashMap<>();

    ConflictsView(Desk desk, GuideDesk guide, PackagesModel model, PackagesModel.Incoming incoming) {
        super(12);
        this.desk = desk;
        this.guide = guide;
        this.model = model;
        setId("conflicts");
        getChildren()
                .add(ListAndWork.line(
                        desk.texts()
                                .text(
                                        "delivery.conflicts",
                                        "count",
                                        incoming.open().size()),
                        "page-title"));
        getChildren().add(ListAndWork.line(desk.texts().text("delivery.conflicts.why"), "text-muted"));
        HBox rules = new HBox(8);
        for (Resolution.Rule rule : Resolution.Rule.values()) {
            boolean decided = incoming.sides().size() >= incoming.open().size();
            if (rule != Resolution.Rule.ASK || decided) {
                Button by = desk.texts().on(new Button(), "delivery.conflicts." + rule.word());
                by.setId("conflicts-" + rule.word());
                by.setOnAction(event -> model.mergeWith(rule));
                rules.getChildren().add(by);
            }
        }
        getChildren().add(rules);
        List<Conflict> shown = incoming.open().stream().limit(MOST).toList();
        shown.forEach(conflict -> getChildren().add(row(conflict, incoming)));
        int more = incoming.open().size() - shown.size();
        if (more > 0) {
            getChildren()
                    .add(ListAndWork.line(desk.texts().text("delivery.conflicts.more", "count", more), "text-muted"));
        }
        loadCrops(shown);
    }

    /** Each page is decoded once for all its conflicts. */
    private void loadCrops(List<Conflict> shown) {
        Map<String, List<Conflict>> byPage = new LinkedHashMap<>();
        shown.forEach(conflict -> byPage.computeIfAbsent(conflict.pageId(), id -> new ArrayList<>())
                .add(conflict));
        byPage.forEach((page, conflicts) -> desk.jobs()
                .load(
                        () -> crops(page, conflicts),
                        found -> found.forEach((key, crop) ->
                                Optional.ofNullable(pictures.get(key)).ifPresent(picture -> show(picture, crop))),
                        desk.notices()::problem));
    }

    private Map<String, CropPicture> crops(String pageId, List<Conflict> conflicts) {
        Map<String, CropPicture> crops = new HashMap<>();
        guide.store().pages().find(pageId).ifPresent(page -> {
            PixelImage image = PageLoader.load(guide.store(), page);
            for (Conflict conflict : conflicts) {
                conflict.ours()
                        .ifPresent(region ->
                                crops.put(key(conflict, Resolution.Side.OURS), CropPicture.of(image, region.box())));
                conflict.theirs()
                        .ifPresent(region ->
                                crops.put(key(conflict, Resolution.Side.THEIRS), CropPicture.of(image, region.box())));
            }
        });
        return crops;
    }

    private static String key(Conflict conflict, Resolution.Side side) {
        return conflict.regionId() + " " + side;
    }

    private static void show(ImageView picture, CropPicture crop) {
        picture.setImage(crop.image());
        picture.setFitWidth(Math.min(WIDEST_CROP, 1.5 * crop.image().getWidth()));
    }

    private Node row(Conflict conflict, PackagesModel.Incoming incoming) {
        Optional<Resolution.Side> taken = Optional.ofNullable(incoming.sides().get(conflict.regionId()));
        HBox sides = new HBox(
                12,
                side("delivery.ours", conflict, conflict.ours(), Resolution.Side.OURS, taken),
                side("delivery.theirs", conflict, conflict.theirs(), Resolution.Side.THEIRS, taken));
        VBox card = new VBox(
                6,
                ListAndWork.line(
                        desk.texts().text("delivery.conflict." + conflict.kind().word()) + fields(conflict),
                        "row-title"),
                sides);
        card.getStyleClass().add("card");
        return card;
    }

    /** What differs, in words. */
    private String fields(Conflict conflict) {
        return conflict.fields().isEmpty()
                ? ""
                : conflict.fields().stream()
                        .map(field -> desk.texts().text("delivery.field." + field.word()))
                        .collect(Collectors.joining(", ", " · ", ""));
    }

    private Node side(
            String key,
            Conflict conflict,
            Optional<FormulaRegion> region,
            Resolution.Side side,
            Optional<Resolution.Side> taken) {
        ToggleButton take = desk.texts().on(new ToggleButton(), key);
        take.setSelected(taken.filter(side::equals).isPresent());
        take.setOnAction(event -> model.decide(conflict.regionId(), side));
        String latex = region.map(there -> there.latex().orElse("")).orElse("");
        VBox box = new VBox(
                4,
                take,
                ListAndWork.line(region.isPresent() ? latex : desk.texts().text("delivery.not-there"), "mono"));
        if (region.isPresent()) {
            ImageView picture = new ImageView();
            picture.setPreserveRatio(true);
            picture.getStyleClass().add("conflict-crop");
            pictures.put(key(conflict, side), picture);
            box.getChildren().add(picture);
        }
        if (!latex.isEmpty()) {
            FormulaPane drawn = new FormulaPane(guide.pictures(), TYPE).alignedLeft();
            drawn.setMinHeight(40);
            drawn.show(latex);
            box.getChildren().add(drawn);
        }
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }
}
