package sigmark.app.analyze.overview;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import sigmark.analysis.errors.TokenSort;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.model.ErrorFigures;
import sigmark.app.analyze.model.SampleFacet;
import sigmark.app.analyze.part.CropStore;
import sigmark.app.base.Desk;
import sigmark.app.latex.FormulaPane;
import sigmark.app.latex.FormulaPictures;

/**
 * Which sign is read as which: true signs down, read signs across, each drawn; a cell leads to its samples and shows some
 * of their crops while the pointer or the focus is on it. Style class {@code confusion-matrix}.
 */
final class ConfusionMatrix extends HBox {
    private static final int ROWS = 6;
    private static final int COLUMNS = 7;
    private static final int SHADES = 5;
    private static final double CROP_HEIGHT = 34;
    private static final double CROP_WIDTH = 108;

    private final Desk desk;
    private final AnalyzeViewModel view;
    private final CropStore crops;
    private final FormulaPictures formulas;
    private final VBox examples = new VBox(4);

    ConfusionMatrix(
            Desk desk,
            AnalyzeViewModel view,
            CropStore crops,
            FormulaPictures formulas,
            List<ErrorFigures.Confusion> pairs) {
        super(12);
        this.desk = desk;
        this.view = view;
        this.crops = crops;
        this.formulas = formulas;
        getStyleClass().add("confusion-matrix");
        GridPane grid = grid(pairs);
        grid.setMinWidth(USE_PREF_SIZE);
        examples.setMinWidth(0);
        HBox.setHgrow(examples, Priority.ALWAYS);
        getChildren().addAll(grid, examples);
        show(pairs.get(0));
    }

    private GridPane grid(List<ErrorFigures.Confusion> pairs) {
        Set<String> truths = new LinkedHashSet<>();
        Set<String> reads = new LinkedHashSet<>();
        for (ErrorFigures.Confusion pair : pairs) {
            boolean fits = (truths.contains(pair.truth()) || truths.size() < ROWS)
                    && (reads.contains(pair.prediction()) || reads.size() < COLUMNS);
            if (fits) {
                truths.add(pair.truth());
                reads.add(pair.prediction());
            }
        }
        List<String> down = new ArrayList<>(truths);
        List<String> across = new ArrayList<>(reads);
        GridPane grid = new GridPane();
        grid.setHgap(1);
        grid.setVgap(1);
        for (int i = 0; i < down.size(); i++) {
            grid.add(sign(down.get(i)), 0, i + 1);
        }
        for (int j = 0; j < across.size(); j++) {
            grid.add(sign(across.get(j)), j + 1, 0);
        }
        int most = pairs.get(0).count();
        for (int i = 0; i < down.size(); i++) {
            for (int j = 0; j < across.size(); j++) {
                grid.add(cell(find(pairs, down.get(i), across.get(j)), most), j + 1, i + 1);
            }
        }
        return grid;
    }

    private static Optional<ErrorFigures.Confusion> find(
            List<ErrorFigures.Confusion> pairs, String truth, String prediction) {
        return pairs.stream()
                .filter(pair -> pair.truth().equals(truth) && pair.prediction().equals(prediction))
                .findFirst();
    }

    private Node sign(String token) {
        FormulaPane pane = new FormulaPane(formulas, 13);
        pane.show(TokenSort.of(token) == TokenSort.ACCENT ? token + "{x}" : token, false, 13);
        Tooltip.install(pane, new Tooltip(token));
        StackPane box = new StackPane(pane);
        box.getStyleClass().add("confusion-sign");
        return box;
    }

    private Node cell(Optional<ErrorFigures.Confusion> pair, int most) {
        if (pair.isEmpty()) {
            StackPane nothing = new StackPane();
            nothing.getStyleClass().add("confusion-empty");
            return nothing;
        }
        ErrorFigures.Confusion found = pair.get();
        Button button = new Button(desk.texts().numbers().count(found.count()));
        int shade = (int) Math.ceil((double) SHADES * found.count() / most);
        button.getStyleClass().setAll("confusion-cell", "shade-" + Math.max(1, shade));
        String spoken = desk.texts()
                .text(
                        "analyze.confusion",
                        "truth",
                        found.truth(),
                        "prediction",
                        found.prediction(),
                        "count",
                        found.count());
        button.setAccessibleText(spoken);
        button.setTooltip(new Tooltip(spoken));
        button.setOnAction(event -> view.narrow(SampleFacet.confusion(found.truth(), found.prediction())));
        button.setOnMouseEntered(event -> show(found));
        button.focusedProperty().addListener((property, old, now) -> {
            if (now) {
                show(found);
            }
        });
        return button;
    }

    private void show(ErrorFigures.Confusion pair) {
        examples.getChildren()
                .setAll(Picture.caption(desk.texts()
                        .text(
                                "analyze.confusion.short",
                                "truth",
                                pair.truth(),
                                "prediction",
                                pair.prediction(),
                                "count",
                                pair.count())));
        for (EvaluationSample sample : pair.examples()) {
            examples.getChildren().add(example(sample));
        }
    }

    private Node example(EvaluationSample sample) {
        ImageView image = new ImageView();
        image.setPreserveRatio(true);
        image.setSmooth(true);
        StackPane paper = new StackPane(image);
        paper.getStyleClass().add("paper");
        paper.setAlignment(Pos.CENTER);
        paper.setMinHeight(CROP_HEIGHT + 6);
        paper.setMaxHeight(CROP_HEIGHT + 6);
        crops.crop(
                crops.place(),
                sample,
                picture -> picture.ifPresent(shown -> {
                    image.setImage(shown.image());
                    double fit = Math.min(
                            1,
                            Math.min(
                                    CROP_HEIGHT / shown.image().getHeight(),
                                    CROP_WIDTH / shown.image().getWidth()));
                    image.setFitHeight(Math.max(4, shown.image().getHeight() * fit));
                }));
        Button button = new Button();
        button.setGraphic(paper);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().setAll("picture-link");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        paper.prefWidthProperty().bind(button.widthProperty());
        button.setAccessibleText(desk.texts()
                .text("analyze.confusion.example", "page", sample.page().name()));
        button.setOnAction(event -> view.select(Optional.of(sample)));
        return button;
    }
}
