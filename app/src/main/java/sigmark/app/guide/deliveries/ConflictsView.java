package sigmark.app.guide.deliveries;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.guide.GuideDesk;
import sigmark.app.latex.FormulaPane;
import sigmark.labeling.delivery.Conflict;
import sigmark.labeling.delivery.Resolution;
import sigmark.labeling.project.FormulaRegion;

/** Conflicts of a merge, both sides side by side; each is decided, or all by a rule. */
final class ConflictsView extends VBox {
    private static final double TYPE = 18;
    private static final int MOST = 50;

    private final Desk desk;
    private final GuideDesk guide;
    private final PackagesModel model;

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
        incoming.open().stream().limit(MOST).forEach(conflict -> getChildren().add(row(conflict, incoming)));
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
                        desk.texts().text("delivery.conflict." + conflict.kind().word()), "row-title"),
                sides);
        card.getStyleClass().add("card");
        return card;
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
