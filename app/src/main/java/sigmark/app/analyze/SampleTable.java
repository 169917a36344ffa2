package sigmark.app.analyze;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.evaluation.SampleOutcome;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.latex.FormulaPane;
import sigmark.app.latex.FormulaPictures;

/** The samples, virtual: crop, both renderings, what differs, and the figures. Style class {@code sample-table}. */
final class SampleTable extends TableView<EvaluationSample> {
    private static final double ROW = 44;
    private static final double TYPE = 15;

    private final Desk desk;
    private final AnalyzeViewModel view;
    private final CropStore crops;
    private final FormulaPictures formulas;

    SampleTable(Desk desk, AnalyzeViewModel view, CropStore crops, FormulaPictures formulas, Runnable open) {
        super(view.shown());
        this.desk = desk;
        this.view = view;
        this.crops = crops;
        this.formulas = formulas;
        getStyleClass().addAll("sample-table", "edge-to-edge");
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column("page", 118, sample -> text(sample.page().name(), "row-title"));
        column("crop", 150, sample -> null).setCellFactory(column -> new CropCell());
        column("truth", 150, sample -> null).setCellFactory(column -> new FormulaCell(true));
        column("prediction", 150, sample -> null).setCellFactory(column -> new FormulaCell(false));
        column("diff", 220, sample -> null).setCellFactory(column -> new DiffCell());
        column("edit", 56, sample -> number(edit(sample)));
        column(
                "score",
                56,
                sample -> number(
                        sample.latexScore().isPresent()
                                ? desk.texts()
                                        .numbers()
                                        .decimals(sample.latexScore().getAsDouble(), 2)
                                : "–"));
        column(
                "iou",
                52,
                sample -> number(
                        sample.outcome() == SampleOutcome.MATCHED
                                ? desk.texts().numbers().decimals(sample.iou(), 2)
                                : "–"));
        column("outcome", 104, sample -> text(outcome(sample), sample.right() ? "good" : "bad"));
        column(
                "time",
                62,
                sample -> number(
                        desk.texts().numbers().decimals(sample.pageTimes().total() / 1e6, 0)));
        placeholder();
        follow(open);
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
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER
                    && view.selectedProperty().get().isPresent()) {
                open.run();
                event.consume();
            }
        });
        desk.texts().wordsProperty().addListener((property, old, now) -> refresh());
    }

    private TableColumn<EvaluationSample, EvaluationSample> column(
            String name, double width, Function<EvaluationSample, Node> node) {
        TableColumn<EvaluationSample, EvaluationSample> column = new TableColumn<>();
        column.textProperty().bind(desk.texts().live("analyze.column." + name));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 52));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new NodeCell(node));
        getColumns().add(column);
        return column;
    }

    private String edit(EvaluationSample sample) {
        return sample.tokenDistance().isPresent()
                ? desk.texts().numbers().decimals(sample.tokenDistance().getAsDouble(), 2)
                : "–";
    }

    private String outcome(EvaluationSample sample) {
        String word = sample.outcome() == SampleOutcome.MATCHED
                ? sample.right() ? "right" : "read-wrong"
                : sample.outcome().word();
        return desk.texts().text("analyze.outcome." + word);
    }

    private static Node text(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        return label;
    }

    private static Node number(String text) {
        Label label = new Label(text);
        HBox box = new HBox(label);
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }

    /** Makes its node anew for each sample: cheap texts only. */
    private static final class NodeCell extends TableCell<EvaluationSample, EvaluationSample> {
        private final Function<EvaluationSample, Node> node;

        NodeCell(Function<EvaluationSample, Node> node) {
            this.node = node;
        }

        @Override
        protected void updateItem(EvaluationSample sample, boolean empty) {
            super.updateItem(sample, empty);
            setGraphic(empty || sample == null ? null : node.apply(sample));
        }
    }

    private final class CropCell extends TableCell<EvaluationSample, EvaluationSample> {
        private final ImageView image = new ImageView();
        private final StackPane paper = new StackPane(image);
        private final Jobs.Latest place = crops.place();

        CropCell() {
            paper.getStyleClass().add("paper");
            paper.setMinWidth(0);
            image.setPreserveRatio(true);
            image.setSmooth(true);
        }

        @Override
        protected void updateItem(EvaluationSample sample, boolean empty) {
            super.updateItem(sample, empty);
            if (empty || sample == null) {
                place.forget();
                setGraphic(null);
                return;
            }
            setGraphic(paper);
            crops.crop(
                    place,
                    sample,
                    picture -> picture.ifPresentOrElse(
                            shown -> {
                                image.setImage(shown.image());
                                double fit = Math.min(
                                        1,
                                        Math.min(
                                                (ROW - 12) / shown.image().getHeight(),
                                                (getWidth() - 24)
                                                        / shown.image().getWidth()));
                                image.setFitHeight(Math.max(4, shown.image().getHeight() * Math.max(fit, 0.02)));
                            },
                            () -> image.setImage(null)));
        }
    }

    private final class FormulaCell extends TableCell<EvaluationSample, EvaluationSample> {
        private final boolean truth;
        private final FormulaPane pane = new FormulaPane(formulas, TYPE).alignedLeft();

        FormulaCell(boolean truth) {
            this.truth = truth;
            pane.setMaxHeight(ROW - 8);
        }

        @Override
        protected void updateItem(EvaluationSample sample, boolean empty) {
            super.updateItem(sample, empty);
            Optional<String> latex = empty || sample == null
                    ? Optional.empty()
                    : truth ? SampleText.truth(sample) : SampleText.prediction(sample);
            setGraphic(latex.isPresent() ? pane : null);
            latex.ifPresent(text -> pane.show(text, false, TYPE));
        }
    }

    private static final class DiffCell extends TableCell<EvaluationSample, EvaluationSample> {
        private final DiffFlow flow = new DiffFlow();

        DiffCell() {
            flow.setAlignment(Pos.CENTER_LEFT);
            flow.setPrefWrapLength(4000);
            flow.setMinWidth(USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(EvaluationSample sample, boolean empty) {
            super.updateItem(sample, empty);
            boolean both = !empty && sample != null && sample.endToEnd().isPresent();
            setGraphic(both ? flow : null);
            if (both) {
                flow.showBrief(
                        SampleText.truth(sample).orElse(""),
                        SampleText.prediction(sample).orElse(""));
            }
        }
    }
}
