package sigmark.app.analyze.overview;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.model.SampleMetric;
import sigmark.app.analyze.model.SampleOrder;
import sigmark.app.analyze.part.CropStore;
import sigmark.app.analyze.part.CropView;
import sigmark.app.analyze.part.DiffFlow;
import sigmark.app.analyze.part.OutcomeWord;
import sigmark.app.analyze.part.SampleText;
import sigmark.app.base.Desk;
import sigmark.app.latex.FormulaPane;
import sigmark.app.latex.FormulaPictures;

/**
 * The samples, virtual: crop, both renderings, what differs, and any figure; a figure's head sorts by it. Style class
 * {@code sample-table}.
 */
public final class SampleTable extends TableView<EvaluationSample> {
    private static final double ROW = 44;
    private static final double TYPE = 15;
    private static final List<SampleMetric> FIRST =
            List.of(SampleMetric.EDIT, SampleMetric.CDM, SampleMetric.SCORE, SampleMetric.IOU, SampleMetric.TIME);

    private final Desk desk;
    private final AnalyzeViewModel view;
    private final CropStore crops;
    private final FormulaPictures formulas;
    private final Map<SampleMetric, TableColumn<EvaluationSample, EvaluationSample>> metrics =
            new EnumMap<>(SampleMetric.class);

    public SampleTable(Desk desk, AnalyzeViewModel view, CropStore crops, FormulaPictures formulas, Runnable open) {
        super(view.shown());
        this.desk = desk;
        this.view = view;
        this.crops = crops;
        this.formulas = formulas;
        getStyleClass().addAll("sample-table", "edge-to-edge");
        desk.texts().name(this, "analyze.samples");
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column("page", 104)
                .setCellFactory(c -> new TextCell(sample -> sample.page().name(), "row-title"));
        column("crop", 140).setCellFactory(c -> new CropCell());
        column("truth", 140).setCellFactory(c -> new FormulaCell(true));
        column("prediction", 140).setCellFactory(c -> new FormulaCell(false));
        column("diff", 210).setCellFactory(c -> new DiffCell());
        column("outcome", 92).setCellFactory(c -> new OutcomeCell());
        column("errors", 120).setCellFactory(c -> new TextCell(this::errors, "text-caption"));
        for (SampleMetric metric : SampleMetric.values()) {
            metrics.put(metric, metricColumn(metric));
        }
        placeholder();
        follow(open);
    }

    /** The figures' columns, to be shown or hidden. */
    Map<SampleMetric, TableColumn<EvaluationSample, EvaluationSample>> metricColumns() {
        return metrics;
    }

