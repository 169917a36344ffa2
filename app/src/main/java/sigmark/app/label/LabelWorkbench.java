package sigmark.app.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.Workbench;
import sigmark.app.base.Workspace;
import sigmark.app.base.key.Action;
import sigmark.app.base.settings.RecentProject;
import sigmark.app.canvas.Nudge;
import sigmark.app.latex.FormulaPictures;
import sigmark.app.rule.GuideInForce;
import sigmark.app.rule.RuleDesk;
import sigmark.inference.page.Box;
import sigmark.labeling.guide.example.ExampleGallery;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Page;

/** The workbench for labeling: pages, page, region. */
public final class LabelWorkbench implements Workbench {
    private static final String LEFT = "label.left";
    private static final String RIGHT = "label.right";

    private final Workspace workspace;
    private final LabelViewModel view;
    private final RegionCommands regions;
    private final PageCommands pages;
    private final GuideInForce guide;
    private final PageBrowser browser;
    private final CanvasPane canvas;
    private final RegionPanel panel;
    private final ThreePanes panes;
    private final LabelActions actions;
    private final StringBinding place;
    private final StringBinding remark;
    private final ReadOnlyObjectWrapper<List<Action>> hints = new ReadOnlyObjectWrapper<>(List.of());

    public LabelWorkbench(Workspace workspace) {
        this(workspace, System::nanoTime);
    }

    /** @param nanoClock by which a person's active time is measured */
    public LabelWorkbench(Workspace workspace, LongSupplier nanoClock) {
        this.workspace = workspace;
        Desk desk = workspace.desk();
        view = new LabelViewModel(workspace, new ActiveTime(nanoClock));
        regions = new RegionCommands(view, desk.notices(), nanoClock);
        FormulaPictures pictures = new FormulaPictures(desk.jobs());
        guide = new GuideInForce(workspace);
        RegionChecks checks = new RegionChecks(view, workspace, guide);
        pages = new PageCommands(view, workspace, checks);
        ImportForm importing = new ImportForm(desk, pages::importPages);
        browser = new PageBrowser(desk, view, workspace.store(), () -> showImport(importing));
        canvas = new CanvasPane(desk, view, regions);
        panel = new RegionPanel(
                desk,
                view,
                regions,
                pictures,
                new ViolationList(desk, checks, new RuleDesk(desk, pictures, new ExampleGallery())));
        panes = new ThreePanes(
                browser,
                desk.texts().live("label.pages"),
                canvas,
                panel,
                desk.texts().live("label.region"));
        actions = new LabelActions(view, regions, pages, checks, new LabelScreen(canvas, panel, browser, panes, pages));
        canvas.setActions(actions);
        panel.setActions(actions);
        place = Bindings.createStringBinding(() -> view.page().map(Page::name).orElse(""), view.localPageProperty());
        remark = Bindings.createStringBinding(
                this::remarkText, view.perHourProperty(), desk.texts().wordsProperty());
        hints.set(actions.hints());
        view.setLooks(new Screen());
        followKeys();
        rememberPanes(desk);
        view.regionProperty().addListener((property, old, now) -> standHere());
        view.localPageProperty().addListener((property, old, now) -> {
            if (!old.map(LocalPage::page)
                    .map(Page::id)
                    .equals(now.map(LocalPage::page).map(Page::id))) {
                standHere();
            }
        });
    }

    private void rememberPanes(Desk desk) {
        double left = desk.settings().get().splits().getOrDefault(LEFT, 232.0);
        double right = desk.settings().get().splits().getOrDefault(RIGHT, 372.0);
        panes.setWidths(left, right);
        panes.setOnLeftWidth(width -> desk.settings().change(preferences -> preferences.withSplit(LEFT, width)));
        panes.setOnRightWidth(width -> desk.settings().change(preferences -> preferences.withSplit(RIGHT, width)));
    }

