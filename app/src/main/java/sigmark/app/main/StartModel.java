package sigmark.app.main;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.base.settings.RecentProject;
import sigmark.app.base.words.Message;

/** The start page without its nodes: recent projects and whether they are still there, and facts of this machine. */
final class StartModel {
    /** A recent project, and why it cannot be opened now. */
    record Row(RecentProject project, Optional<Message> missing) {}

    /** What the page says about this machine. */
    record Machine(int cores, long memoryBytes, long diskFreeBytes) {}

    private final Desk desk;
    private final Path home;
    private final Jobs.Latest reads;
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Row>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Machine>> machine = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty filter = new SimpleStringProperty("");

    /** @param home shortens shown paths to {@code ~} and is where new projects go */
    StartModel(Desk desk, Path home) {
        this.desk = desk;
        this.home = home;
        this.reads = desk.jobs().latest();
        desk.settings().property().subscribe(this::refresh);
        rows.subscribe(all -> narrow());
        filter.subscribe(text -> narrow());
    }

    ReadOnlyObjectProperty<List<Row>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Machine>> machineProperty() {
        return machine.getReadOnlyProperty();
    }

    StringProperty filterProperty() {
        return filter;
    }

    /** The project to go on with: the last one that is still there. */
    Optional<RecentProject> continued() {
        return rows.get().stream()
                .filter(row -> row.missing().isEmpty())
                .findFirst()
                .map(Row::project);
    }

    /** Looks again which projects are there and how this machine is. */
    void refresh() {
        List<RecentProject> recent = desk.settings().get().recent();
        reads.load(
                () -> recent.stream()
                        .map(project -> new Row(project, missing(project)))
                        .toList(),
                rows::set,
                desk.notices()::problem);
        desk.jobs().load(this::look, found -> machine.set(Optional.of(found)), desk.notices()::problem);
    }

    /** A path as people know it, with {@code ~} for the home folder. */
    String shortened(String folder) {
        Path path = Path.of(folder);
        return path.startsWith(home) ? "~/" + home.relativize(path).toString().replace('\\', '/') : folder;
    }

    /** Where a project of that name would go: a folder of its own under the person's documents. */
    Path suggested(String name) {
        String safe = name.strip().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "-");
        return home.resolve("Sigmark").resolve(safe.isEmpty() ? "project" : safe);
    }

    private Machine look() {
        Path folder = home;
        while (!Files.exists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory(),
                folder.toFile().getUsableSpace());
    }

    private static Optional<Message> missing(RecentProject project) {
        Path folder = Path.of(project.folder());
        if (!Files.isDirectory(folder)) {
            Path there = folder;
            while (there.getParent() != null && !Files.exists(there.getParent())) {
                there = there.getParent();
            }
            Path gone = there.getFileName();
            return Optional.of(Message.of("start.missing-folder", "name", gone == null ? there : gone.toString()));
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.sigmark")) {
            return files.iterator().hasNext() ? Optional.empty() : Optional.of(Message.of("start.missing-file"));
        } catch (IOException e) {
            return Optional.of(Message.of("start.unreadable"));
        }
    }

    private void narrow() {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        shown.set(rows.get().stream()
                .filter(row -> wanted.isEmpty()
                        || row.project().name().toLowerCase(Locale.ROOT).contains(wanted)
                        || row.project().folder().toLowerCase(Locale.ROOT).contains(wanted))
                .toList());
    }
}
