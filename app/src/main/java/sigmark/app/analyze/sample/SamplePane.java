package sigmark.app.analyze.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.evaluation.SampleOutcome;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.model.Place;
import sigmark.app.analyze.part.AnalyzeActions;
import sigmark.app.analyze.part.CropStore;
import sigmark.app.analyze.part.SampleText;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.EmptyState;
import sigmark.app.base.control.Icons;
import sigmark.app.canvas.BoxMark;
import sigmark.app.canvas.BoxStyle;
import sigmark.app.canvas.PageCanvas;
import sigmark.app.canvas.Viewport;
import sigmark.app.latex.FormulaPictures;
import sigmark.labeling.project.Page;

/** One sample at a time: the list it is from, its page with truth and prediction, and everything about it. */
public final class SamplePane extends HBox {
    private static final double ROW = 76;

    private final Desk desk;
    private final AnalyzeViewModel view;
    private final CropStore crops;
    private final PageCanvas canvas = new PageCanvas();
    private final StackPane stage = new StackPane(canvas);
    private final Waterfall timing;
    private final Jobs.Latest place;
    private final SampleZoom zoom = new SampleZoom();
    private final SampleParts parts;
    private final SampleActions own;
    private Optional<String> shownPage = Optional.empty();
    private boolean following;

    public SamplePane(
            Desk desk, AnalyzeViewModel view, CropStore crops, FormulaPictures formulas, AnalyzeActions actions) {
        this.desk = desk;
        this.view = view;
        this.crops = crops;
        this.place = crops.place();
        getStyleClass().add("sample-pane");
        timing = new Waterfall(desk, view);
        parts = new SampleParts(desk, crops, formulas, zoom);
        own = SampleActions.of(new Doings(), view.screenProperty().isEqualTo(Place.Screen.SAMPLE));
        ListView<EvaluationSample> list = list();
        canvas.setId("sample-canvas");
        canvas.accessibleRoleDescriptionProperty().bind(desk.texts().live("analyze.sample.page"));
        canvas.setMinSize(0, 0);
        stage.setMinSize(0, 0);
        VBox middle = new VBox(legend(), stage, timing);
        VBox.setVgrow(stage, Priority.ALWAYS);
        HBox.setHgrow(middle, Priority.ALWAYS);
        middle.setMinWidth(0);
        SampleInspector inspector = new SampleInspector(desk, view, parts, actions);
        getChildren().addAll(list, middle, inspector);
        canvas.setOnOutcome(outcome -> {
            if (outcome instanceof sigmark.app.canvas.Outcome.Select chosen) {
                chosen.ids().stream().findFirst().ifPresent(this::selectMark);
            }
        });
        zoomTogether();
        view.selectedProperty().addListener((property, old, now) -> show(now));
        view.evaluationProperty()
                .addListener(
                        (property, old, now) -> show(view.selectedProperty().get()));
        desk.texts()
                .wordsProperty()
                .addListener(
                        (property, old, now) -> show(view.selectedProperty().get()));
    }

    public PageCanvas canvas() {
        return canvas;
    }

    /** What can be done here. */
    public SampleActions actions() {
        return own;
    }

    /** The one zoom, for tests. */
    public SampleZoom zoom() {
        return zoom;
    }

    private final class Doings implements SampleActions.Doing {
        @Override
        public void fit() {
            quietly(() -> {
                canvas.fit();
                zoom.fit(canvas.viewportProperty().get().scale());
            });
        }

        @Override
        public void actualSize() {
            parts.crop().size().ifPresent(zoom::actualSize);
        }

        @Override
        public void zoom(double factor) {
            zoom.zoomBy(factor);
        }

        @Override
        public void turnMatch() {
            parts.matchedProperty().set(!parts.matchedProperty().get());
        }
    }

    /** The page follows the zoom, and the zoom the page. */
    private void zoomTogether() {
        zoom.stateProperty().addListener((property, old, now) -> {
            if (!following && canvas.getWidth() > 0 && canvas.getHeight() > 0) {
                quietly(() -> canvas.look(now.page(canvasSize())));
            }
        });
        canvas.viewportProperty().addListener((property, old, now) -> {
            if (!following && canvas.getWidth() > 0 && canvas.getHeight() > 0) {
                quietly(() -> {
                    if (canvas.fitted()) {
                        zoom.fit(now.scale());
                    } else {
                        zoom.pageMoved(now, canvasSize());
                    }
                });
            }
        });
    }

