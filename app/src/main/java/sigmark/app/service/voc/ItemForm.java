package sigmark.app.service.voc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.WordCell;
import sigmark.labeling.requirement.Measure;
import sigmark.labeling.requirement.Quantity;
import sigmark.labeling.voc.ImprovementPoint;
import sigmark.labeling.voc.PointState;
import sigmark.labeling.voc.VocCause;
import sigmark.labeling.voc.VocItem;

/** What has to be typed or chosen for an item, in place: an improvement point, a question, the item that it repeats. */
final class ItemForm extends VBox {
    private static final double USUAL_BOUND = 0.95;

    private final Desk desk;
    private final VocModel model;

    ItemForm(Desk desk, VocModel model) {
        super(8);
        this.desk = desk;
        this.model = model;
        setId("voc-form");
        getStyleClass().addAll("pane-section", "voc-form");
        close();
        model.chosenProperty().subscribe((before, now) -> {
            if (!before.map(VocItem::id).equals(now.map(VocItem::id))) {
                close();
            }
        });
    }

    boolean isOpen() {
        return isVisible();
    }

    void close() {
        setVisible(false);
        setManaged(false);
        getChildren().clear();
    }

    private void open(String titleKey, Node first, Runnable done, List<Node> content) {
        Label title = desk.texts().on(new Label(), titleKey);
        title.getStyleClass().add("row-title");
        Button keep = desk.texts().on(new Button(), "voc.form.keep");
        keep.setId("voc-form-keep");
        keep.getStyleClass().add("accent");
        keep.setDefaultButton(true);
        keep.setOnAction(event -> done.run());
        Button leave = desk.texts().on(new Button(), "voc.form.leave");
        leave.setCancelButton(true);
        leave.setOnAction(event -> close());
        getChildren().setAll(title);
        getChildren().addAll(content);
        getChildren().add(new HBox(8, keep, leave));
        setVisible(true);
        setManaged(true);
        desk.jobs().onWindow(first::requestFocus);
    }

    private Node named(String key, Node field) {
        Label label = desk.texts().on(new Label(), key);
        label.getStyleClass().add("field-name");
        label.setLabelFor(field);
        field.accessibleTextProperty().bind(desk.texts().live(key));
        return new VBox(2, label, field);
    }

    /** A new improvement point for the item, or one that is there. */
    void point(VocItem item) {
        ComboBox<Optional<ImprovementPoint>> which = new ComboBox<>();
        which.setId("voc-point-which");
        which.setMaxWidth(Double.MAX_VALUE);
        which.getItems().add(Optional.empty());
        model.readProperty().get().points().stream()
                .filter(point -> point.state() != PointState.VERIFIED)
                .map(Optional::of)
                .forEach(which.getItems()::add);
        WordCell.on(which, desk, one -> one.map(point -> point.id() + "  " + point.title())
                .orElse(desk.texts().text("voc.point.new")));
        which.setValue(Optional.empty());
        TextField title = new TextField(title(item));
        title.setId("voc-point-title");
        TextField query = new TextField(
                item.cause().map(cause -> "tag:voc:" + cause.word()).orElse("tag:voc"));
        query.setId("voc-point-query");
        ComboBox<String> error = new ComboBox<>();
        error.setMaxWidth(Double.MAX_VALUE);
        error.getItems().add("");
        error.getItems().addAll(details());
        WordCell.on(error, desk, word -> desk.texts().text(word.isEmpty() ? "voc.point.right" : "voc.detail." + word));
        error.setValue(item.detail());
        TextField bound = new TextField(Quantity.write(USUAL_BOUND, Measure.Unit.SHARE));
        bound.setId("voc-point-bound");
        VBox fresh = new VBox(
                8,
                named("voc.point.title", title),
                named("voc.point.query", query),
                named("voc.point.error", error),
                named("voc.point.bound", bound));
        which.valueProperty().subscribe(one -> {
            fresh.setVisible(one.isEmpty());
            fresh.setManaged(one.isEmpty());
        });
        open(
                "voc.point.for-item",
                title,
                () -> keep(which.getValue(), title, query, error.getValue(), bound),
                List.of(named("voc.point.which", which), fresh));
    }

    private void keep(
            Optional<ImprovementPoint> which, TextField title, TextField query, String error, TextField bound) {
        if (which.isPresent()) {
            model.tie(which.get().id());
            close();
            return;
        }
        OptionalDouble share = Quantity.parse(bound.getText(), Measure.Unit.SHARE);
        boolean right = share.isPresent() && share.getAsDouble() >= 0 && share.getAsDouble() <= 1;
        bound.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("wrong"), !right);
        if (right && !title.getText().isBlank()) {
            model.open(new VocModel.Wish(
                    title.getText().strip(),
                    query.getText().strip(),
                    error.isEmpty() ? Optional.empty() : Optional.of(error),
                    share.getAsDouble()));
            close();
        }
    }

    private String title(VocItem item) {
        if (!item.detail().isEmpty()) {
            return desk.texts().text("voc.detail." + item.detail());
        }
        return item.cause()
                .map(cause -> desk.texts().text("voc.cause." + cause.word()))
                .orElse("");
    }

    private static List<String> details() {
        return Stream.of(VocCause.values())
                .flatMap(cause -> cause.details().stream())
                .distinct()
                .toList();
    }

    /** A question for the guide's people. */
    void question(VocItem item) {
        TextArea text = new TextArea(item.text());
        text.setId("voc-question");
        text.setWrapText(true);
        text.setPrefRowCount(3);
        open(
                "voc.question",
                text,
                () -> {
                    if (!text.getText().isBlank()) {
                        model.question(text.getText().strip());
                        close();
                    }
                },
                List.of(named("voc.question.text", text)));
    }

    /** Which other item says the same. */
    void duplicate(VocItem item) {
        ComboBox<VocItem> of = new ComboBox<>();
        of.setId("voc-duplicate-of");
        of.setMaxWidth(Double.MAX_VALUE);
        List<VocItem> others = new ArrayList<>(model.readProperty().get().items());
        others.removeIf(other -> other.id().equals(item.id()));
        others.sort(java.util.Comparator.comparing((VocItem other) ->
                !other.cause().equals(item.cause()) || other.cause().isEmpty()));
        of.getItems().setAll(others);
        WordCell.on(of, desk, other -> other.id() + "  " + other.text());
        if (!others.isEmpty()) {
            of.setValue(others.get(0));
        }
        open(
                "voc.duplicate-of",
                of,
                () -> {
                    Optional.ofNullable(of.getValue()).map(VocItem::id).ifPresent(model::duplicate);
                    close();
                },
                List.of(named("voc.duplicate-of", of)));
    }
}
