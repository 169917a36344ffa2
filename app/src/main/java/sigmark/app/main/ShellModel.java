package sigmark.app.main;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.EditWriter;
import sigmark.app.base.Workbench;
import sigmark.app.base.Workspace;
import sigmark.app.base.settings.RecentProject;
import sigmark.app.base.settings.RecentProject.LastPlace;
import sigmark.app.base.words.Message;
import sigmark.inference.work.Problem;
import sigmark.labeling.edit.Change;

/**
 * What the window shows and which project is open; knows no node. Opening and making projects happens off the window's
 * thread; the project that was open stays until the new one is there.
 */
final class ShellModel {
    /** The window's three screens. */
    enum Screen {
        START,
        WORK,
        SETTINGS
    }

    private final Desk desk;
    private final ProjectDoor door;
    /** Where a project opens that was not open before. */
    private static final String FIRST = "label";

    private static final Set<String> OF_LABELERS = Set.of("label", "guide");
    private static final Destination QUIZ = Destination.of("guide").query("quiz");

    private final List<Function<Workspace, Workbench>> makers;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>(Screen.START);
    private final ReadOnlyObjectWrapper<Optional<OpenProject>> project = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Workbench>> bench = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> sentFrom = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper nameWanted = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper lookWanted = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Message>> waiting = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Runnable> afterName = Optional.empty();
    private Screen beforeSettings = Screen.START;
    private boolean warned;

    ShellModel(Desk desk, ProjectDoor door, List<Function<Workspace, Workbench>> makers, Clock clock) {
        this.desk = desk;
        this.door = door;
        this.makers = List.copyOf(makers);
        this.clock = clock;
        desk.settings().property().subscribe(preferences -> goOn());
    }

    Desk desk() {
        return desk;
    }

