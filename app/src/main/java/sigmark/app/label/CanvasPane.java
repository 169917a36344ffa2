package sigmark.app.label;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.EmptyState;
import sigmark.app.base.control.Icons;
import sigmark.app.base.key.Action;
import sigmark.app.canvas.DrawTool;
import sigmark.app.canvas.PageCanvas;
import sigmark.app.canvas.SelectTool;
import sigmark.app.canvas.Tool;
import sigmark.app.canvas.Viewport;
import sigmark.labeling.project.FormulaRegion;

/** The page with its toolbar: tools, layers whose counts are the legend, place in the list, zoom. */
final class CanvasPane extends VBox {
    /** Below this width tools show their icons only. */
    private static final double ROOMY = 770;

    private final Desk desk;
    private final LabelViewModel view;
    private final PageCanvas canvas = new PageCanvas();
    private final RegionMarks marks = new RegionMarks();
    private final ToggleGroup tools = new ToggleGroup();
    private final ToggleButton select;
    private final ToggleButton draw;
    private final ToggleButton snap;
    private final StackPane stack = new StackPane();

    CanvasPane(Desk desk, LabelViewModel view, RegionCommands commands) {
        this.desk = desk;
        this.view = view;
        getStyleClass().add("canvas-pane");
        select = tool("label.tool.select", "fth-mouse-pointer", new SelectTool());
        draw = tool("label.tool.draw", "fth-crop", new DrawTool(false));
        snap = tool("label.tool.snap", "fth-maximize", new DrawTool(true));
        select.setSelected(true);
        canvas.setId("page-canvas");
        canvas.setOnOutcome(commands::carryOut);
        canvas.accessibleRoleDescriptionProperty().bind(desk.texts().live("label.canvas"));
        stack.getChildren().add(canvas);
        VBox.setVgrow(stack, Priority.ALWAYS);
        stack.setMinSize(0, 0);
        canvas.setMinSize(0, 0);
        follow();
    }

    /** Builds the toolbar from the actions of the workbench. */
    void setActions(LabelActions actions) {
        getChildren().setAll(toolbar(actions), stack);
    }

    PageCanvas canvas() {
        return canvas;
    }

    void takeTool(Tool tool) {
        ToggleButton wanted = tool instanceof SelectTool ? select : tool.equals(new DrawTool(true)) ? snap : draw;
        wanted.setSelected(true);
        canvas.toolProperty().set(tool);
    }

    private ToggleButton tool(String key, String icon, Tool tool) {
        ToggleButton button = desk.texts().on(new ToggleButton(), key);
        button.setGraphic(Icons.normal(icon));
        button.setToggleGroup(tools);
        button.getStyleClass().addAll(Styles.FLAT, "tool-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setFocusTraversable(false);
        desk.texts().name(button, key);
        button.setOnAction(event -> takeTool(tool));
        button.contentDisplayProperty()
                .bind(Bindings.when(widthProperty().lessThan(ROOMY))
                        .then(ContentDisplay.GRAPHIC_ONLY)
                        .otherwise(ContentDisplay.LEFT));
        return button;
    }

    private Node toolbar(LabelActions actions) {
        Region line = new Region();
        line.getStyleClass().add("toolbar-line");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(
                2,
                select,
                draw,
                snap,
                line,
                layer(RegionMarks.HUMAN, "layer.human"),
                layer(RegionMarks.PROPOSAL, "layer.proposal"),
                layer(RegionMarks.DOUBTFUL, "layer.doubtful"),
                space,
                icon(actions.previousPage()),
                pageNumber(),
                icon(actions.nextPage()),
                zoom(actions),
                more(actions));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("toolbar");
        bar.setMinWidth(0);
        return bar;
    }

    private Node icon(Action action) {
        Button button = sigmark.app.base.control.ActionButton.icon(desk, action);
        button.setFocusTraversable(false);
        return button;
    }

    private ToggleButton layer(String layer, String key) {
        ToLongFunction<List<FormulaRegion>> counting = regions -> regions.stream()
                .filter(region -> RegionMarks.layerOf(region).equals(layer))
                .count();
        Label count = new Label();
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> desk.texts()
                                .numbers()
                                .count(counting.applyAsLong(view.walkProperty().get())),
                        view.walkProperty(),
                        desk.texts().wordsProperty()));
        count.getStyleClass().add("pane-count");
        Region swatch = new Region();
        swatch.getStyleClass().addAll("legend", "legend-" + layer);
        Label word = desk.texts().on(new Label(), key);
        HBox inside = new HBox(6, swatch, word, count);
        inside.setAlignment(Pos.CENTER);
        ToggleButton button = new ToggleButton();
        button.setGraphic(inside);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setSelected(true);
        button.getStyleClass().addAll(Styles.FLAT, "layer-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setFocusTraversable(false);
        button.accessibleTextProperty().bind(desk.texts().live(key));
        button.setOnAction(event -> view.toggleLayer(layer));
        return button;
    }

