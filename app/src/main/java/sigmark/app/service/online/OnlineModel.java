package sigmark.app.service.online;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import sigmark.analysis.online.OnlineReport;
import sigmark.analysis.online.SequentialComparison;
import sigmark.analysis.online.VersionFigures;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.base.words.Message;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.online.LogImport;
import sigmark.labeling.online.OnlineEvent;
import sigmark.labeling.online.RequestFilter;
import sigmark.labeling.online.RequestRow;
import sigmark.labeling.online.TrialJournal;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.online.OnlineStore;
import sigmark.labeling.store.online.VocStore;

/** The online report without its nodes: the numbers, the two versions looked at, the requests behind one of them. */
final class OnlineModel {
    /** Most requests that a list shows. */
    static final int MOST_ROWS = 500;

    private static final OnlineReport NOTHING = new OnlineReport(List.of(), List.of(), List.of(), Optional.empty());

    private final Desk desk;
    private final ProjectStore store;
    private final OnlineStore online;
    private final Jobs.Latest reads;
    private final Jobs.Latest lists;
    private final Jobs.Latest finds;
    private final ReadOnlyObjectWrapper<OnlineReport> report = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyObjectWrapper<Optional<LogImport>> imported = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<VersionFigures>> version =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<VersionFigures>> against =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Requests>> requests = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<OnlineEvent>> request = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();

    /** Requests that fit, the newest of them in rows. */
    record Requests(RequestFilter filter, List<RequestRow> rows, long count) {
        Requests {
            rows = List.copyOf(rows);
        }
    }

    private record Found(OnlineReport report, Optional<LogImport> imported) {}

    OnlineModel(Desk desk, ProjectStore store) {
        this.desk = desk;
        this.store = store;
        online = new OnlineStore(store);
        reads = desk.jobs().latest();
        lists = desk.jobs().latest();
        finds = desk.jobs().latest();
    }

    ReadOnlyObjectProperty<OnlineReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** The newest import with its balance. */
    ReadOnlyObjectProperty<Optional<LogImport>> importedProperty() {
        return imported.getReadOnlyProperty();
    }

    /** The version looked at; absent without requests. */
    ReadOnlyObjectProperty<Optional<VersionFigures>> versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** The version that it is held against; absent with one version. */
    ReadOnlyObjectProperty<Optional<VersionFigures>> againstProperty() {
        return against.getReadOnlyProperty();
    }

    /** What lies behind a number; absent while the report is shown. */
    ReadOnlyObjectProperty<Optional<Requests>> requestsProperty() {
        return requests.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<OnlineEvent>> requestProperty() {
        return request.getReadOnlyProperty();
    }

    /** Whether the project was read once. */
    ReadOnlyBooleanProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    void refresh() {
        reads.load(
                () -> new Found(
                        OnlineReport.of(online), online.imports().stream().findFirst()),
                this::show,
                desk.notices()::problem);
    }

    private void show(Found found) {
        List<VersionFigures> versions = found.report().versions();
        Optional<String> now = version.get().map(VersionFigures::version);
        Optional<String> other = against.get().map(VersionFigures::version);
        Optional<SequentialComparison> comparison = found.report().comparison();
        report.set(found.report());
        imported.set(found.imported());
        version.set(named(versions, now)
                .or(() -> named(versions, comparison.map(SequentialComparison::second)))
                .or(() -> versions.stream().findFirst()));
        against.set(named(versions, other).or(() -> named(versions, comparison.map(SequentialComparison::first))));
        read.set(true);
    }

    private static Optional<VersionFigures> named(List<VersionFigures> versions, Optional<String> name) {
        return versions.stream()
                .filter(figures -> name.filter(figures.version()::equals).isPresent())
                .findFirst();
    }

    /** Looks at a version; one that it was held against changes places with it. */
    void look(VersionFigures figures) {
        Optional<VersionFigures> before = version.get();
        if (against.get().filter(figures::equals).isPresent()) {
            against.set(before);
        }
        version.set(Optional.of(figures));
    }

    void holdAgainst(VersionFigures figures) {
        Optional<VersionFigures> before = against.get();
        if (version.get().filter(figures::equals).isPresent()) {
            version.set(before);
        }
        against.set(Optional.of(figures));
    }

    /** The version looked at against the other; absent when they are one or share no day. */
    Optional<SequentialComparison> comparison() {
        return version.get().flatMap(second -> against.get()
                .filter(first -> !first.version().equals(second.version()))
                .map(first -> report.get().compare(first, second)));
    }

    /** Shows the requests behind a number. */
    void open(RequestFilter filter) {
        lists.load(
                () -> new Requests(filter, online.requests(filter, 0, MOST_ROWS), online.count(filter)),
                found -> {
                    requests.set(Optional.of(found));
                    request.set(Optional.empty());
                },
                desk.notices()::problem);
    }

    /** The request whose way took about that long, with all of that version behind it. */
    void openNear(VersionFigures figures, double totalMillis) {
        open(RequestFilter.ALL.version(figures.version()));
        finds.load(
                () -> online.requestNear(figures.version(), totalMillis).flatMap(online::find),
                request::set,
                desk.notices()::problem);
    }

    void choose(RequestRow row) {
        finds.load(() -> online.find(row.requestId()), request::set, desk.notices()::problem);
    }

    /** Back to the report. */
    void leave() {
        lists.forget();
        finds.forget();
        requests.set(Optional.empty());
        request.set(Optional.empty());
    }

    /** Brings a log, or a trial's folder, into the project, and its complaints among the items. */
    void importLog(Path from) {
        desk.jobs()
                .run(
                        Message.of("online.import.job", "file", String.valueOf(from.getFileName())),
                        progress -> {
                            Balance balance = online.importLog(logOf(from), progress);
                            new VocStore(store).collect();
                            return balance;
                        },
                        balance -> {
                            desk.notices()
                                    .toast(Message.of(
                                            "online.imported", "taken", balance.out(), "lines", balance.in()));
                            refresh();
                        },
                        desk.notices()::problem);
    }

    private static Path logOf(Path from) {
        if (!Files.isDirectory(from)) {
            return from;
        }
        try {
            return TrialJournal.fold(from);
        } catch (IOException none) {
            throw new ProblemException(
                    Problem.of("serve.no-journal", from.toString(), "reason", String.valueOf(none.getMessage())), none);
        }
    }

    /** Where a request's image lies, when it was kept. */
    Optional<Path> image(OnlineEvent event) {
        Path folder = store.info().folder();
        return event.image().map(path -> folder.resolve(path).normalize()).filter(path -> path.startsWith(folder));
    }
}
