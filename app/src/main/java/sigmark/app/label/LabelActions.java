package sigmark.app.label;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import sigmark.app.base.key.Action;
import sigmark.inference.page.FormulaKind;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.RegionFlag;

/** Everything that can be done while labeling, with its keys. */
final class LabelActions {
    private static final String SCOPE = "label";
    private static final String PAGE = "label.page";
    private static final String LATEX = "label.latex";

    private final List<Action> all = new ArrayList<>();
    private final List<Action> zooms = new ArrayList<>();
    private final List<Action> ofPage = new ArrayList<>();
    private final Action nextBox;
    private final Action accept;
    private final Action acceptPage;
    private final Action submitPage;
    private final Action reopenPage;
    private final Action returnPage;
    private final Action previousPage;
    private final Action nextPage;
    private final Action palette;
    private final Action delete;
    private final Action merge;
    private final Action illegible;
    private final Action cutOff;
    private final Action notAFormula;
    private final Action fix;
    private final Action examples;
    private final Action dispute;

    /** What only the screen can do, and where its focus is. */
    interface Screen {
        /** The page, or the region's LaTeX, has the focus: the loop's keys act. */
        ObservableBooleanValue inLoop();

        ObservableBooleanValue onPage();

        ObservableBooleanValue inLatex();

        ObservableBooleanValue tabIsFree();

        ObservableBooleanValue escapeIsFree();

        void select();

        void draw();

        void snap();

        void fit();

        void actualSize();

        void zoom(double factor);

        void find();

        void nextView();

        void toggleLeft();

        void toggleRight();

        void focusNextPane(int step);

        void focusPage();

        void focusLatex();

        void palette();

        void matrix();

        void wrapInText();

        void complete();

        void chooseReplacement();

        void examples();
    }

    LabelActions(LabelViewModel view, RegionCommands regions, PageCommands pages, RegionChecks checks, Screen screen) {
        BooleanBinding hasPage = Bindings.createBooleanBinding(() -> view.page().isPresent(), view.localPageProperty());
        BooleanBinding hasRegion =
                Bindings.createBooleanBinding(() -> view.regionProperty().get().isPresent(), view.regionProperty());
        BooleanBinding hasSelection = Bindings.createBooleanBinding(
                () -> !view.selectedProperty().get().isEmpty(), view.selectedProperty());
        BooleanBinding tab = Bindings.and(hasPage, Bindings.and(screen.inLoop(), screen.tabIsFree()));
        BooleanBinding loopRegion = Bindings.and(hasRegion, screen.inLoop());
        nextBox = add(of("label.next-box", () -> view.nextBox(1))
                .withKeys("Tab")
                .evenInText()
                .when(tab));
        addPreviousBox(view, tab);
        accept = add(of("label.accept", regions::acceptAndNext)
                .withKeys("Enter")
                .evenInText()
                .when(loopRegion));
        acceptPage = add(of("label.accept-page", pages::accept)
                .withIcon("fth-check-circle")
                .withKeys("Ctrl+Enter")
                .when(hasPage));
        submitPage = add(of("label.submit-page", pages::submit)
                .withIcon("fth-upload")
                .withKeys("Ctrl+Shift+Enter")
                .when(hasPage));
        reopenPage = add(
                of("label.reopen-page", pages::reopen).withIcon("fth-edit-2").when(closed(view)));
        returnPage = add(of("label.return-page", pages::giveBack)
                .withIcon("fth-corner-up-left")
                .when(hasPage));
        nextPage = turn("label.next-page", () -> view.openBeside(1), "fth-chevron-right", "PageDown");
        previousPage = turn("label.previous-page", () -> view.openBeside(-1), "fth-chevron-left", "PageUp");
        addAlternatives(view, regions, hasPage, hasRegion);
        illegible = add(flag("label.illegible", "fth-eye-off", regions, RegionFlag.ILLEGIBLE, "Alt+X", "X")
                .when(hasSelection));
        cutOff = add(flag("label.cut-off", "fth-scissors", regions, RegionFlag.CUT_OFF, "Alt+C", "C")
                .when(hasSelection));
        notAFormula = add(flag("label.not-a-formula", "fth-slash", regions, RegionFlag.NOT_A_FORMULA, "Alt+N", "N")
                .when(hasSelection));
        addKinds(regions, hasSelection);
        addTools(screen, regions, hasSelection);
        delete = add(onPage("label.delete", regions::delete)
                .withIcon("fth-trash-2")
                .withKeys("Delete", "Backspace")
                .when(Bindings.and(hasSelection, screen.onPage())));
        merge = add(of("label.merge", regions::merge)
                .withIcon("fth-minimize-2")
                .withKeys("M")
                .when(hasSelection));
        addClipboard(screen, regions, hasSelection);
        palette = addLatex(screen, regions, hasRegion);
        BooleanBinding broken = Bindings.createBooleanBinding(
                () -> !checks.findingsProperty().get().isEmpty(), checks.findingsProperty());
        fix = addFix(checks, regions);
        examples = onFinding("label.examples", screen::examples, "fth-book-open", "Alt+E", broken);
        dispute = onFinding("label.dispute", checks::dispute, "fth-message-circle", "Alt+D", broken);
        addWindow(screen);
        addPageWork(pages, screen, hasPage);
    }

