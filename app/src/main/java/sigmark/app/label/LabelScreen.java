package sigmark.app.label;

import java.io.File;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.stage.FileChooser;
import sigmark.app.canvas.DrawTool;
import sigmark.app.canvas.SelectTool;

/** What the actions ask of the workbench's panes, and where the focus is. */
final class LabelScreen implements LabelActions.Screen {
    private final CanvasPane canvas;
    private final RegionPanel panel;
    private final PageBrowser browser;
    private final ThreePanes panes;
    private final PageCommands pages;
    private final ObservableBooleanValue inLoop;

    LabelScreen(CanvasPane canvas, RegionPanel panel, PageBrowser browser, ThreePanes panes, PageCommands pages) {
        this.canvas = canvas;
        this.panel = panel;
        this.browser = browser;
        this.panes = panes;
        this.pages = pages;
        inLoop = Bindings.or(onPage(), inLatex());
    }

    @Override
    public ObservableBooleanValue inLoop() {
        return inLoop;
    }

    @Override
    public ObservableBooleanValue onPage() {
        return canvas.canvas().focusedProperty();
    }

    @Override
    public ObservableBooleanValue inLatex() {
        return panel.editor().typingProperty();
    }

    @Override
    public ObservableBooleanValue tabIsFree() {
        return Bindings.not(panel.editor().holdsTab());
    }

    @Override
    public ObservableBooleanValue escapeIsFree() {
        return Bindings.not(panel.editor().holdsEscape());
    }

    @Override
    public void select() {
        canvas.takeTool(new SelectTool());
    }

    @Override
    public void draw() {
        canvas.takeTool(new DrawTool(false));
    }

    @Override
    public void snap() {
        canvas.takeTool(new DrawTool(true));
    }

    @Override
    public void fit() {
        canvas.canvas().fit();
    }

    @Override
    public void actualSize() {
        canvas.canvas().zoomTo(1);
    }

    @Override
    public void zoom(double factor) {
        canvas.canvas().zoomBy(factor);
    }

    @Override
    public void find() {
        panes.leftOpenProperty().set(true);
        browser.focusSearch();
    }

    @Override
    public void nextView() {
        panel.crop().viewProperty().set(panel.crop().viewProperty().get().next());
    }

    @Override
    public void toggleLeft() {
        panes.leftOpenProperty().set(!panes.leftOpenProperty().get());
    }

    @Override
    public void toggleRight() {
        panes.rightOpenProperty().set(!panes.rightOpenProperty().get());
    }

    @Override
    public void focusNextPane(int step) {
        List<Runnable> stops = List.of(browser::focusList, this::focusPage, this::focusLatex);
        int now = canvas.canvas().isFocused()
                ? 1
                : panel.editor().typingProperty().get() ? 2 : 0;
        stops.get(Math.floorMod(now + step, stops.size())).run();
    }

    @Override
    public void focusPage() {
        canvas.canvas().requestFocus();
    }

    @Override
    public void focusLatex() {
        panes.rightOpenProperty().set(true);
        panel.editor().startTyping();
    }

    @Override
    public void palette() {
        panes.rightOpenProperty().set(true);
        panel.showPalette();
    }

    @Override
    public void matrix() {
        panel.showMatrix();
    }

    @Override
    public void wrapInText() {
        panel.editor().wrapInText();
    }

    @Override
    public void complete() {
        panel.editor().complete();
    }

    @Override
    public void examples() {
        panes.rightOpenProperty().set(true);
        panel.violations().toggleExamples();
    }

    @Override
    public void chooseReplacement() {
        FileChooser chooser = new FileChooser();
        File file = chooser.showOpenDialog(panes.getScene().getWindow());
        if (file != null) {
            pages.replace(file.toPath());
        }
    }
}
