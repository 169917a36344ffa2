package sigmark.app.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.stage.Stage;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.base.Workbench;
import sigmark.app.base.Workspace;
import sigmark.app.base.settings.Preferences;
import sigmark.app.base.settings.PreferencesFile;
import sigmark.app.base.words.Language;

/** The real window over a temporary home, for flows and pictures; make it on the window's thread. */
public final class TestWindow implements AutoCloseable {
    private final Path home;
    private final Jobs jobs = Jobs.threaded();
    private final Desk desk;
    private final ShellModel shell;
    private final MainWindow window;

    public TestWindow(Stage stage, UnaryOperator<Preferences> preferences) {
        this(stage, preferences, Benches.all());
    }

    public TestWindow(
            Stage stage, UnaryOperator<Preferences> preferences, List<Function<Workspace, Workbench>> benches) {
        this(stage, preferences, benches, Clock.systemUTC());
    }

    /** @param clock of the projects that are opened */
    TestWindow(
            Stage stage,
            UnaryOperator<Preferences> preferences,
            List<Function<Workspace, Workbench>> benches,
            Clock clock) {
        home = temporary();
        PreferencesFile file = new PreferencesFile(home.resolve("settings.json"));
        Preferences first = preferences.apply(
                Preferences.DEFAULT.withLanguage(Language.ENGLISH).withPerson("Kim"));
        desk = SigmarkApp.desk(jobs, file, first);
        desk.theme().show(first.tone());
        shell = new ShellModel(desk, new StoreDoor(home.resolve("data"), clock), benches, Clock.systemUTC());
        Diagnostics diagnostics = new Diagnostics(desk, home.resolve("sigmark.0.log"), "test");
        window = new MainWindow(desk, shell, stage, home, diagnostics);
        stage.setScene(window.scene());
    }

    public Path home() {
        return home;
    }

    public Desk desk() {
        return desk;
    }

    ShellModel shell() {
        return shell;
    }

    MainWindow window() {
        return window;
    }

    /** Opens a project as the start page would. */
    public void open(Path folder) {
        shell.open(folder);
    }

    /** Opens the sample project as the start page would. */
    public void openSample() {
        shell.openSample();
    }

    public boolean isOpen() {
        return shell.projectProperty().get().isPresent();
    }

    public void showBench(String id) {
        shell.showBench(id);
    }

    public void showSettings() {
        shell.showSettings();
    }

    public void showKeys() {
        window.keys();
    }

    public void showSearch() {
        window.search();
    }

    public void closeOverlays() {
        window.closeOverlays();
    }

    @Override
    public void close() {
        desk.theme().undress(window.scene());
        shell.closeProject();
        jobs.close();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("sigmark-window");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