    private Action turn(String key, Runnable action, String icon, String keys) {
        return add(of(key, action).withIcon(icon).withKeys(keys).evenInText());
    }

    private Action addFix(RegionChecks checks, RegionCommands regions) {
        BooleanBinding mendable =
                Bindings.createBooleanBinding(() -> checks.fix().isPresent(), checks.findingsProperty());
        return add(of("label.fix", () -> checks.mend(regions))
                .withIcon("fth-zap")
                .withKeys("Alt+F")
                .when(mendable));
    }

    private Action onFinding(String key, Runnable action, String icon, String keys, BooleanBinding broken) {
        return add(of(key, action).withIcon(icon).withKeys(keys).when(broken));
    }

    private void addPreviousBox(LabelViewModel view, BooleanBinding tab) {
        add(of("label.previous-box", () -> view.nextBox(-1))
                .withKeys("Shift+Tab")
                .evenInText()
                .when(tab));
    }

    private void addAlternatives(
            LabelViewModel view, RegionCommands regions, BooleanBinding hasPage, BooleanBinding hasRegion) {
        for (int i = 1; i <= 5; i++) {
            int number = i;
            add(of("label.alternative-" + i, () -> regions.takeAlternative(number))
                    .withKeys("Alt+" + i)
                    .when(hasRegion));
        }
        add(of("label.next-doubtful", view::nextDoubtful).withKeys("F7").when(hasPage));
    }

    private void addKinds(RegionCommands regions, BooleanBinding hasSelection) {
        add(of("label.inline", () -> regions.setKind(FormulaKind.INLINE))
                .withKeys("Alt+I", "I")
                .when(hasSelection));
        add(of("label.display", () -> regions.setKind(FormulaKind.DISPLAY))
                .withKeys("Alt+B", "D")
                .when(hasSelection));
    }

    /** The page was handed in or judged: it can be opened again. */
    private static BooleanBinding closed(LabelViewModel view) {
        return Bindings.createBooleanBinding(
                () -> view.page()
                        .filter(page -> page.state() != LabelState.UNTOUCHED && page.state() != LabelState.LABELED)
                        .isPresent(),
                view.localPageProperty());
    }

    private void addTools(Screen screen, RegionCommands regions, BooleanBinding hasSelection) {
        add(of("label.select", screen::select).withIcon("fth-mouse-pointer").withKeys("V"));
        add(of("label.draw", screen::draw).withIcon("fth-crop").withKeys("R"));
        add(of("label.snap", screen::snap).withIcon("fth-maximize").withKeys("S"));
        add(onPage("label.snap-selected", regions::snapSelected)
                .withKeys("Shift+S")
                .when(hasSelection));
        zooms.add(add(of("label.fit", screen::fit).withIcon("fth-minimize").withKeys("Ctrl+0")));
        zooms.add(add(of("label.actual-size", screen::actualSize).withKeys("Ctrl+9")));
        zooms.add(add(of("label.zoom-in", () -> screen.zoom(1.25))
                .withIcon("fth-zoom-in")
                .withKeys("Ctrl+=")));
        zooms.add(add(of("label.zoom-out", () -> screen.zoom(0.8))
                .withIcon("fth-zoom-out")
                .withKeys("Ctrl+-")));
    }

    private void addClipboard(Screen screen, RegionCommands regions, BooleanBinding hasSelection) {
        BooleanBinding both = Bindings.and(hasSelection, screen.onPage());
        BooleanBinding canPaste = Bindings.createBooleanBinding(
                () -> regions.hasCopied() && screen.onPage().get(), screen.onPage());
        add(onPage("label.copy", regions::copy).withKeys("Ctrl+C").when(both));
        add(onPage("label.paste", regions::paste).withKeys("Ctrl+V").when(canPaste));
        add(onPage("label.duplicate", regions::duplicate).withKeys("Ctrl+D").when(both));
    }

