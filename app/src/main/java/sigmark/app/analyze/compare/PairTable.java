package sigmark.app.analyze.compare;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import sigmark.analysis.compare.SamplePair;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.app.analyze.model.CompareViewModel;
import sigmark.app.analyze.part.CropStore;
import sigmark.app.analyze.part.CropView;
import sigmark.app.analyze.part.DiffFlow;
import sigmark.app.analyze.part.SampleText;
import sigmark.app.base.Desk;
import sigmark.app.latex.FormulaPane;
import sigmark.app.latex.FormulaPictures;

/** Formulas with the truth and both readings, virtual. Style classes {@code sample-table pair-table}. */
final class PairTable extends TableView<SamplePair> {
    private static final double ROW = 44;
    private static final double TYPE = 15;

    private final Desk desk;

    PairTable(
            Desk desk,
            CompareViewModel view,
            CropStore crops,
            FormulaPictures formulas,
            java.util.function.Consumer<SamplePair> open) {
        super(view.shown());
        this.desk = desk;
        getStyleClass().addAll("sample-table", "pair-table", "edge-to-edge");
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        desk.texts().name(this, "analyze.compare.pairs");
        column("crop", 150, () -> new CropCell(crops));
        column("truth", 140, () -> new FormulaCell(formulas, pair -> SampleText.truth(pair.first())));
        column("other", 170, () -> new ReadingCell(SamplePair::second));
        column("candidate", 170, () -> new ReadingCell(SamplePair::first));
        column("difference", 70, DifferenceCell::new);
        column("page", 110, PageCell::new);
        Label nothing = desk.texts().on(new Label(), "analyze.compare.nothing");
        nothing.getStyleClass().add("text-muted");
        setPlaceholder(nothing);
        getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            if (now != null) {
                view.select(Optional.of(now));
            }
        });
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                view.selectedProperty().get().ifPresent(open);
            }
        });
        desk.texts().wordsProperty().addListener((property, old, now) -> refresh());
    }

    private void column(String name, double width, java.util.function.Supplier<PairCell> cell) {
        TableColumn<SamplePair, SamplePair> column = new TableColumn<>();
        column.textProperty().bind(desk.texts().live("analyze.compare.column." + name));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(60, width));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(one -> new ReadOnlyObjectWrapper<>(one.getValue()));
        column.setCellFactory(c -> cell.get());
        getColumns().add(column);
    }

    private abstract static class PairCell extends TableCell<SamplePair, SamplePair> {
        abstract void show(SamplePair pair);

        @Override
        protected void updateItem(SamplePair pair, boolean empty) {
            super.updateItem(pair, empty);
            if (empty || pair == null) {
                setGraphic(null);
                setText("");
            } else {
                show(pair);
            }
        }
    }

    private static final class CropCell extends PairCell {
        private final CropView crop;

        CropCell(CropStore crops) {
            crop = new CropView(crops);
            crop.setMaxHeight(ROW - 6);
        }

        @Override
        void show(SamplePair pair) {
            setGraphic(crop);
            crop.show(pair.first());
        }

        @Override
        protected void layoutChildren() {
            crop.setPrefSize(Math.max(20, getWidth() - 16), ROW - 8);
            super.layoutChildren();
        }
    }

    private static final class FormulaCell extends PairCell {
        private final Function<SamplePair, Optional<String>> latex;
        private final FormulaPane pane;

        FormulaCell(FormulaPictures formulas, Function<SamplePair, Optional<String>> latex) {
            this.latex = latex;
            pane = new FormulaPane(formulas, TYPE).alignedLeft();
            pane.setMaxHeight(ROW - 8);
        }

        @Override
        void show(SamplePair pair) {
            Optional<String> text = latex.apply(pair);
            setGraphic(text.isPresent() ? pane : null);
            text.ifPresent(shown -> pane.replace(shown, false, TYPE));
        }
    }

    /** What differs from the truth; a check when nothing does. */
    private final class ReadingCell extends PairCell {
        private final Function<SamplePair, EvaluationSample> side;
        private final DiffFlow flow = new DiffFlow();

        ReadingCell(Function<SamplePair, EvaluationSample> side) {
            this.side = side;
            flow.setPrefWrapLength(4000);
            flow.setMinWidth(USE_PREF_SIZE);
            flow.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        }

        @Override
        void show(SamplePair pair) {
            EvaluationSample sample = side.apply(pair);
            getStyleClass().remove("good");
            if (sample.right()) {
                setGraphic(null);
                setText(desk.texts().text("analyze.outcome.right"));
                getStyleClass().add("good");
                return;
            }
            setText("");
            flow.showBrief(
                    SampleText.truth(sample).orElse(""),
                    SampleText.prediction(sample).orElse(""));
            setGraphic(flow);
        }
    }

    private final class DifferenceCell extends PairCell {
        DifferenceCell() {
            getStyleClass().add("number-cell");
        }

        @Override
        void show(SamplePair pair) {
            double difference = pair.difference();
            String number = desk.texts().numbers().decimals(difference, 2);
            setText(difference > 0 ? "+" + number : number);
        }
    }

    private static final class PageCell extends PairCell {
        @Override
        void show(SamplePair pair) {
            setText(pair.first().page().name());
        }
    }
}