    private void placeholder() {
        Label nothing = new Label();
        nothing.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> desk.texts()
                                .text(
                                        view.figuresProperty().get().isPresent()
                                                ? "analyze.table.nothing"
                                                : "analyze.table.computing"),
                        view.figuresProperty(),
                        desk.texts().wordsProperty()));
        nothing.getStyleClass().add("text-muted");
        setPlaceholder(nothing);
    }

    private void follow(Runnable open) {
        getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            if (now != null) {
                view.select(Optional.of(now));
            }
        });
        view.selectedProperty()
                .addListener((property, old, now) -> now.ifPresent(sample -> {
                    int at = view.indexOf(sample);
                    if (at >= 0 && at != getSelectionModel().getSelectedIndex()) {
                        getSelectionModel().select(at);
                        scrollTo(Math.max(0, at - 3));
                    }
                }));
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && view.selectedProperty().get().isPresent()) {
                open.run();
            }
        });
        desk.texts().wordsProperty().addListener((property, old, now) -> refresh());
    }

    private TableColumn<EvaluationSample, EvaluationSample> column(String name, double width) {
        TableColumn<EvaluationSample, EvaluationSample> column = new TableColumn<>();
        column.textProperty().bind(desk.texts().live("analyze.column." + name));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 52));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        getColumns().add(column);
        return column;
    }

    private TableColumn<EvaluationSample, EvaluationSample> metricColumn(SampleMetric metric) {
        TableColumn<EvaluationSample, EvaluationSample> column = new TableColumn<>();
        column.setPrefWidth(72);
        column.setMinWidth(68);
        column.setSortable(false);
        column.setReorderable(false);
        column.setVisible(FIRST.contains(metric));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new NumberCell(metric));
        Button head = new Button();
        head.getStyleClass().setAll("column-sort");
        head.setMaxWidth(Double.MAX_VALUE);
        head.setMinWidth(0);
        head.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> desk.texts().text("analyze.metric.short." + metric.word()) + arrow(metric),
                        desk.texts().wordsProperty(),
                        view.orderProperty()));
        desk.texts().name(head, "analyze.column.sort", "metric", desk.texts().live("analyze.metric." + metric.word()));
        head.setOnAction(event -> view.sortBy(next(metric)));
        head.prefWidthProperty().bind(column.widthProperty());
        column.setGraphic(head);
        getColumns().add(column);
        return column;
    }

    private SampleOrder next(SampleMetric metric) {
        SampleOrder now = view.orderProperty().get();
        return now.metric().filter(metric::equals).isPresent() ? now.turned() : SampleOrder.worst(metric);
    }

    private String arrow(SampleMetric metric) {
        SampleOrder now = view.orderProperty().get();
        boolean sorted = now.metric().filter(metric::equals).isPresent();
        return sorted ? now.ascending() ? " ↑" : " ↓" : "";
    }

    private String errors(EvaluationSample sample) {
        return view.samplesProperty()
                .get()
                .flatMap(all -> all.errors(sample))
                .map(profile -> profile.errors().keySet().stream()
                        .sorted()
                        .map(error -> desk.texts().text("analyze.error." + error.word()))
                        .collect(Collectors.joining(" · ")))
                .orElse("");
    }

    /** A cell that knows its sample; what it shows is replaced, never made anew. */
    private abstract static class SampleCell extends TableCell<EvaluationSample, EvaluationSample> {
        abstract void show(EvaluationSample sample);

        abstract void clear();

        @Override
        protected void updateItem(EvaluationSample sample, boolean empty) {
            super.updateItem(sample, empty);
            if (empty || sample == null) {
                clear();
            } else {
                show(sample);
            }
        }
    }

    private static class TextCell extends SampleCell {
        private final Function<EvaluationSample, String> text;

        TextCell(Function<EvaluationSample, String> text, String style) {
            this.text = text;
            getStyleClass().add(style);
        }

        @Override
        void show(EvaluationSample sample) {
            setText(text.apply(sample));
        }

        @Override
        void clear() {
            setText("");
        }
    }

    private final class NumberCell extends TextCell {
        NumberCell(SampleMetric metric) {
            super(
                    sample -> {
                        OptionalDouble value = metric.of(sample);
                        return value.isPresent()
                                ? desk.texts().numbers().decimals(value.getAsDouble(), metric.decimals())
                                : "–";
                    },
                    "number-cell");
            setAlignment(Pos.CENTER_RIGHT);
        }
    }

    private final class OutcomeCell extends SampleCell {
        @Override
        void show(EvaluationSample sample) {
            setText(OutcomeWord.of(desk.texts().words(), sample));
            getStyleClass().removeAll("good", "bad");
            getStyleClass().add(sample.right() ? "good" : "bad");
        }

        @Override
        void clear() {
            setText("");
        }
    }

    private final class CropCell extends SampleCell {
        private final CropView crop = new CropView(crops);

        CropCell() {
            crop.setMaxHeight(ROW - 6);
        }

        @Override
        void show(EvaluationSample sample) {
            setGraphic(crop);
            crop.show(sample);
        }

        @Override
        void clear() {
            crop.clear();
            setGraphic(null);
        }

        @Override
        protected void layoutChildren() {
            crop.setPrefSize(Math.max(20, getWidth() - 16), ROW - 8);
            super.layoutChildren();
        }
    }

    private final class FormulaCell extends SampleCell {
        private final boolean truth;
        private final FormulaPane pane = new FormulaPane(formulas, TYPE).alignedLeft();

        FormulaCell(boolean truth) {
            this.truth = truth;
            pane.setMaxHeight(ROW - 8);
        }

        @Override
        void show(EvaluationSample sample) {
            Optional<String> latex = truth ? SampleText.truth(sample) : SampleText.prediction(sample);
            setGraphic(latex.map(text -> (Node) pane).orElse(null));
            latex.ifPresent(text -> pane.replace(text, false, TYPE));
        }

        @Override
        void clear() {
            setGraphic(null);
        }
    }

    private static final class DiffCell extends SampleCell {
        private final DiffFlow flow = new DiffFlow();

        DiffCell() {
            flow.setAlignment(Pos.CENTER_LEFT);
            flow.setPrefWrapLength(4000);
            flow.setMinWidth(USE_PREF_SIZE);
        }

        @Override
        void show(EvaluationSample sample) {
            boolean both = sample.endToEnd().isPresent();
            setGraphic(both ? flow : null);
            if (both) {
                flow.showBrief(
                        SampleText.truth(sample).orElse(""),
                        SampleText.prediction(sample).orElse(""));
            }
        }

        @Override
        void clear() {
            setGraphic(null);
        }
    }
}
