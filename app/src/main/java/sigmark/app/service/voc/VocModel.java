package sigmark.app.service.voc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.Evaluator;
import sigmark.analysis.online.OnlineReport;
import sigmark.analysis.voc.CauseSuggestion;
import sigmark.analysis.voc.PointCheck;
import sigmark.analysis.voc.VocIntake;
import sigmark.analysis.voc.VocPareto;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.base.words.Message;
import sigmark.labeling.packing.Asking;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Split;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.question.Question;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.online.OnlineStore;
import sigmark.labeling.store.online.PointStore;
import sigmark.labeling.store.online.VocStore;
import sigmark.labeling.voc.ImprovementPoint;
import sigmark.labeling.voc.PointState;
import sigmark.labeling.voc.VocCause;
import sigmark.labeling.voc.VocItem;
import sigmark.labeling.voc.VocSeverity;
import sigmark.labeling.voc.VocState;

/** The complaints without their nodes: the list, the chosen one, what is done with it. Use from the window's thread. */
final class VocModel {
    private final Desk desk;
    private final ProjectStore store;
    private final VocStore items;
    private final PointStore points;
    private final Jobs.Latest reads;
    private final ReadOnlyObjectWrapper<Read> read;
    private final ReadOnlyObjectWrapper<Optional<VocItem>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper waitingOnly = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();

    /**
     * What the page shows.
     *
     * @param lastRun the newest finished run; absent without
     */
    record Read(List<VocItem> items, VocPareto pareto, List<ImprovementPoint> points, OptionalLong lastRun) {
        Read {
            items = List.copyOf(items);
            points = List.copyOf(points);
        }

        /** A finished run that no point was measured on, though some could be closed by it. */
        boolean unmeasured() {
            return lastRun.isPresent()
                    && points.stream()
                            .anyMatch(point -> point.afterRun() < lastRun.getAsLong()
                                    && point.last()
                                            .map(last -> last.run() < lastRun.getAsLong())
                                            .orElse(true));
        }
    }

    VocModel(Desk desk, ProjectStore store) {
        this.desk = desk;
        this.store = store;
        items = new VocStore(store);
        points = new PointStore(store);
        reads = desk.jobs().latest();
        read = new ReadOnlyObjectWrapper<>(
                new Read(List.of(), VocPareto.of(List.of(), Map.of()), List.of(), OptionalLong.empty()));
    }

