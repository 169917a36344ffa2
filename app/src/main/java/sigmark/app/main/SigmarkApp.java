package sigmark.app.main;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import sigmark.app.base.Desk;
import sigmark.app.base.EditWriter;
import sigmark.app.base.Jobs;
import sigmark.app.base.Notices;
import sigmark.app.base.Texts;
import sigmark.app.base.Theme;
import sigmark.app.base.key.KeyBook;
import sigmark.app.base.settings.AppFolders;
import sigmark.app.base.settings.Preferences;
import sigmark.app.base.settings.Preferences.WindowPlace;
import sigmark.app.base.settings.PreferencesFile;
import sigmark.app.base.settings.Settings;
import sigmark.app.base.words.Language;
import sigmark.inference.work.Problem;

/** The window's life: makes everything once, opens what was asked for, and closes cleanly. */
public final class SigmarkApp extends Application {
    /** Opens the sample project at once. */
    static final String SAMPLE = "--sample";

    private static final List<String> SHEETS =
            List.of("sigmark.css", "shell.css", "label.css", "run.css", "analyze.css", "service.css", "guide.css");
    private static final double LEAST_WIDTH = 1000;
    private static final double LEAST_HEIGHT = 640;

    private final Jobs jobs = Jobs.threaded();

    @Override
    public void start(Stage stage) {
        AppFolders folders = AppFolders.ofMachine();
        PreferencesFile file = new PreferencesFile(folders.config().resolve("settings.json"));
        Desk desk = desk(jobs, file, file.read());
        Diagnostics diagnostics =
                new Diagnostics(desk, LogFile.start(folders.state()), sigmark.app.work.BuildInfo.version());
        catchTheUnforeseen(desk);
        ShellModel shell = new ShellModel(
                desk, new StoreDoor(folders.data(), Clock.systemUTC()), Benches.all(), Clock.systemUTC());
        Path home = Path.of(System.getProperty("user.home", "."));
        MainWindow window = new MainWindow(desk, shell, stage, home, diagnostics);
        stage.setScene(window.scene());
        stage.setTitle("Sigmark");
        icons(stage);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        place(stage, desk.settings().get().window());
        stage.setOnCloseRequest(event -> closing(event, stage, desk, shell));
        stage.show();
        List<String> arguments = getParameters().getRaw();
        if (arguments.contains(SAMPLE)) {
            shell.openSample();
        } else if (!arguments.isEmpty()) {
            shell.open(Path.of(arguments.get(0)));
        }
    }

    /** Everything that screens stand on, following the preferences from now on. */
    static Desk desk(Jobs jobs, PreferencesFile file, Preferences preferences) {
        Settings settings = new Settings(file, preferences, jobs.serial("settings"));
        Texts texts = new Texts(preferences.language().orElse(Language.ofMachine(Locale.getDefault())));
        Theme theme = new Theme(SHEETS);
        KeyBook keys = new KeyBook(() -> settings.get().keys());
        settings.property().subscribe(now -> {
            now.language().filter(language -> language != texts.language()).ifPresent(texts::speak);
            if (now.tone() != theme.tone()) {
                theme.show(now.tone());
            }
        });
        return new Desk(texts, theme, settings, jobs, keys, new Notices());
    }

    @Override
    public void stop() {
        jobs.close();
    }

    private void catchTheUnforeseen(Desk desk) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            Problem problem = Jobs.problemOf(failure);
            jobs.onWindow(() -> desk.notices().problem(problem));
        });
    }

    private void closing(WindowEvent event, Stage stage, Desk desk, ShellModel shell) {
        boolean unsaved = shell.projectProperty()
                .get()
                .filter(open -> open.workspace().edits().state() == EditWriter.State.UNSAVED)
                .isPresent();
        if (unsaved && !shell.mayLose()) {
            event.consume();
            return;
        }
        desk.settings()
                .change(preferences -> preferences.withWindow(new WindowPlace(
                        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized())));
        shell.closeProject();
    }

    private static void place(Stage stage, WindowPlace place) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        boolean known = place.width() >= LEAST_WIDTH
                && place.height() >= LEAST_HEIGHT
                && !Screen.getScreensForRectangle(place.x() + 40, place.y() + 10, 100, 20)
                        .isEmpty();
        if (known) {
            stage.setX(place.x());
            stage.setY(place.y());
            stage.setWidth(place.width());
            stage.setHeight(place.height());
        } else {
            stage.setWidth(Math.min(1440, screen.getWidth()));
            stage.setHeight(Math.min(900, screen.getHeight()));
        }
        stage.setMaximized(place.maximized());
    }

    private static void icons(Stage stage) {
        for (int size : new int[] {16, 32, 64, 128, 256}) {
            var picture = SigmarkApp.class.getResourceAsStream("/sigmark/icons/sigmark-" + size + ".png");
            if (picture != null) {
                stage.getIcons().add(new Image(picture));
            }
        }
    }
}
