package sigmark.app.main;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import sigmark.app.base.Desk;
import sigmark.app.base.Workbench;
import sigmark.app.base.key.KeyDispatcher;
import sigmark.app.main.ShellModel.Screen;

/** The window: rail, top bar, notices, the screen shown now, status bar, and what floats above them. */
final class MainWindow implements ShellActions.Overlays {
    private final Desk desk;
    private final ShellModel shell;
    private final Stage stage;
    private final Diagnostics diagnostics;
    private final ShellActions actions;
    private final WindowAsks asks;
    private final StartForms forms;
    private final StartPage start;
    private final StartModel startModel;
    private final SettingsPage settings;
    private final StackPane host = new StackPane();
    private final StackPane root = new StackPane();
    private final KeySheet keySheet;
    private final CommandSearch search;
    private final Scene scene;

    MainWindow(Desk desk, ShellModel shell, Stage stage, Path home, Diagnostics diagnostics) {
        this.desk = desk;
        this.shell = shell;
        this.stage = stage;
        this.diagnostics = diagnostics;
        actions = new ShellActions(shell, this);
        asks = new WindowAsks(desk.texts(), stage);
        startModel = new StartModel(desk, home);
        forms = new StartForms(desk, shell, startModel, asks);
        start = new StartPage(desk, shell, startModel, forms, actions.start());
        settings = new SettingsPage(desk, shell, actions, diagnostics);
        keySheet = new KeySheet(desk, actions::now);
        search = new CommandSearch(desk, shell, actions::now);
        root.getStyleClass().add("window");
        root.getChildren().setAll(frame(), new GuidedLook(desk, shell), new NoticeLayer(desk), keySheet, search);
        scene = new Scene(root, 1440, 900);
        desk.theme().dress(scene);
        new KeyDispatcher(desk.keys(), this::actionsNow).listenTo(scene);
        new FileDrop(shell, this::pagesCame, desk).listenTo(scene);
        shell.screenProperty().subscribe(screen -> showScreen());
        shell.benchProperty().subscribe(bench -> showScreen());
    }

    Scene scene() {
        return scene;
    }

    ShellActions actions() {
        return actions;
    }

    void closeOverlays() {
        search.close();
        keySheet.close();
    }

    private Parent frame() {
        BorderPane inner = new BorderPane(host);
        inner.setTop(new VBox(new TopBar(desk, shell, actions), new NoticeBars(desk, shell, diagnostics)));
        BorderPane frame = new BorderPane(inner);
        Rail rail = new Rail(desk, shell, actions.settings(), actions.keys());
        rail.visibleProperty().bind(shell.railShown());
        rail.managedProperty().bind(rail.visibleProperty());
        frame.setLeft(rail);
        frame.setBottom(new StatusBar(desk, shell, actions.keys()));
        return frame;
    }

    private void showScreen() {
        Screen screen = shell.screenProperty().get();
        Optional<Node> node = Optional.of(screen == Screen.SETTINGS ? settings : start);
        if (screen == Screen.WORK) {
            node = shell.benchProperty().get().map(Workbench::node);
        }
        node.filter(shown -> !host.getChildren().equals(List.of(shown)))
                .ifPresent(shown -> host.getChildren().setAll(shown));
        if (screen == Screen.START) {
            startModel.refresh();
        } else if (screen == Screen.SETTINGS) {
            settings.refresh();
        }
    }

    private List<sigmark.app.base.key.Action> actionsNow() {
        if (search.isVisible() || keySheet.isVisible() || settings.choosingKey()) {
            return List.of();
        }
        return new ArrayList<>(actions.now());
    }

    private void pagesCame(List<Path> files) {
        if (files.size() == 1 && ProjectFiles.isPackage(files.get(0))) {
            shell.open(files.get(0));
        } else if (shell.projectProperty().get().isPresent()
                && shell.screenProperty().get() == Screen.WORK) {
            shell.importPages(files);
        } else if (files.size() == 1 && ProjectFiles.isProject(files.get(0))) {
            shell.open(files.get(0));
        } else {
            shell.showStart();
            forms.askNew(files);
        }
    }

    @Override
    public void search() {
        search.open();
    }

    @Override
    public void keys() {
        keySheet.open();
    }

    @Override
    public void wholeScreen() {
        stage.setFullScreen(!stage.isFullScreen());
    }

    @Override
    public void askNew() {
        forms.askNew(List.of());
    }

    @Override
    public void askOpen() {
        asks.project().ifPresent(shell::open);
    }

    @Override
    public void askPages() {
        List<Path> files = asks.pages();
        if (!files.isEmpty()) {
            pagesCame(files);
        }
    }

    @Override
    public void copyDiagnostics() {
        diagnostics.copy();
    }
}