    ReadOnlyObjectProperty<Read> readProperty() {
        return read.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<VocItem>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Whether only items that wait for somebody are listed. */
    ReadOnlyBooleanProperty waitingOnlyProperty() {
        return waitingOnly.getReadOnlyProperty();
    }

    /** Whether the project was read once. */
    ReadOnlyBooleanProperty knownProperty() {
        return known.getReadOnlyProperty();
    }

    void showWaitingOnly(boolean only) {
        waitingOnly.set(only);
        keepChosen();
    }

    long waiting() {
        return read.get().items().stream().filter(item -> item.state().waits()).count();
    }

    /** The items as they are listed; the chosen one stays though it waits no longer. */
    List<VocItem> listed() {
        return read.get().items().stream()
                .filter(item -> !waitingOnly.get()
                        || item.state().waits()
                        || chosen.get()
                                .filter(one -> one.id().equals(item.id()))
                                .isPresent())
                .toList();
    }

    void refresh() {
        reads.load(this::readAll, this::show, desk.notices()::problem);
    }

    private Read readAll() {
        Map<String, Long> requests = OnlineReport.of(new OnlineStore(store)).versions().stream()
                .collect(Collectors.toMap(version -> version.version(), version -> version.counts()
                        .requests()));
        List<VocItem> all = items.list();
        return new Read(
                all,
                VocPareto.of(all, requests),
                points.list(),
                store.runs().list().stream()
                        .filter(StoredRun::finished)
                        .mapToLong(StoredRun::id)
                        .max());
    }

    private void show(Read now) {
        read.set(now);
        known.set(true);
        keepChosen();
    }

    private void keepChosen() {
        Optional<VocItem> again = chosen.get().flatMap(old -> read.get().items().stream()
                .filter(item -> item.id().equals(old.id()))
                .findFirst());
        if (again.isEmpty()) {
            again = listed().stream().findFirst();
        }
        chosen.set(again);
    }

    void choose(VocItem item) {
        if (chosen.get().filter(item::equals).isEmpty()) {
            chosen.set(Optional.of(item));
        }
    }

    /** Goes to the next item that waits. */
    void next() {
        List<VocItem> all = read.get().items();
        int at = chosen.get().map(all::indexOf).orElse(-1);
        for (int step = 1; step <= all.size(); step++) {
            VocItem item = all.get(Math.floorMod(at + step, all.size()));
            if (item.state().waits()) {
                chosen.set(Optional.of(item));
                return;
            }
        }
        if (!all.isEmpty()) {
            chosen.set(Optional.of(all.get(Math.floorMod(at + 1, all.size()))));
        }
    }

    Optional<CauseSuggestion> suggestion() {
        return chosen.get().flatMap(CauseSuggestion::of);
    }

    private interface Doing {
        void on(String id);
    }

    private void change(Doing doing) {
        chosen.get()
                .ifPresent(item -> change(() -> {
                    doing.on(item.id());
                    return readAll();
                }));
    }

    private void change(Callable<Read> doing) {
        desk.jobs().load(doing, this::show, desk.notices()::problem);
    }

    /** Codes the chosen item; the detail is empty where the cause has none. */
    void code(VocCause cause, String detail) {
        change(id -> items.code(id, cause, detail));
    }

    /** Says the chosen item's cause closer. */
    void detail(String detail) {
        chosen.get().flatMap(VocItem::cause).ifPresent(cause -> code(cause, detail));
    }

    void severity(VocSeverity severity) {
        change(id -> items.severity(id, severity));
    }

    void noIssue() {
        change(id -> items.state(id, VocState.NOT_AN_ISSUE));
    }

    void duplicate(String of) {
        change(id -> items.duplicate(id, of));
    }

    void takeBack() {
        change(id -> items.takeBack(id));
    }

    /** Makes the chosen item's image a page of the project. */
    void intoProject(Split split) {
        chosen.get().ifPresent(item -> desk.jobs()
                .load(
                        () -> VocIntake.intoProject(store, item.id(), split),
                        page -> {
                            desk.notices().toast(Message.of("voc.in-project", "page", page.name()));
                            refresh();
                        },
                        desk.notices()::problem));
    }

    /** Asks the guide's people what the chosen item asks; its image becomes a page when it is none yet. */
    void question(String text) {
        chosen.get().ifPresent(item -> desk.jobs()
                .load(
                        () -> ask(item, text),
                        asked -> {
                            desk.notices().toast(Message.of("voc.asked"));
                            refresh();
                        },
                        desk.notices()::problem));
    }

    private Question ask(VocItem item, String text) {
        String page = item.links().page().isEmpty()
                ? VocIntake.intoProject(store, item.id(), Split.NONE).id()
                : item.links().page();
        Asking asking = new Asking(store);
        Optional<String> region = store.regions().ofPage(page).stream()
                .filter(each -> each.latex().isPresent())
                .map(FormulaRegion::id)
                .findFirst();
        Asking.About about = region.map(asking::aboutRegion).orElseGet(() -> asking.aboutPage(page));
        Question question = asking.ask(about, text, Optional.empty(), false);
        items.question(item.id(), question.id());
        return question;
    }

    /** What shall be better, as it is typed. */
    record Wish(String title, String query, Optional<String> errorClass, double bound) {}

    /** Opens a point for the chosen item. */
    void open(Wish wish) {
        change(id -> points.tie(
                id,
                points.open(wish.title(), wish.query(), wish.errorClass(), wish.bound())
                        .id()));
    }

    /** Ties the chosen item to a point that is there. */
    void tie(long point) {
        change(id -> points.tie(id, point));
    }

    /** Moves a point by hand, up to {@code trained}. */
    void move(long point, PointState state) {
        change(() -> {
            points.move(point, state);
            return readAll();
        });
    }

    /** Measures all points on the newest run; those that meet their bounds are closed by it. */
    void measure() {
        OptionalLong run = read.get().lastRun();
        if (run.isEmpty()) {
            return;
        }
        desk.jobs()
                .run(
                        Message.of("voc.measure.job", "run", run.getAsLong()),
                        progress -> {
                            Evaluation evaluation = new Evaluator(store, run.getAsLong()).evaluate(progress);
                            return new PointCheck(store, evaluation).check(points, Instant.now());
                        },
                        checked -> {
                            long closed = checked.stream()
                                    .filter(point -> point.verifiedRun().equals(run))
                                    .count();
                            desk.notices().toast(Message.of("voc.measured", "run", run.getAsLong(), "closed", closed));
                            refresh();
                        },
                        desk.notices()::problem);
    }

    /** Brings a file of complaints in. */
    void importFile(Path file) {
        desk.jobs()
                .run(
                        Message.of("voc.import.job", "file", String.valueOf(file.getFileName())),
                        progress -> items.importFile(file, VocStore.Keeping.ALL, progress),
                        balance -> {
                            desk.notices()
                                    .toast(Message.of("voc.imported", "taken", balance.out(), "lines", balance.in()));
                            refresh();
                        },
                        desk.notices()::problem);
    }

    /** Makes items of the complaints in the online events. */
    void collect() {
        change(() -> {
            items.collect();
            return readAll();
        });
    }

    /** Where an item's image lies, when it is there. */
    Optional<Path> image(VocItem item) {
        Path folder = store.info().folder();
        return Optional.of(item.image())
                .filter(path -> !path.isEmpty())
                .map(path -> folder.resolve(path).normalize())
                .filter(path -> path.startsWith(folder) && Files.isRegularFile(path));
    }
}
