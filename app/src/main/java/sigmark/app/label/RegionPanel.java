package sigmark.app.label;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.Icons;
import sigmark.app.base.control.KeyCaps;
import sigmark.app.base.control.Segments;
import sigmark.app.base.key.Action;
import sigmark.app.canvas.PagePicture;
import sigmark.app.latex.CropAndRendering;
import sigmark.app.latex.CropPicture;
import sigmark.app.latex.FormulaPictures;
import sigmark.app.latex.LatexEditor;
import sigmark.app.latex.MatrixPopup;
import sigmark.app.latex.SymbolBook;
import sigmark.app.latex.SymbolPalette;
import sigmark.inference.latex.LatexProblem;
import sigmark.inference.page.FormulaKind;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.RegionFlag;

/** The selected region: its crop above its rendering, LaTeX, readings, flags, and the next step. */
final class RegionPanel extends VBox {
    private final Desk desk;
    private final LabelViewModel view;
    private final RegionCommands commands;
    private final CropAndRendering crop;
    private final LatexEditor editor;
    private final SymbolPalette palette;
    private final MatrixPopup matrix;
    private final Segments<FormulaKind> kind;
    private final AlternativeList alternatives;
    private final RegionDetails details;
    private final ViolationList violations;
    private final Label flawText = new Label();
    private final VBox helpers = new VBox();
    private Optional<PagePicture> cropOf = Optional.empty();
    private Optional<FormulaRegion> shown = Optional.empty();

    RegionPanel(
            Desk desk,
            LabelViewModel view,
            RegionCommands commands,
            FormulaPictures pictures,
            ViolationList violations) {
        this.desk = desk;
        this.view = view;
        this.commands = commands;
        this.violations = violations;
        SymbolBook symbols = SymbolBook.shipped();
        crop = new CropAndRendering(pictures);
        editor = new LatexEditor(desk, symbols, pictures);
        editor.setId("latex");
        palette = new SymbolPalette(desk, symbols, pictures, editor::insert, this::leaveHelper);
        matrix = new MatrixPopup(desk, editor::insert, this::leaveHelper);
        kind = new Segments<>(
                List.of(FormulaKind.INLINE, FormulaKind.DISPLAY), FormulaKind.INLINE, choice -> desk.texts()
                        .live("kind." + choice.word()));
        alternatives = new AlternativeList(desk, commands, pictures);
        details = new RegionDetails(desk, commands);
        getStyleClass().add("region-panel");
        editor.setTypist(this::typed);
        crop.setOnFlaws(this::showFlaws);
        kind.valueProperty().addListener((property, old, now) -> {
            if (shown.filter(region -> region.kind() != now).isPresent()) {
                commands.setKind(now);
            }
        });
        view.regionProperty().addListener((property, old, now) -> show(now));
        view.pictureProperty().addListener((property, old, now) -> showCrop());
    }

    void setActions(LabelActions actions) {
        violations.setActions(actions, view::selectAndCenter);
        Node flags = flags(actions);
        VBox body = new VBox(
                section("crop-section", cropHeader(), crop, flawText),
                section("latex-section", latexHeader(actions), editor, helpers),
                violations,
                alternatives,
                flags,
                details);
        body.getStyleClass().add("region-body");
        flawText.setWrapText(true);
        flawText.getStyleClass().add("flaw-text");
        flawText.setGraphic(Icons.of("fth-edit-3", 12));
        flawText.managedProperty().bind(flawText.visibleProperty());
        flawText.setVisible(false);
        helpers.managedProperty().bind(helpers.visibleProperty());
        helpers.setVisible(false);
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("panel-scroll");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(header(), scroll, footer(actions));
        show(view.regionProperty().get());
    }

    LatexEditor editor() {
        return editor;
    }

    ViolationList violations() {
        return violations;
    }

    CropAndRendering crop() {
        return crop;
    }