    /** Arrows and the held H belong to the page itself; everything else is an action. */
    private void followKeys() {
        panes.addEventFilter(InputEvent.ANY, event -> {
            if (event.getEventType() == KeyEvent.KEY_PRESSED || event.getEventType() == MouseEvent.MOUSE_MOVED) {
                view.touched();
            }
        });
        canvas.canvas().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Optional<Nudge> nudge = Nudge.of(event);
            if (nudge.isPresent() && !view.selectedProperty().get().isEmpty()) {
                regions.nudge(nudge.get(), canvas.canvas().scene());
                event.consume();
            } else if (event.getCode() == KeyCode.H && !event.isShortcutDown() && !event.isAltDown()) {
                canvas.canvas().setBoxesHidden(true);
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                view.select(java.util.Set.of());
                event.consume();
            }
        });
        canvas.canvas().addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.H) {
                canvas.canvas().setBoxesHidden(false);
            }
        });
        canvas.canvas().setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && view.regionProperty().get().isPresent()) {
                panel.editor().startTyping();
            }
        });
    }

    /** Asks about the chosen region, else about the page. */
    /** Offers the region as an example of the guide that is being written. */
    private void example() {
        view.regionProperty()
                .get()
                .ifPresent(region -> workspace.go(Destination.of("guide")
                        .query("draft")
                        .page(region.pageId())
                        .region(region.id())));
    }

    private void ask() {
        Destination questions = Destination.of("guide")
                .query("questions")
                .page(view.page().map(Page::id).orElse(""));
        workspace.go(view.regionProperty()
                .get()
                .map(region -> questions.region(region.id()))
                .orElse(questions));
    }

    private void showImport(ImportForm form) {
        javafx.geometry.Bounds bounds = browser.localToScreen(browser.getBoundsInLocal());
        form.show(browser, bounds.getMinX() + 8, bounds.getMinY() + 40);
    }

    private String remarkText() {
        int perHour = view.perHourProperty().get();
        return perHour == 0 ? "" : workspace.desk().texts().text("label.pace", "count", perHour);
    }

    private void standHere() {
        workspace.standAt(new RecentProject.LastPlace(
                id(),
                view.page().map(Page::id).orElse(""),
                view.page().map(Page::name).orElse(""),
                view.regionProperty().get().map(FormulaRegion::id).orElse("")));
    }

    /** For tests and for whoever drives the workbench without a screen. */
    LabelViewModel viewModel() {
        return view;
    }

    RegionPanel regionPanel() {
        return panel;
    }

    CanvasPane canvasPane() {
        return canvas;
    }

    RegionCommands regionCommands() {
        return regions;
    }

    PageCommands pageCommands() {
        return pages;
    }

    @Override
    public String id() {
        return "label";
    }

    @Override
    public String icon() {
        return "fth-edit-3";
    }

    @Override
    public Node node() {
        return panes;
    }

    @Override
    public List<Action> actions() {
        List<Action> all = new ArrayList<>(actions.all());
        all.add(Action.of("label.ask", id(), this::ask)
                .withIcon("fth-help-circle")
                .withKeys("Alt+Q")
                .when(Bindings.createBooleanBinding(() -> view.page().isPresent(), view.localPageProperty())));
        if (workspace.vendorCopy().isEmpty()) {
            all.add(Action.of("label.example", id(), this::example)
                    .withIcon("fth-image")
                    .when(Bindings.createBooleanBinding(
                            () -> view.regionProperty().get().isPresent(), view.regionProperty())));
        }
        return all;
    }

    @Override
    public ObservableValue<String> place() {
        return place;
    }

    @Override
    public ObservableValue<List<Action>> hints() {
        return hints.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<String> remark() {
        return remark;
    }

    @Override
    public void activated() {
        view.activate();
        guide.refresh();
        workspace.desk().jobs().onWindow(canvas.canvas()::requestFocus);
    }

    @Override
    public void deactivated() {
        view.deactivate();
    }

    @Override
    public void go(Destination destination) {
        destination.query().ifPresent(view.pages()::addFilter);
        destination.page().ifPresent(page -> view.open(page, destination.region()));
    }

    @Override
    public void close() {
        view.close();
    }

    private final class Screen implements Looks {
        @Override
        public void center(Box box) {
            canvas.canvas().centerOn(box);
        }

        @Override
        public void reveal(Box box) {
            canvas.canvas().reveal(box);
        }

        @Override
        public void typeLatex() {
            panel.editor().startTyping();
        }

        @Override
        public void focusPage() {
            canvas.canvas().requestFocus();
        }
    }
}