    private Node pageNumber() {
        Label number = new Label();
        number.getStyleClass().add("page-number");
        number.setMinWidth(USE_PREF_SIZE);
        number.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            int at = view.pages().currentIndex() + 1;
                            String place =
                                    at == 0 ? "–" : desk.texts().numbers().count(at);
                            return place + " / "
                                    + desk.texts()
                                            .numbers()
                                            .count(view.pages().pages().size());
                        },
                        view.pages().currentProperty(),
                        view.pages().pages(),
                        desk.texts().wordsProperty()));
        return number;
    }

    private Node zoom(LabelActions actions) {
        MenuButton zoom = new MenuButton();
        zoom.setGraphic(Icons.small("fth-zoom-in"));
        zoom.getStyleClass().addAll("zoom-button", Tweaks.NO_ARROW);
        zoom.setFocusTraversable(false);
        zoom.setMinWidth(USE_PREF_SIZE);
        zoom.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Math.round(canvas.viewportProperty().get().scale() * 100) + "\u2009%",
                        canvas.viewportProperty()));
        zoom.accessibleTextProperty().bind(desk.texts().live("label.zoom"));
        actions.zooms().forEach(action -> zoom.getItems().add(item(action)));
        return zoom;
    }

    private Node more(LabelActions actions) {
        MenuButton more = new MenuButton();
        more.setGraphic(Icons.normal("fth-more-horizontal"));
        more.getStyleClass().addAll("more-button", Styles.FLAT, Styles.BUTTON_ICON, Tweaks.NO_ARROW);
        more.setFocusTraversable(false);
        desk.texts().name(more, "label.page.more");
        actions.ofPage().forEach(action -> more.getItems().add(item(action)));
        return more;
    }

    private MenuItem item(Action action) {
        MenuItem item = new MenuItem();
        String key = desk.keys().firstKey(action).map(chord -> "    " + chord).orElse("");
        item.textProperty().bind(desk.texts().live(action.textKey()).concat(key));
        action.icon().ifPresent(code -> item.setGraphic(Icons.small(code)));
        item.disableProperty().bind(Bindings.not(action.enabled()));
        item.setOnAction(event -> action.perform());
        return item;
    }

    private void follow() {
        view.localPageProperty().addListener((property, old, now) -> showPage());
        view.pictureProperty().addListener((property, old, now) -> showPage());
        view.walkProperty().addListener((property, old, now) -> showMarks());
        view.selectedProperty().addListener((property, old, now) -> canvas.setSelected(now));
        view.hiddenLayersProperty().addListener((property, old, now) -> canvas.setHiddenLayers(now));
        view.pictureProblemProperty().addListener((property, old, now) -> showProblem());
        desk.texts().wordsProperty().addListener((property, old, now) -> showMarks());
        view.pages().loadedProperty().addListener((property, old, now) -> showProblem());
    }

    private void showPage() {
        Optional<Viewport.Size> size = view.page().map(page -> new Viewport.Size(page.width(), page.height()));
        canvas.setPage(size, view.pictureProperty().get());
        showProblem();
    }

    private void showMarks() {
        canvas.setMarks(marks.of(view.walkProperty().get(), desk.texts().words()));
        canvas.setSelected(view.selectedProperty().get());
    }

    /** A page whose image cannot be read says why, in its place. */
    private void showProblem() {
        stack.getChildren().setAll(canvas);
        view.pictureProblemProperty().get().ifPresent(problem -> {
            Button again = desk.texts().on(new Button(), "label.picture.again");
            again.setOnAction(event -> view.retryPicture());
            EmptyState state = new EmptyState(
                    "fth-alert-triangle",
                    Bindings.createStringBinding(
                            () -> desk.texts().what(problem), desk.texts().wordsProperty()),
                    Bindings.createStringBinding(
                            () -> desk.texts().remedy(problem), desk.texts().wordsProperty()),
                    again);
            state.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
            state.getStyleClass().add("card");
            stack.getChildren().add(state);
        });
    }
}