    private Node header() {
        Label title = desk.texts().on(new Label(), "label.region");
        title.getStyleClass().add("pane-title");
        Label number = new Label();
        number.setId("region-number");
        number.getStyleClass().add("pane-count");
        number.textProperty()
                .bind(Bindings.createStringBinding(
                        this::numberText,
                        view.regionProperty(),
                        view.selectedProperty(),
                        view.walkProperty(),
                        desk.texts().wordsProperty()));
        Label state = new Label();
        state.getStyleClass().add("region-state");
        state.setMinWidth(0);
        state.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> view.regionProperty().get().map(this::standing).orElse(""),
                        view.regionProperty(),
                        desk.texts().wordsProperty()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        kind.setMaxHeight(USE_PREF_SIZE);
        HBox header = new HBox(8, title, number, state, space, kind);
        header.getStyleClass().add("pane-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private String numberText() {
        int selected = view.selectedProperty().get().size();
        if (selected > 1) {
            return desk.texts().text("label.regions.many", "count", selected);
        }
        int all = view.walkProperty().get().size();
        return view.number() == 0 ? "" : desk.texts().text("label.region.of", "number", view.number(), "all", all);
    }

    private String standing(FormulaRegion region) {
        String layer = RegionMarks.layerOf(region);
        return layer.equals(RegionMarks.HUMAN)
                ? desk.texts().text(StateWord.key(region.state()))
                : desk.texts().text("layer." + layer);
    }

    private Node cropHeader() {
        Segments<CropAndRendering.View> views = new Segments<>(
                List.of(CropAndRendering.View.values()), CropAndRendering.View.STACKED, choice -> desk.texts()
                        .live("label.view." + choice.name().toLowerCase(java.util.Locale.ROOT)));
        views.valueProperty().bindBidirectional(crop.viewProperty());
        views.getStyleClass().add("small-segments");
        return heading("label.crop", views);
    }

    private Node latexHeader(LabelActions actions) {
        HBox caps = desk.keys()
                .firstKey(actions.palette())
                .map(KeyCaps::new)
                .map(keys -> new HBox(keys))
                .orElseGet(HBox::new);
        caps.setAlignment(Pos.CENTER);
        Button open = desk.texts().on(new Button(), "label.palette");
        open.getStyleClass().addAll(Styles.FLAT, "heading-button");
        open.setGraphic(caps);
        open.setContentDisplay(ContentDisplay.RIGHT);
        open.setOnAction(event -> showPalette());
        open.setFocusTraversable(false);
        return heading("label.latex", open);
    }

    private Node heading(String key, Node right) {
        Label title = desk.texts().on(new Label(), key);
        title.getStyleClass().add("section-name");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox heading = new HBox(8, title, space, right);
        heading.setAlignment(Pos.CENTER_LEFT);
        return heading;
    }

    private static VBox section(String styleClass, Node... children) {
        VBox section = new VBox(6, children);
        section.getStyleClass().addAll("pane-section", styleClass);
        return section;
    }

    private Node flags(LabelActions actions) {
        HBox row = new HBox(
                2,
                flag(actions.illegible(), RegionFlag.ILLEGIBLE),
                flag(actions.cutOff(), RegionFlag.CUT_OFF),
                flag(actions.notAFormula(), RegionFlag.NOT_A_FORMULA));
        row.getStyleClass().addAll("pane-section", "flag-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private ToggleButton flag(Action action, RegionFlag flag) {
        ToggleButton button = desk.texts().on(new ToggleButton(), action.textKey());
        action.icon().ifPresent(code -> button.setGraphic(Icons.small(code)));
        button.getStyleClass().addAll(Styles.FLAT, "flag-button");
        button.setFocusTraversable(false);
        button.disableProperty().bind(Bindings.not(action.enabled()));
        button.setOnAction(event -> action.perform());
        view.regionProperty()
                .addListener((property, old, now) -> button.setSelected(
                        now.filter(region -> region.flags().contains(flag)).isPresent()));
        return button;
    }

    private Node footer(LabelActions actions) {
        Button page = ActionButton.flat(desk, actions.acceptPage());
        page.setFocusTraversable(false);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button accept = new Button();
        accept.setId("accept");
        accept.textProperty().bind(desk.texts().live(actions.accept().textKey()));
        accept.getStyleClass().add(Styles.ACCENT);
        accept.setGraphic(new KeyCaps(List.of("Enter")));
        accept.setContentDisplay(ContentDisplay.RIGHT);
        accept.setMinWidth(USE_PREF_SIZE);
        accept.setFocusTraversable(false);
        accept.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> view.regionProperty().get().isEmpty(), view.regionProperty()));
        accept.setOnAction(event -> commands.acceptAndNext());
        HBox footer = new HBox(8, page, space, accept);
        footer.getStyleClass().add("pane-foot");
        footer.setAlignment(Pos.CENTER_LEFT);
        return footer;
    }

    /** The rendering first; what else a key brings about goes on beside it. */
    private void typed(String latex, boolean ownStep) {
        crop.showLatex(latex, display());
        commands.type(latex, ownStep);
    }

    private boolean display() {
        return shown.filter(region -> region.kind() == FormulaKind.INLINE).isEmpty();
    }

    private void show(Optional<FormulaRegion> region) {
        boolean otherBox = !region.map(FormulaRegion::box).equals(shown.map(FormulaRegion::box));
        shown = region;
        editor.setEditable(region.isPresent());
        String latex = region.flatMap(FormulaRegion::latex).orElse("");
        editor.show(latex);
        region.map(FormulaRegion::kind).ifPresent(kind.valueProperty()::set);
        kind.setDisable(region.isEmpty());
        if (otherBox || !cropOf.equals(view.pictureProperty().get())) {
            showCrop();
        }
        crop.showLatex(latex, display());
        alternatives.show(commands.alternatives(), latex);
        details.show(region);
        if (region.isEmpty()) {
            leaveHelper();
        }
    }

    private void showCrop() {
        cropOf = view.pictureProperty().get();
        crop.showCrop(shown.flatMap(region -> cropOf.map(page -> CropPicture.of(page.full(), region.box()))));
    }

    private void showFlaws(List<LatexProblem> flaws) {
        editor.setFlaws(flaws);
        flawText.setVisible(!flaws.isEmpty() && shown.isPresent());
        if (!flaws.isEmpty()) {
            LatexProblem first = flaws.get(0);
            String place = desk.texts().text("latex.flaw.column", "column", first.start() + 1);
            String more = flaws.size() > 1 ? desk.texts().text("latex.flaw.more", "count", flaws.size() - 1) : "";
            flawText.setText(desk.texts().what(first.at("")) + " " + place + " " + more);
        }
    }

    void showPalette() {
        helpers.getChildren().setAll(palette);
        helpers.setVisible(true);
        palette.open();
    }

    void showMatrix() {
        helpers.getChildren().setAll(matrix);
        helpers.setVisible(true);
        matrix.open();
    }

    private void leaveHelper() {
        boolean wasOpen = helpers.isVisible();
        helpers.setVisible(false);
        if (wasOpen && shown.isPresent()) {
            editor.focus();
        }
    }
}
