package sigmark.app.service.voc;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sigmark.analysis.statistics.Proportion;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.Chip;
import sigmark.app.base.key.Action;
import sigmark.app.service.ServiceDesk;
import sigmark.labeling.voc.ImprovementPoint;
import sigmark.labeling.voc.PointMeasurement;
import sigmark.labeling.voc.PointState;

/** Improvement points: people move them up to trained, a run closes them. */
final class PointsPane extends VBox {
    private final ServiceDesk service;
    private final Desk desk;
    private final VocModel model;
    private final VBox rows = new VBox(8);
    private final Label remark = new Label();

    PointsPane(ServiceDesk service, VocModel model, Action measure) {
        super(8);
        this.service = service;
        this.desk = service.desk();
        this.model = model;
        setId("voc-points");
        getStyleClass().add("pane-section");
        Label title = desk.texts().on(new Label(), "voc.points");
        title.getStyleClass().add("row-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        remark.getStyleClass().add("text-muted");
        remark.setWrapText(true);
        remark.setMinHeight(USE_PREF_SIZE);
        HBox head = new HBox(8, title, ActionButton.of(desk, measure));
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, remark, rows);
        model.readProperty().subscribe(read -> show());
        desk.texts().wordsProperty().subscribe(words -> show());
    }

    private void show() {
        VocModel.Read read = model.readProperty().get();
        rows.getChildren().setAll(read.points().stream().map(this::row).toList());
        String key = read.points().isEmpty() ? "voc.points.none" : "voc.points.rule";
        remark.setText(
                read.unmeasured()
                        ? desk.texts()
                                .text(
                                        "voc.points.unmeasured",
                                        "run",
                                        read.lastRun().orElse(0))
                        : desk.texts().text(key));
    }

    private Node row(ImprovementPoint point) {
        Label title = new Label(point.id() + "  " + point.title());
        title.getStyleClass().add("row-title");
        title.setWrapText(true);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(6, title, state(point));
        head.setAlignment(Pos.TOP_LEFT);
        Label measured = new Label(measured(point));
        measured.getStyleClass().add("text-muted");
        measured.setWrapText(true);
        measured.setMinHeight(USE_PREF_SIZE);
        VBox row = new VBox(2, head, measured);
        point.last().map(PointMeasurement::run).ifPresent(run -> row.getChildren()
                .add(samples(point, run)));
        row.setId("voc-point-" + point.id());
        row.getStyleClass().add("voc-point");
        return row;
    }

    /** The samples that the newest measurement rests on. */
    private Node samples(ImprovementPoint point, long run) {
        Hyperlink link = new Hyperlink(desk.texts().text("voc.point.samples", "run", run));
        link.setOnAction(event ->
                service.workspace().go(Destination.of("analyze").run(run).query(point.query())));
        return link;
    }

    private Node state(ImprovementPoint point) {
        String word = desk.texts().text("voc.point." + point.state().word());
        if (point.state() == PointState.VERIFIED) {
            return new Chip(
                    Chip.Tint.GOOD,
                    "fth-check",
                    desk.texts()
                            .live(
                                    "voc.point.verified-by",
                                    "run",
                                    point.verifiedRun().orElse(0)));
        }
        MenuButton menu = new MenuButton(word);
        menu.getStyleClass().add("small");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setId("voc-point-state-" + point.id());
        for (PointState state : List.of(PointState.OPEN, PointState.DATA_ORDERED, PointState.TRAINED)) {
            MenuItem item = new MenuItem(desk.texts().text("voc.point." + state.word()));
            item.setOnAction(event -> model.move(point.id(), state));
            menu.getItems().add(item);
        }
        menu.setAccessibleText(word);
        return menu;
    }

    private String measured(ImprovementPoint point) {
        String asked = desk.texts()
                .text(
                        "voc.point.asks",
                        "items",
                        point.items(),
                        "users",
                        point.users(),
                        "what",
                        point.errorClass()
                                .map(word -> desk.texts()
                                        .text(
                                                "voc.point.without",
                                                "class",
                                                desk.texts().text("voc.detail." + word)))
                                .orElse(desk.texts().text("voc.point.right")),
                        "query",
                        point.query().isEmpty() ? desk.texts().text("service.all") : point.query(),
                        "bound",
                        desk.texts().numbers().percent(point.bound()));
        Optional<String> now = point.last().map(this::now);
        return asked + " " + now.orElse(desk.texts().text("voc.point.not-measured"));
    }

    private String now(PointMeasurement last) {
        Proportion rate = new Proportion(last.right(), last.samples());
        OptionalDouble share = rate.estimate();
        if (share.isEmpty()) {
            return desk.texts().text("voc.point.no-samples", "run", last.run());
        }
        var interval = rate.wilson().orElseThrow();
        return desk.texts()
                .text(
                        "voc.point.now",
                        "run",
                        last.run(),
                        "rate",
                        desk.texts()
                                .numbers()
                                .percentWithInterval(share.getAsDouble(), interval.low(), interval.high(), rate.n()));
    }
}