    private Viewport.Size canvasSize() {
        return new Viewport.Size(canvas.getWidth(), canvas.getHeight());
    }

    /** Page and zoom do not answer each other meanwhile. */
    private void quietly(Runnable change) {
        boolean before = following;
        following = true;
        change.run();
        following = before;
    }

    /** The page at the sample, the parts showing all of it. */
    private void open(EvaluationSample sample, boolean another) {
        quietly(() -> {
            if (another) {
                canvas.lookAt(sample.box());
            } else {
                canvas.reveal(sample.box());
            }
            zoom.open(sample.box(), canvas.viewportProperty().get().scale());
        });
    }

    private ListView<EvaluationSample> list() {
        ListView<EvaluationSample> list = new ListView<>(view.shown());
        list.getStyleClass().addAll("sample-list", "edge-to-edge");
        list.setOrientation(Orientation.VERTICAL);
        list.setFixedCellSize(ROW);
        list.setPrefWidth(200);
        list.setMinWidth(200);
        list.setMaxWidth(200);
        list.setCellFactory(l -> new SampleCell());
        desk.texts().wordsProperty().addListener((property, old, now) -> list.refresh());
        list.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            if (now != null) {
                view.select(Optional.of(now));
            }
        });
        view.selectedProperty()
                .addListener((property, old, now) -> now.ifPresent(sample -> {
                    int at = view.indexOf(sample);
                    if (at >= 0 && at != list.getSelectionModel().getSelectedIndex()) {
                        list.getSelectionModel().select(at);
                        list.scrollTo(Math.max(0, at - 2));
                    }
                }));
        return list;
    }

    private Node legend() {
        HBox bar = new HBox(12);
        bar.getStyleClass().add("toolbar");
        for (String name : List.of("truth", "prediction", "missed", "false")) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("legend", "legend-" + name);
            HBox entry = new HBox(6, swatch, desk.texts().on(new Label(), "analyze.legend." + name));
            entry.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            bar.getChildren().add(entry);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label zoomed = new Label();
        zoomed.getStyleClass().add("text-muted");
        zoomed.setMinWidth(44);
        zoomed.setAlignment(javafx.geometry.Pos.CENTER);
        zoomed.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Math.round(canvas.viewportProperty().get().scale() * 100) + "\u2009%",
                        canvas.viewportProperty()));
        ToggleButton match = new ToggleButton();
        match.setGraphic(Icons.normal("fth-link"));
        desk.texts().on(match, "analyze.sample.match");
        match.setTooltip(new Tooltip());
        match.getTooltip().textProperty().bind(desk.texts().live("action.analyze.sample.match"));
        match.selectedProperty().bindBidirectional(parts.matchedProperty());
        match.getStyleClass().addAll("small", "match-toggle");
        match.setMinWidth(USE_PREF_SIZE);
        HBox tools = new HBox(
                2,
                match,
                ActionButton.icon(desk, own.zoomOut()),
                zoomed,
                ActionButton.icon(desk, own.zoomIn()),
                ActionButton.icon(desk, own.actualSize()),
                ActionButton.icon(desk, own.fit()));
        tools.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        bar.getChildren().addAll(space, tools);
        bar.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return bar;
    }

    private void show(Optional<EvaluationSample> sample) {
        if (sample.isEmpty() || getScene() == null || !isVisible()) {
            return;
        }
        EvaluationSample current = sample.get();
        Page page = current.page();
        boolean another = !shownPage.equals(Optional.of(page.id()));
        canvas.setMarks(marks(current));
        canvas.setSelected(java.util.Set.of(markId(current)));
        timing.show(current);
        if (!another) {
            open(current, false);
            return;
        }
        shownPage = Optional.of(page.id());
        stage.getChildren().setAll(canvas);
        quietly(() -> canvas.setPage(Optional.of(new Viewport.Size(page.width(), page.height())), Optional.empty()));
        open(current, true);
        SampleZoom.State opened = zoom.stateProperty().get();
        crops.page(
                place,
                page,
                picture -> {
                    quietly(() -> canvas.setPage(
                            Optional.of(new Viewport.Size(page.width(), page.height())), Optional.of(picture)));
                    if (zoom.stateProperty().get().equals(opened)) {
                        open(current, true);
                    }
                },
                problem -> stage.getChildren()
                        .add(new EmptyState(
                                "fth-alert-triangle",
                                Bindings.createStringBinding(
                                        () -> desk.texts().what(problem),
                                        desk.texts().wordsProperty()),
                                Bindings.createStringBinding(
                                        () -> desk.texts().remedy(problem),
                                        desk.texts().wordsProperty()))));
    }

    /** Shows what is selected when the pane comes into sight. */
    public void shown() {
        shownPage = Optional.empty();
        show(view.selectedProperty().get());
    }

    private List<BoxMark> marks(EvaluationSample current) {
        List<BoxMark> marks = new ArrayList<>();
        view.samplesProperty().get().ifPresent(all -> all.ofPage(current.page().id())
                .forEach(sample -> marks.addAll(marksOf(sample))));
        return marks;
    }

    private List<BoxMark> marksOf(EvaluationSample sample) {
        List<BoxMark> marks = new ArrayList<>();
        boolean missed = sample.outcome() == SampleOutcome.MISSED;
        boolean falseBox = sample.outcome() == SampleOutcome.FALSE_BOX;
        String spoken = desk.texts().text("analyze.outcome." + sample.outcome().word()) + " "
                + SampleText.truth(sample)
                        .or(() -> SampleText.prediction(sample))
                        .orElse("");
        String overlap = "IoU " + desk.texts().numbers().decimals(sample.iou(), 2);
        sample.truth()
                .ifPresent(region -> marks.add(new BoxMark(
                        sample.id(),
                        region.box(),
                        missed ? BoxStyle.MISSED : BoxStyle.HUMAN,
                        missed ? desk.texts().text("analyze.outcome.missed") : overlap,
                        missed ? desk.texts().text("analyze.outcome.missed") : "",
                        spoken,
                        "truth")));
        sample.prediction()
                .ifPresent(found -> marks.add(new BoxMark(
                        falseBox ? sample.id() : sample.id() + "/prediction",
                        found.detection().box(),
                        falseBox ? BoxStyle.FALSE : BoxStyle.PROPOSAL,
                        desk.texts().text("analyze.outcome.false-box"),
                        falseBox
                                ? desk.texts().text("analyze.legend.false") + " "
                                        + desk.texts()
                                                .numbers()
                                                .decimals(found.detection().score(), 2)
                                : "",
                        spoken,
                        "prediction")));
        return marks;
    }

    private static String markId(EvaluationSample sample) {
        return sample.id();
    }

    private void selectMark(String markId) {
        String id = markId.endsWith("/prediction") ? markId.substring(0, markId.length() - 11) : markId;
        view.samplesProperty().get().flatMap(all -> all.find(id)).ifPresent(sample -> view.select(Optional.of(sample)));
    }

    private final class SampleCell extends ListCell<EvaluationSample> {
        private final ImageView image = new ImageView();
        private final StackPane paper = new StackPane(image);
        private final Label caption = new Label();
        private final VBox box = new VBox(4, paper, caption);
        private final Jobs.Latest mine = crops.place();

        SampleCell() {
            paper.getStyleClass().add("paper");
            paper.setMinHeight(44);
            paper.setMaxHeight(44);
            caption.getStyleClass().add("text-caption");
            image.setPreserveRatio(true);
            image.setSmooth(true);
        }

        @Override
        protected void updateItem(EvaluationSample sample, boolean empty) {
            super.updateItem(sample, empty);
            if (empty || sample == null) {
                mine.forget();
                setGraphic(null);
                return;
            }
            setGraphic(box);
            String edit = sample.tokenDistance().isPresent()
                    ? desk.texts().numbers().decimals(sample.tokenDistance().getAsDouble(), 2) + "  "
                    : "";
            String word = sample.outcome() == SampleOutcome.MATCHED
                    ? sample.right() ? "right" : "read-wrong"
                    : sample.outcome().word();
            caption.setText(edit + desk.texts().text("analyze.outcome." + word));
            crops.crop(mine, sample, picture -> {
                image.setImage(picture.map(shown -> shown.image()).orElse(null));
                picture.ifPresent(shown -> {
                    double fit = Math.min(
                            1,
                            Math.min(
                                    36 / shown.image().getHeight(),
                                    160 / shown.image().getWidth()));
                    image.setFitHeight(Math.max(4, shown.image().getHeight() * fit));
                });
            });
        }
    }
}