    ReadOnlyObjectProperty<Screen> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<OpenProject>> projectProperty() {
        return project.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Workbench>> benchProperty() {
        return bench.getReadOnlyProperty();
    }

    /** Where in the project the person is, for the top bar. */
    ReadOnlyStringProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** True while a project is being opened. */
    ReadOnlyBooleanProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /** True when the person's name is needed before going on. */
    ReadOnlyBooleanProperty nameWantedProperty() {
        return nameWanted.getReadOnlyProperty();
    }

    /** What happens as soon as the person's name is known; empty when nothing waits for it. */
    ReadOnlyObjectProperty<Optional<Message>> waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** True while a workbench is shown. */
    BooleanBinding working() {
        return Bindings.equal(screen, Screen.WORK);
    }

    BooleanBinding railShown() {
        return Bindings.createBooleanBinding(
                () -> project.get().isPresent() && screen.get() != Screen.START, project, screen);
    }

    void showStart() {
        remember();
        screen.set(Screen.START);
    }

    void showSettings() {
        if (screen.get() != Screen.SETTINGS) {
            beforeSettings = screen.get();
            screen.set(Screen.SETTINGS);
        }
    }

    /** From the settings back to where the person was; from the start page back to the open project. */
    void back() {
        if (screen.get() == Screen.SETTINGS) {
            screen.set(beforeSettings);
        } else if (project.get().isPresent()) {
            screen.set(Screen.WORK);
        }
    }

    void showBench(String id) {
        sentFrom.set(Optional.empty());
        if (quizComesBefore(id)) {
            go(QUIZ);
        } else {
            project.get().flatMap(open -> open.bench(id)).ifPresent(this::show);
        }
    }

    void go(Destination wanted) {
        Destination destination = quizComesBefore(wanted.workbench()) ? QUIZ : wanted;
        project.get().flatMap(open -> open.bench(destination.workbench())).ifPresent(next -> {
            Optional<Workbench> from = bench.get().filter(one -> !one.equals(next));
            sentFrom.set(from.map(Workbench::id));
            show(next);
            next.go(destination);
        });
    }

    private boolean quizComesBefore(String id) {
        return id.equals(FIRST)
                && project.get()
                        .filter(open -> open.workspace().quizDueProperty().get())
                        .isPresent();
    }

    /** The workbench that sent the person to the one shown now; empty when they came by themselves. */
    ReadOnlyObjectProperty<Optional<String>> sentFromProperty() {
        return sentFrom.getReadOnlyProperty();
    }

    /** Back to the workbench that sent the person here, as they left it. */
    void goReturn() {
        sentFrom.get().ifPresent(this::showBench);
    }

    private void show(Workbench next) {
        Optional<Workbench> old = bench.get();
        boolean same = old.filter(next::equals).isPresent();
        if (!same) {
            old.ifPresent(Workbench::deactivated);
            place.bind(next.place());
            bench.set(Optional.of(next));
        }
        screen.set(Screen.WORK);
        next.activated();
    }

    /** Keeps the person's name and goes on with what had to wait for it. */
    void nameGiven(String name) {
        if (name.isBlank()) {
            return;
        }
        desk.settings().change(preferences -> preferences.withPerson(name));
    }

    /** Does what waited for the name, wherever the name was given. */
    private void goOn() {
        if (afterName.isEmpty() || desk.settings().get().person().isBlank()) {
            return;
        }
        Runnable next = afterName.get();
        afterName = Optional.empty();
        waiting.set(Optional.empty());
        nameWanted.set(false);
        next.run();
    }

    /** Does something at once, or as soon as the name is given; the start page asks for it and says what waits. */
    private void withName(Message then, Runnable action) {
        if (desk.settings().get().person().isBlank()) {
            afterName = Optional.of(action);
            waiting.set(Optional.of(then));
            screen.set(Screen.START);
            nameWanted.set(false);
            nameWanted.set(true);
        } else {
            action.run();
        }
    }

    void open(Path folderOrFile) {
        Path name = folderOrFile.toAbsolutePath().normalize().getFileName();
        open(folderOrFile, String.valueOf(name == null ? folderOrFile : name), LastPlace.NOWHERE);
    }

    /** Opens a project of the recent list where the person stopped. */
    void resume(RecentProject recent) {
        open(Path.of(recent.folder()), recent.name(), recent.place());
    }

    private void open(Path folderOrFile, String name, LastPlace at) {
        Optional<OpenProject> same = project.get().filter(open -> isOf(open, folderOrFile));
        if (same.isPresent() && !same.get().workspace().store().readOnly()) {
            screen.set(Screen.WORK);
            return;
        }
        withName(
                Message.of("start.name.then.open", "name", name),
                () -> enter(person -> door.open(folderOrFile, person), at, List.of()));
    }

    private static boolean isOf(OpenProject open, Path folderOrFile) {
        Path asked = folderOrFile.toAbsolutePath().normalize();
        if (ProjectFiles.isPackage(asked)) {
            return false;
        }
        return asked.equals(open.folder()) || open.folder().equals(asked.getParent());
    }

    void create(Path folder, String name) {
        createFrom(folder, name, List.of());
    }

    /** Makes a project for files that were dropped, and brings them in. */
    void createFrom(Path folder, String name, List<Path> files) {
        withName(
                Message.of("start.name.then.create", "name", name),
                () -> enter(person -> door.create(folder, name, person), LastPlace.NOWHERE, files));
    }

    void openSample() {
        withName(Message.of("start.name.then.sample"), this::enterSample);
    }

    /** Making the sample's copy takes a while the first time, so it is a job that everybody sees. */
    private void enterSample() {
        if (project.get().filter(open -> isOf(open, door.sampleFolder())).isPresent()) {
            screen.set(Screen.WORK);
            return;
        }
        if (opening.get()) {
            return;
        }
        opening.set(true);
        String person = desk.settings().get().person();
        String name = desk.texts().text("start.sample.name");
        desk.jobs()
                .run(
                        Message.of("job.sample"),
                        progress -> door.sample(name, person, progress),
                        opened -> {
                            opening.set(false);
                            entered(opened, LastPlace.NOWHERE, List.of());
                            lookWanted.set(!desk.settings().get().lookTaken());
                        },
                        problem -> {
                            opening.set(false);
                            desk.notices().problem(problem);
                        });
    }

    /** True when the guided look should begin. */
    ReadOnlyBooleanProperty lookWantedProperty() {
        return lookWanted.getReadOnlyProperty();
    }

    /** Begins the guided look again. */
    void wantLook() {
        lookWanted.set(false);
        lookWanted.set(project.get().isPresent());
    }

    /** It was seen or left: it does not come by itself any more. */
    void lookTaken() {
        lookWanted.set(false);
        desk.settings().change(preferences -> preferences.withLookTaken(true));
    }

    private void enter(Function<String, ProjectDoor.Opened> opener, LastPlace at, List<Path> files) {
        if (opening.get()) {
            return;
        }
        opening.set(true);
        String person = desk.settings().get().person();
        desk.jobs()
                .load(
                        () -> opener.apply(person),
                        opened -> {
                            opening.set(false);
                            entered(opened, at, files);
                        },
                        problem -> {
                            opening.set(false);
                            desk.notices().problem(problem);
                        });
    }

    private void entered(ProjectDoor.Opened opened, LastPlace at, List<Path> files) {
        closeProject();
        EditWriter edits = new EditWriter(desk.jobs());
        Workspace workspace =
                new Workspace(desk, opened.store(), edits, this::go, opened.vendorCopy(), door.keyFolder());
        workspace.setQuizDue(opened.quizDue());
        List<Workbench> benches = benches(workspace);
        OpenProject open = new OpenProject(opened.info().name(), opened.info().folder(), workspace, benches);
        project.set(Optional.of(open));
        workspace.placeProperty().subscribe(here -> remember());
        remember(open, at);
        if (!benches.isEmpty()) {
            goTo(at, open.bench(FIRST).map(Workbench::id).orElse(benches.get(0).id()));
        }
        if (!files.isEmpty()) {
            importPages(files);
        }
    }

    /** A labeler's working copy has but two: what is not for them is not there. */
    private List<Workbench> benches(Workspace workspace) {
        List<Workbench> shown = new ArrayList<>();
        for (Function<Workspace, Workbench> maker : makers) {
            Workbench made = maker.apply(workspace);
            if (workspace.vendorCopy().isEmpty() || OF_LABELERS.contains(made.id())) {
                shown.add(made);
            } else {
                made.close();
            }
        }
        return shown;
    }

    private void goTo(LastPlace at, String first) {
        Destination destination = Destination.of(at.workbench().isEmpty() ? first : at.workbench());
        if (!at.pageId().isEmpty()) {
            destination = destination.page(at.pageId());
        }
        if (!at.regionId().isEmpty()) {
            destination = destination.region(at.regionId());
        }
        go(destination);
    }

    /** Brings files into the open project, as a job that everybody sees; ends with a balance. */
    void importPages(List<Path> files) {
        project.get().ifPresent(open -> {
            Message title = Message.of("job.import");
            desk.jobs()
                    .run(
                            title,
                            progress -> door.importPages(open.workspace().store(), files, progress),
                            balance -> {
                                desk.notices().balance(Message.of("balance.import"), balance);
                                remember();
                                bench.get().ifPresent(Workbench::activated);
                            },
                            desk.notices()::problem);
        });
    }

    void undo() {
        step("shell.undone", "shell.nothing-to-undo", workspace -> workspace
                .store()
                .undo());
    }

    void redo() {
        step("shell.redone", "shell.nothing-to-redo", workspace -> workspace
                .store()
                .redo());
    }

    private void step(String done, String nothing, Function<Workspace, Optional<Change>> step) {
        project.get().map(OpenProject::workspace).ifPresent(workspace -> workspace
                .edits()
                .submit(
                        () -> step.apply(workspace),
                        change -> desk.notices()
                                .toast(change.map(one -> stepped(done, one.edit()))
                                        .orElse(Message.of(nothing))),
                        desk.notices()::problem));
    }

    /** Which step it was, where its name has words. */
    private Message stepped(String done, String edit) {
        String key = "step." + edit;
        return desk.texts().words().find(key).isPresent()
                ? Message.of(done + "-step", "step", Message.of(key))
                : Message.of(done);
    }

    /** Writes a copy of the project file, as far as it is saved, into the person's home folder. */
    void saveCopy() {
        project.get().ifPresent(open -> {
            Path copy = copyOf(open);
            desk.jobs()
                    .load(
                            () -> {
                                open.workspace().store().backup(copy);
                                return copy;
                            },
                            file -> desk.notices().toast(Message.of("shell.copy-saved", "file", file.toString())),
                            desk.notices()::problem);
        });
    }

    private Path copyOf(OpenProject open) {
        String name = open.name() + " " + clock.instant().toString().replace(':', '-') + ".sigmark";
        return Path.of(System.getProperty("user.home", ".")).resolve(name);
    }

    /** The first close with unsaved edits only says so; a second one right after it is meant. */
    boolean mayLose() {
        boolean said = warned;
        warned = true;
        desk.notices().toast(Message.of("shell.close-again"));
        return said;
    }

    void switchTheme() {
        desk.settings()
                .change(preferences -> preferences.withTone(desk.theme().tone().other()));
    }

    void switchLanguage() {
        desk.settings()
                .change(preferences ->
                        preferences.withLanguage(desk.texts().language().other()));
    }

    private void remember() {
        project.get()
                .ifPresent(
                        open -> remember(open, open.workspace().placeProperty().get()));
    }

    private void remember(OpenProject open, LastPlace at) {
        desk.jobs()
                .load(
                        () -> door.progress(open.workspace().store()),
                        counts -> desk.settings()
                                .change(preferences -> preferences.withRecent(new RecentProject(
                                        open.name(),
                                        open.folder().toString(),
                                        counts.pages(),
                                        counts.done(),
                                        clock.instant(),
                                        at))),
                        this::forgotten);
    }

    private void forgotten(Problem problem) {
        desk.notices().problem(problem);
    }

    /** Closes the open project once its edits are written. */
    void closeProject() {
        project.get().ifPresent(open -> {
            place.unbind();
            place.set("");
            bench.get().ifPresent(Workbench::deactivated);
            bench.set(Optional.empty());
            open.benches().forEach(Workbench::close);
            project.set(Optional.empty());
            open.workspace().edits().afterAll(() -> open.workspace().store().close());
        });
    }
}