    private Action addLatex(Screen screen, RegionCommands regions, BooleanBinding hasRegion) {
        add(of("label.tidy", regions::tidy)
                .withIcon("fth-align-left")
                .withKeys("Alt+T")
                .when(hasRegion));
        add(Action.of("label.matrix", LATEX, screen::matrix).withKeys("Ctrl+M").when(screen.inLatex()));
        add(Action.of("label.wrap-text", LATEX, screen::wrapInText)
                .withKeys("Ctrl+/")
                .when(screen.inLatex()));
        add(Action.of("label.complete", LATEX, screen::complete)
                .withKeys("Ctrl+Space", "Ctrl+.")
                .when(screen.inLatex()));
        return add(of("label.palette", screen::palette).withIcon("fth-grid").withKeys("Ctrl+P"));
    }

    private void addWindow(Screen screen) {
        add(of("label.edit-latex", screen::focusLatex).withKeys("F2"));
        add(of("label.to-page", screen::focusPage)
                .withKeys("Esc")
                .evenInText()
                .when(Bindings.and(screen.inLatex(), screen.escapeIsFree())));
        add(of("label.find", screen::find).withIcon("fth-search").withKeys("/"));
        add(of("label.next-view", screen::nextView).withKeys("Alt+V"));
        add(of("label.left-pane", screen::toggleLeft).withKeys("Ctrl+B"));
        add(of("label.right-pane", screen::toggleRight).withKeys("Ctrl+J"));
        add(of("label.next-pane", () -> screen.focusNextPane(1)).withKeys("F6"));
        add(of("label.previous-pane", () -> screen.focusNextPane(-1)).withKeys("Shift+F6"));
    }

    private void addPageWork(PageCommands pages, Screen screen, BooleanBinding hasPage) {
        ofPage.addAll(List.of(acceptPage, submitPage, reopenPage, returnPage));
        ofPage.add(add(of("label.turn-right", () -> pages.turn(1))
                .withIcon("fth-rotate-cw")
                .when(hasPage)));
        ofPage.add(add(of("label.turn-left", () -> pages.turn(-1))
                .withIcon("fth-rotate-ccw")
                .when(hasPage)));
        ofPage.add(add(of("label.replace-page", screen::chooseReplacement)
                .withIcon("fth-repeat")
                .when(hasPage)));
        ofPage.add(add(
                of("label.remove-page", pages::remove).withIcon("fth-trash-2").when(hasPage)));
    }

    private Action add(Action action) {
        all.add(action);
        return action;
    }

    private static Action of(String id, Runnable run) {
        return Action.of(id, SCOPE, run);
    }

    private static Action onPage(String id, Runnable run) {
        return Action.of(id, PAGE, run);
    }

    private static Action flag(
            String id, String icon, RegionCommands regions, RegionFlag flag, String key, String letter) {
        return of(id, () -> regions.toggleFlag(flag)).withIcon(icon).withKeys(key, letter);
    }

    List<Action> all() {
        return List.copyOf(all);
    }

    List<Action> zooms() {
        return List.copyOf(zooms);
    }

    List<Action> ofPage() {
        return List.copyOf(ofPage);
    }

    /** The keys that matter most, for the status bar. */
    List<Action> hints() {
        return List.of(
                nextBox,
                accept,
                all.stream()
                        .filter(action -> action.id().equals("label.alternative-1"))
                        .findFirst()
                        .orElse(accept),
                acceptPage);
    }

    Action fix() {
        return fix;
    }

    Action examples() {
        return examples;
    }

    Action dispute() {
        return dispute;
    }

    Action accept() {
        return accept;
    }

    Action acceptPage() {
        return acceptPage;
    }

    Action submitPage() {
        return submitPage;
    }

    Action reopenPage() {
        return reopenPage;
    }

    Action returnPage() {
        return returnPage;
    }

    Action previousPage() {
        return previousPage;
    }

    Action nextPage() {
        return nextPage;
    }

    Action palette() {
        return palette;
    }

    Action delete() {
        return delete;
    }

    Action merge() {
        return merge;
    }

    Action illegible() {
        return illegible;
    }

    Action cutOff() {
        return cutOff;
    }

    Action notAFormula() {
        return notAFormula;
    }
}
