package sigmark.app.main;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import sigmark.app.base.Workbench;
import sigmark.app.base.key.Action;
import sigmark.app.main.ShellModel.Screen;

/** What can be done anywhere in the window and on the start page. */
final class ShellActions {
    private final ShellModel shell;
    private final Overlays overlays;
    private final Action search;
    private final Action undo;
    private final Action redo;
    private final Action settings;
    private final Action keys;
    private final Action theme;
    private final Action language;
    private final Action goReturn;

    /** What the window can lay over itself. */
    interface Overlays {
        void search();

        void keys();

        void wholeScreen();

        void askNew();

        void askOpen();

        /** Chooses files: for the open project, or for a new one. */
        void askPages();

        void copyDiagnostics();
    }

    ShellActions(ShellModel shell, Overlays overlays) {
        this.shell = shell;
        this.overlays = overlays;
        search = anywhere("app.search", overlays::search).withIcon("fth-search").withKeys("Ctrl+K");
        undo = anywhere("app.undo", shell::undo)
                .withIcon("fth-corner-up-left")
                .withKeys("Ctrl+Z")
                .when(shell.working());
        redo = anywhere("app.redo", shell::redo)
                .withIcon("fth-corner-up-right")
                .withKeys("Ctrl+Shift+Z", "Ctrl+Y")
                .when(shell.working());
        settings = anywhere("app.settings", shell::showSettings)
                .withIcon("fth-settings")
                .withKeys("Ctrl+,");
        keys = anywhere("app.keys", overlays::keys).withIcon("fth-help-circle").withKeys("?", "F1");
        theme = anywhere("app.theme", shell::switchTheme).withIcon("fth-moon");
        goReturn = Action.of("app.return", "label", shell::goReturn)
                .withKeys("Alt+Left")
                .withIcon("fth-arrow-left")
                .when(Bindings.createBooleanBinding(
                        () -> shell.sentFromProperty().get().isPresent(), shell.sentFromProperty()));
        language = anywhere("app.language", shell::switchLanguage).withIcon("fth-globe");
    }

    Action search() {
        return search;
    }

    Action undo() {
        return undo;
    }

    Action redo() {
        return redo;
    }

    Action settings() {
        return settings;
    }

    Action keys() {
        return keys;
    }

    Action theme() {
        return theme;
    }

    Action language() {
        return language;
    }

    /** Back to the workbench that sent the person here. */
    Action goReturn() {
        return goReturn;
    }

    /** Those of the start page. */
    List<Action> start() {
        var onStart = Bindings.equal(shell.screenProperty(), Screen.START);
        return List.of(
                start("start.new", overlays::askNew, "fth-folder-plus", "Ctrl+N")
                        .when(onStart),
                start("start.open", overlays::askOpen, "fth-folder", "Ctrl+O").when(onStart),
                start("start.sample", shell::openSample, "fth-compass", "Ctrl+E")
                        .when(onStart),
                Action.of("start.files", "start", overlays::askPages)
                        .withIcon("fth-image")
                        .when(onStart));
    }

    /** Those of every screen. */
    List<Action> everywhere() {
        List<Action> all = new ArrayList<>(List.of(search, undo, redo, settings, keys, theme, language));
        all.add(anywhere("app.projects", shell::showStart).withIcon("fth-home"));
        all.add(anywhere("app.import", overlays::askPages)
                .withIcon("fth-upload")
                .withKeys("Ctrl+I")
                .when(shell.working()));
        all.add(goReturn);
        all.add(anywhere("app.whole-screen", overlays::wholeScreen).withKeys("F11"));
        all.add(anywhere("app.look", shell::wantLook).withIcon("fth-compass").when(shell.working()));
        all.add(anywhere("app.diagnostics", overlays::copyDiagnostics).withIcon("fth-clipboard"));
        bench(all, "service", "Ctrl+1");
        bench(all, "label", "Ctrl+2");
        bench(all, "guide", "Ctrl+3");
        bench(all, "run", "Ctrl+4");
        bench(all, "analyze", "Ctrl+5");
        return all;
    }

    /** Those that the screen shown now answers to, the most particular first. */
    List<Action> now() {
        List<Action> now = new ArrayList<>();
        if (shell.screenProperty().get() == Screen.WORK) {
            shell.benchProperty().get().map(Workbench::actions).ifPresent(now::addAll);
        }
        if (shell.screenProperty().get() == Screen.START) {
            now.addAll(start());
        }
        now.addAll(everywhere());
        return now;
    }

    /** All of the window, for the settings page and the test that walks the key table. */
    List<Action> all() {
        List<Action> all = new ArrayList<>(everywhere());
        all.addAll(start());
        shell.projectProperty().get().ifPresent(project -> project.benches()
                .forEach(bench -> all.addAll(bench.actions())));
        return all;
    }

    private void bench(List<Action> all, String id, String key) {
        boolean built = shell.projectProperty().get().flatMap(p -> p.bench(id)).isPresent();
        if (built) {
            all.add(anywhere("app.go-" + id, () -> shell.showBench(id)).withKeys(key));
        }
    }

    private static Action anywhere(String id, Runnable run) {
        return Action.of(id, Action.ANYWHERE, run);
    }

    private static Action start(String id, Runnable run, String icon, String key) {
        return Action.of(id, "start", run).withIcon(icon).withKeys(key);
    }
}
