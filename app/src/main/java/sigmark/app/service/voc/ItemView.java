package sigmark.app.service.voc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.Jobs;
import sigmark.app.latex.FormulaPane;
import sigmark.app.service.BoxedPicture;
import sigmark.app.service.ServiceDesk;
import sigmark.inference.page.PageDecoder;
import sigmark.inference.page.PixelImage;
import sigmark.labeling.voc.VocItem;

/** A complaint with its image, what was shown and what the user made of it, and what came of it. */
final class ItemView extends VBox {
    private static final double TYPE = 18;
    private static final double AROUND = 90;

    private final ServiceDesk service;
    private final Desk desk;
    private final VocModel model;
    private final Jobs.Latest pictures;

    ItemView(ServiceDesk service, VocModel model) {
        super(10);
        this.service = service;
        this.desk = service.desk();
        this.model = model;
        pictures = desk.jobs().latest();
        getStyleClass().add("pane-section");
        setMinWidth(0);
        model.chosenProperty().subscribe(item -> show(item));
        desk.texts()
                .wordsProperty()
                .subscribe(words -> show(model.chosenProperty().get()));
    }

    private void show(Optional<VocItem> item) {
        pictures.forget();
        getChildren().clear();
        item.ifPresent(this::show);
    }

    private void show(VocItem item) {
        Label words = new Label(item.text().isEmpty() ? desk.texts().text("voc.no-text") : item.text());
        words.getStyleClass().add("section-title");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(words, muted(about(item)));
        VBox picture = new VBox(muted(desk.texts().text("voc.no-image")));
        picture.setMinWidth(0);
        HBox.setHgrow(picture, Priority.ALWAYS);
        getChildren().add(picture);
        model.image(item).ifPresent(file -> load(file, item, picture));
        item.predictedLatex().ifPresent(latex -> getChildren().add(line("voc.shown", latex, "voc-shown")));
        item.correctedLatex().ifPresent(latex -> getChildren().add(line("voc.corrected", latex, "voc-corrected")));
        links(item);
    }

    private Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("text-muted");
        label.setWrapText(true);
        return label;
    }

    private String about(VocItem item) {
        List<String> words = new ArrayList<>();
        words.add(item.id());
        for (String each : List.of(
                item.origin().user(),
                item.channel(),
                item.origin().modelVersion(),
                item.origin().device(),
                item.origin().network())) {
            if (!each.isEmpty()) {
                words.add(each);
            }
        }
        words.add(desk.texts().text(item.consent().train() ? "voc.may-train" : "voc.may-not-train"));
        if (!item.redaction().isEmpty()) {
            words.add(desk.texts().text("voc.redacted", "what", item.redaction()));
        }
        return String.join(" · ", words);
    }

    private void load(Path file, VocItem item, VBox place) {
        pictures.load(
                () -> cut(file, item),
                read -> {
                    BoxedPicture shown = new BoxedPicture(
                            read.picture(), read.marks(), desk.texts().text("voc.image"));
                    shown.setMaxWidth(Math.min(shown.getMaxWidth(), 620));
                    place.getChildren().setAll(shown);
                },
                problem -> place.getChildren().setAll(muted(desk.texts().text("voc.no-image"))));
    }

    private record Cut(BoxedPicture.Read picture, List<BoxedPicture.Mark> marks) {}

    /** What lies around the complaint's box; without a box the whole image. */
    private static Cut cut(Path file, VocItem item) {
        if (item.box().isEmpty()) {
            return new Cut(BoxedPicture.read(file), List.of());
        }
        var box = item.box().get();
        PixelImage whole = PageDecoder.decode(file).upright();
        var around = new sigmark.inference.page.Box(
                        box.left() - 2 * AROUND, box.top() - AROUND, box.right() + 2 * AROUND, box.bottom() + AROUND)
                .clip(whole.width(), whole.height());
        if (around.isEmpty()) {
            return new Cut(BoxedPicture.read(file), List.of());
        }
        double left = Math.floor(around.get().left());
        double top = Math.floor(around.get().top());
        var moved = new sigmark.inference.page.Box(
                box.left() - left, box.top() - top, box.right() - left, box.bottom() - top);
        return new Cut(
                BoxedPicture.of(whole.crop(around.get())), List.of(new BoxedPicture.Mark(moved, "mark-complaint")));
    }

    private HBox line(String key, String latex, String style) {
        Label name = muted(desk.texts().text(key));
        name.setMinWidth(86);
        FormulaPane pane = new FormulaPane(service.formulas(), TYPE).alignedLeft();
        pane.setMinHeight(40);
        pane.setPrefHeight(40);
        pane.show(latex);
        pane.setAccessibleText(latex);
        pane.getStyleClass().add(style);
        HBox.setHgrow(pane, Priority.ALWAYS);
        HBox line = new HBox(8, name, pane);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void links(VocItem item) {
        HBox links = new HBox(12);
        links.setAlignment(Pos.CENTER_LEFT);
        if (!item.links().page().isEmpty()) {
            links.getChildren()
                    .add(link(
                            "voc.link.page",
                            "voc-link-page",
                            Destination.of("label").page(item.links().page())));
        }
        if (!item.links().question().isEmpty()) {
            links.getChildren()
                    .add(link(
                            "voc.link.question",
                            "voc-link-question",
                            Destination.of("guide").query("questions")));
        }
        if (item.links().point().isPresent()) {
            links.getChildren()
                    .add(muted(desk.texts()
                            .text("voc.link.point", "id", item.links().point().getAsLong())));
        }
        if (!item.links().duplicateOf().isEmpty()) {
            links.getChildren()
                    .add(muted(desk.texts()
                            .text("voc.link.duplicate", "id", item.links().duplicateOf())));
        }
        if (!links.getChildren().isEmpty()) {
            getChildren().add(links);
        }
    }

    private Node link(String key, String id, Destination place) {
        var link = new javafx.scene.control.Hyperlink(desk.texts().text(key));
        link.setId(id);
        link.setOnAction(event -> service.workspace().go(place));
        return link;
    }
}
