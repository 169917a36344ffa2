package sigmark.app.service.online;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.base.control.Chip;
import sigmark.app.latex.FormulaPane;
import sigmark.app.service.BoxedPicture;
import sigmark.app.service.ServiceDesk;
import sigmark.labeling.online.AddedFormula;
import sigmark.labeling.online.EventTimes;
import sigmark.labeling.online.OnlineEvent;
import sigmark.labeling.online.ShownResult;

/** One request: the image with its boxes, what was shown and what its user made of it, the parts of its time. */
final class RequestView extends VBox {
    private static final double TYPE = 17;

    private final ServiceDesk service;
    private final Desk desk;
    private final OnlineModel model;
    private final OnlineText text;
    private final Jobs.Latest pictures;

    RequestView(ServiceDesk service, OnlineModel model) {
        super(10);
        this.service = service;
        this.desk = service.desk();
        this.model = model;
        text = new OnlineText(desk);
        pictures = desk.jobs().latest();
        getStyleClass().add("pane-section");
        setMinWidth(0);
        setId("online-request");
        model.requestProperty().subscribe(event -> show(event));
        desk.texts()
                .wordsProperty()
                .subscribe(words -> show(model.requestProperty().get()));
    }

    private void show(Optional<OnlineEvent> event) {
        pictures.forget();
        if (event.isEmpty()) {
            getChildren().setAll(muted(text.text("choose-request")));
            return;
        }
        OnlineEvent of = event.get();
        VBox picture = new VBox(muted(text.text("no-image")));
        List<Node> nodes = new ArrayList<>();
        Label id = new Label(of.requestId());
        id.getStyleClass().add("row-title");
        id.setWrapText(true);
        nodes.add(id);
        nodes.add(muted(about(of)));
        nodes.add(picture);
        model.image(of).ifPresent(file -> load(file, of, picture));
        of.complaint().ifPresent(words -> nodes.add(quoted(words)));
        for (int i = 0; i < of.results().size(); i++) {
            nodes.add(result(i + 1, of.results().get(i)));
        }
        for (AddedFormula added : of.added()) {
            nodes.add(line(text.text("drawn-by-user"), formula(added.latex())));
        }
        nodes.add(muted(times(of)));
        getChildren().setAll(nodes);
    }

    private Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("text-muted");
        label.setWrapText(true);
        return label;
    }

    private Label quoted(String words) {
        Label label = new Label("“" + words + "”");
        label.getStyleClass().add("row-title");
        label.setWrapText(true);
        return label;
    }

    private String about(OnlineEvent of) {
        StringBuilder words = new StringBuilder(of.modelVersion());
        of.user().ifPresent(user -> words.append(" · ").append(user));
        of.slice()
                .forEach((tag, value) ->
                        words.append(" · ").append(tag).append(" = ").append(value));
        return words.toString();
    }

    private void load(Path file, OnlineEvent of, VBox place) {
        pictures.load(
                () -> BoxedPicture.read(file),
                read -> {
                    List<BoxedPicture.Mark> marks = new ArrayList<>();
                    of.results().forEach(result -> result.box()
                            .ifPresent(box -> marks.add(new BoxedPicture.Mark(box, style(result)))));
                    place.getChildren()
                            .setAll(new BoxedPicture(read, marks, desk.texts().text("online.image")));
                },
                problem -> place.getChildren().setAll(muted(text.text("no-image"))));
    }

    private static String style(ShownResult result) {
        return switch (result.outcome()) {
            case EDITED -> "mark-person";
            case CONFIRMED -> "mark-right";
            case DELETED -> "mark-wrong";
            default -> "mark-model";
        };
    }

    private Node result(int number, ShownResult result) {
        Chip.Tint tint =
                switch (result.outcome()) {
                    case EDITED, DELETED -> Chip.Tint.WARNING;
                    case CONFIRMED -> Chip.Tint.GOOD;
                    default -> Chip.Tint.PLAIN;
                };
        Chip chip = new Chip(
                tint,
                "",
                desk.texts()
                        .live("online.with."
                                + result.outcome()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-')));
        String score = result.score().isPresent()
                ? desk.texts().numbers().score(result.score().getAsDouble())
                : "";
        HBox head = new HBox(8, new Label(String.valueOf(number)), chip, muted(score));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(4, head, line(text.text("shown"), formula(result.shownLatex())));
        result.finalLatex().filter(last -> !last.equals(result.shownLatex())).ifPresent(last -> box.getChildren()
                .add(line(text.text("final"), formula(last))));
        return box;
    }

    private Node formula(String latex) {
        FormulaPane pane = new FormulaPane(service.formulas(), TYPE).alignedLeft();
        pane.setMinHeight(34);
        pane.setPrefHeight(34);
        pane.show(latex);
        pane.setAccessibleText(latex);
        HBox.setHgrow(pane, javafx.scene.layout.Priority.ALWAYS);
        return pane;
    }

    private HBox line(String name, Node formula) {
        Label label = muted(name);
        label.setMinWidth(64);
        HBox line = new HBox(8, label, formula);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String times(OnlineEvent of) {
        EventTimes times = EventTimes.of(of);
        StringBuilder words = new StringBuilder(text.text("took", "time", text.millis(times.total())));
        if (times.skewed()) {
            words.append(" (").append(text.text("skewed")).append(")");
        } else if (times.captureUnknown()) {
            words.append(" (").append(text.text("from-file")).append(")");
        }
        times.parts().forEach((part, millis) -> words.append(" · ")
                .append(text.text("part." + part))
                .append(' ')
                .append(text.millis(java.util.OptionalDouble.of(millis))));
        return words.toString();
    }
}
