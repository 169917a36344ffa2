package sigmark.app.analyze.overview;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.model.EvaluatedSamples;
import sigmark.app.analyze.model.SampleOrder;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Segments;
import sigmark.app.base.control.WordCell;

/** Above the samples: how many, in which order, which figures, as rows or as tiles. Style class {@code table-head}. */
final class SamplesHead extends HBox {
    private final Desk desk;
    private final AnalyzeViewModel view;
    private final Runnable toSamples;

    SamplesHead(Desk desk, AnalyzeViewModel view, SampleTable table, BooleanProperty asGrid, Runnable toSamples) {
        super(8);
        this.desk = desk;
        this.view = view;
        this.toSamples = toSamples;
        Label title = desk.texts().on(new Label(), "analyze.samples");
        title.getStyleClass().add("section-title");
        Label count = new Label();
        count.setId("sample-count");
        count.getStyleClass().add("text-muted");
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        this::countText,
                        view.shown(),
                        view.evaluationProperty(),
                        desk.texts().wordsProperty()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(title, count, failedNote(), space, all(), order(), columns(table, asGrid), look(asGrid));
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("table-head");
    }

    private String countText() {
        int all = view.samplesProperty().get().map(EvaluatedSamples::size).orElse(0);
        return desk.texts()
                .text(
                        "analyze.samples.count",
                        "shown",
                        desk.texts().numbers().count(view.shown().size()),
                        "all",
                        desk.texts().numbers().count(all));
    }

    private Node failedNote() {
        Label note = new Label();
        note.getStyleClass().add("warning");
        note.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> view.evaluationProperty()
                                .get()
                                .filter(evaluation -> !evaluation.failed().isEmpty())
                                .map(evaluation -> desk.texts()
                                        .text(
                                                "analyze.failed",
                                                "count",
                                                evaluation.failed().size()))
                                .orElse(""),
                        view.evaluationProperty(),
                        desk.texts().wordsProperty()));
        return note;
    }

    private Node all() {
        Button all = desk.texts().on(new Button(), "analyze.show-all");
        all.getStyleClass().addAll("flat", "small");
        all.setMinWidth(USE_PREF_SIZE);
        all.setOnAction(event -> view.showAll());
        all.visibleProperty().bind(Bindings.isNotEmpty(view.facets()));
        return all;
    }

    private Node order() {
        ComboBox<SampleOrder> order = new ComboBox<>();
        order.getItems().setAll(SampleOrder.NAMED);
        order.setValue(view.orderProperty().get());
        WordCell.on(order, desk, this::word);
        order.setOnAction(event -> {
            if (order.getValue() != null
                    && !order.getValue().equals(view.orderProperty().get())) {
                view.sortBy(order.getValue());
            }
        });
        order.setOnHidden(event -> toSamples.run()); // the list follows, so the keys go there
        view.orderProperty().addListener((property, old, now) -> order.setValue(now));
        desk.texts().name(order, "analyze.order");
        order.setMinWidth(148);
        return order;
    }

    private String word(SampleOrder order) {
        if (SampleOrder.NAMED.contains(order)) {
            return desk.texts().text(order.key());
        }
        String metric = order.metric()
                .map(of -> desk.texts().text("analyze.metric." + of.word()))
                .orElse("");
        return metric + (order.ascending() ? " ↑" : " ↓");
    }

    /** Which figures the table has. */
    private Node columns(SampleTable table, BooleanProperty asGrid) {
        MenuButton button = new MenuButton();
        button.setId("column-choice");
        button.textProperty().bind(desk.texts().live("analyze.columns"));
        button.setMinWidth(124);
        button.disableProperty().bind(asGrid);
        table.metricColumns().forEach((metric, column) -> {
            CheckMenuItem item = new CheckMenuItem();
            item.textProperty().bind(desk.texts().live("analyze.metric." + metric.word()));
            item.selectedProperty().bindBidirectional(column.visibleProperty());
            button.getItems().add(item);
        });
        return button;
    }

    private Node look(BooleanProperty asGrid) {
        Segments<Boolean> look = new Segments<>(List.of(false, true), asGrid.get(), grid -> desk.texts()
                .live(grid ? "analyze.look.grid" : "analyze.look.table"));
        look.setId("sample-look");
        look.setMinWidth(USE_PREF_SIZE);
        look.valueProperty().addListener((property, old, now) -> asGrid.set(now));
        asGrid.addListener((property, old, now) -> look.valueProperty().set(now));
        return look;
    }
}
