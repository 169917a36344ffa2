package sigmark.app.analyze.overview;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.part.CropStore;
import sigmark.app.analyze.part.CropView;
import sigmark.app.analyze.part.OutcomeWord;
import sigmark.app.analyze.part.SampleText;
import sigmark.app.base.Desk;
import sigmark.app.latex.FormulaPane;
import sigmark.app.latex.FormulaPictures;

/**
 * The samples as tiles, crop above what was read; as many in a row as fit. Virtual: only rows in sight have nodes. Style
 * class {@code sample-grid}.
 */
final class SampleGrid extends ListView<Integer> {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double TILE = 196;
    private static final double ROW = 124;
    private static final double SIDES = 40;
    private static final double GAP = 8;
    private static final double TYPE = 15;

    private final Desk desk;
    private final AnalyzeViewModel view;
    private final CropStore crops;
    private final FormulaPictures formulas;
    private final Runnable open;
    private final ReadOnlyIntegerWrapper across = new ReadOnlyIntegerWrapper(1);
    private final DoubleBinding tileWidth;
    private final ObservableList<Integer> rows = FXCollections.observableArrayList();

    SampleGrid(Desk desk, AnalyzeViewModel view, CropStore crops, FormulaPictures formulas, Runnable open) {
        this.desk = desk;
        this.view = view;
        this.crops = crops;
        this.formulas = formulas;
        this.open = open;
        setItems(rows);
        tileWidth = Bindings.createDoubleBinding(
                () -> Math.floor((getWidth() - SIDES + GAP) / across.get()) - GAP, widthProperty(), across);
        getStyleClass().addAll("sample-grid", "edge-to-edge");
        desk.texts().name(this, "analyze.samples");
        setFixedCellSize(ROW);
        setCellFactory(list -> new RowCell());
        widthProperty().addListener((property, old, now) -> {
            int fit = Math.max(1, (int) ((now.doubleValue() - SIDES + GAP) / TILE));
            if (fit != across.get()) {
                across.set(fit);
                count();
            }
        });
        view.shown().addListener((ListChangeListener<EvaluationSample>) change -> count());
        view.selectedProperty().addListener((property, old, now) -> {
            now.ifPresent(this::reveal);
            refresh();
        });
        desk.texts().wordsProperty().addListener((property, old, now) -> refresh());
        count();
    }

    /** Tiles in a row. */
    ReadOnlyIntegerProperty acrossProperty() {
        return across.getReadOnlyProperty();
    }

    private void count() {
        int needed = (view.shown().size() + across.get() - 1) / across.get();
        rows.setAll(new Numbers(needed));
        refresh();
    }

    private void reveal(EvaluationSample sample) {
        int at = view.indexOf(sample);
        if (at >= 0 && isVisible()) {
            scrollTo(Math.max(0, at / across.get() - 1));
        }
    }

    /** 0, 1, 2 … without holding them. */
    private static final class Numbers extends AbstractList<Integer> {
        private final int size;

        Numbers(int size) {
            this.size = size;
        }

        @Override
        public Integer get(int index) {
            return index;
        }

        @Override
        public int size() {
            return size;
        }
    }

    private final class RowCell extends ListCell<Integer> {
        private final HBox line = new HBox(GAP);
        private final List<Tile> tiles = new ArrayList<>();

        RowCell() {
            getStyleClass().add("sample-grid-row");
            line.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(Integer row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                tiles.forEach(Tile::clear);
                setGraphic(null);
                return;
            }
            while (tiles.size() < across.get()) {
                tiles.add(new Tile());
            }
            int from = row * across.get();
            int to = Math.min(view.shown().size(), from + across.get());
            for (int i = 0; i < across.get(); i++) {
                if (from + i < to) {
                    tiles.get(i).show(view.shown().get(from + i));
                } else {
                    tiles.get(i).clear();
                }
            }
            if (line.getChildren().size() != across.get()) {
                line.getChildren().setAll(tiles.subList(0, across.get()));
            }
            setGraphic(line);
        }
    }

    private final class Tile extends VBox {
        private final CropView crop = new CropView(crops);
        private final FormulaPane reading = new FormulaPane(formulas, TYPE);
        private final Label edit = new Label();
        private final Label outcome = new Label();
        private Optional<EvaluationSample> sample = Optional.empty();

        Tile() {
            super(4);
            getStyleClass().add("sample-tile");
            prefWidthProperty().bind(tileWidth);
            minWidthProperty().bind(tileWidth);
            maxWidthProperty().bind(tileWidth);
            setAccessibleRole(AccessibleRole.BUTTON);
            crop.setMinHeight(46);
            crop.setMaxHeight(46);
            reading.setMinHeight(34);
            reading.setMaxHeight(34);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            edit.getStyleClass().add("row-title");
            outcome.getStyleClass().add("text-caption");
            getChildren().addAll(crop, new StackPane(reading), new HBox(6, edit, space, outcome));
            setOnMouseClicked(event -> sample.ifPresent(shown -> {
                SampleGrid.this.requestFocus();
                view.select(Optional.of(shown));
                if (event.getClickCount() == 2) {
                    open.run();
                }
            }));
        }

        void show(EvaluationSample next) {
            boolean same = sample.filter(next::equals).isPresent();
            sample = Optional.of(next);
            setVisible(true);
            pseudoClassStateChanged(
                    CHOSEN,
                    view.selectedProperty()
                            .get()
                            .filter(chosen -> chosen.id().equals(next.id()))
                            .isPresent());
            String word = OutcomeWord.of(desk.texts().words(), next);
            edit.setText(
                    next.tokenDistance().isPresent()
                            ? desk.texts()
                                    .numbers()
                                    .decimals(next.tokenDistance().getAsDouble(), 2)
                            : "–");
            outcome.setText(word);
            outcome.getStyleClass().removeAll("good", "bad");
            outcome.getStyleClass().add(next.right() ? "good" : "bad");
            if (!same) {
                crop.show(next);
                String latex = SampleText.prediction(next).orElse("");
                reading.replace(latex, false, TYPE);
                setAccessibleText(next.page().name() + ", " + word + ", " + latex);
            }
        }

        void clear() {
            sample = Optional.empty();
            crop.clear();
            setVisible(false);
        }
    }
}
