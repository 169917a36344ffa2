package sigmark.app.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.base.Workspace;
import sigmark.app.base.words.Message;
import sigmark.app.work.RunWish;
import sigmark.inference.model.DeviceWish;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.slice.SliceQuery;

/**
 * The Run workbench without its nodes: what to run next, the queue, the run that goes on, and those that have ended.
 * Runs go one after the other. Use from the window's thread.
 */
public final class RunViewModel {
    /** Which pages a run takes. */
    public enum Pages {
        TRAIN("split:train"),
        VALIDATION("split:validation"),
        TEST("split:test"),
        ALL(""),
        QUERY("");

        private final String query;

        Pages(String query) {
            this.query = query;
        }
    }

    /**
     * A run that is looked at: a stored one, or the one that goes on.
     *
     * @param live the run while this window ran it
     * @param stored what the project keeps of it, once it has ended
     */
    public record Shown(Optional<LiveRun> live, Optional<StoredRun> stored, List<MeasuredPage> pages, int warmUp) {}

    /** First pages whose times are kept apart: models and caches are cold. */
    static final int WARM_UP = 2;

    private final Workspace workspace;
    private final Desk desk;
    private final RunMachine machine;
    private final Jobs.Latest counting;
    private final Jobs.Latest showing;
    private final ObservableList<PipelineChoice> pipelines = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<PipelineChoice>> pipeline = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Pages> pages = new SimpleObjectProperty<>(Pages.TEST);
    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<DeviceWish> device = new SimpleObjectProperty<>(DeviceWish.CPU);
    private final ObjectProperty<Optional<String>> cudaMissing = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty trueBoxes = new SimpleBooleanProperty(true);
    private Optional<String> wanted = Optional.empty();
    private final ReadOnlyIntegerWrapper pageCount = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> queryProblem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<LiveRun> queue = FXCollections.observableArrayList();
    private final ObservableList<LiveRun> queueShown = FXCollections.unmodifiableObservableList(queue);
    private final ObservableList<StoredRun> finished = FXCollections.observableArrayList();
    private final ObservableList<StoredRun> finishedShown = FXCollections.unmodifiableObservableList(finished);
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());

    public RunViewModel(Workspace workspace, RunMachine machine) {
        this.workspace = workspace;
        this.desk = workspace.desk();
        this.machine = machine;
        this.counting = desk.jobs().latest();
        this.showing = desk.jobs().latest();
        DeviceWish.ofWord(desk.settings().get().device()).ifPresent(device::set);
        pages.subscribe(choice -> count());
        query.subscribe(text -> count());
    }

    public ObservableList<PipelineChoice> pipelines() {
        return pipelines;
    }

    public ObjectProperty<Optional<PipelineChoice>> pipelineProperty() {
        return pipeline;
    }

    public ObjectProperty<Pages> pagesProperty() {
        return pages;
    }

    /** The query that counts when {@link Pages#QUERY} is chosen. */
    public StringProperty queryProperty() {
        return query;
    }

    public ObjectProperty<DeviceWish> deviceProperty() {
        return device;
    }

    /** Why CUDA is not there, the empty text when it is; nothing before somebody has looked. */
    public ObjectProperty<Optional<String>> cudaMissingProperty() {
        return cudaMissing;
    }

    /** Whether the recognizer also reads the labeled boxes, so that it can be scored alone. */
    public BooleanProperty trueBoxesProperty() {
        return trueBoxes;
    }

    /** How many pages the choice takes. */
    public ReadOnlyIntegerProperty pageCountProperty() {
        return pageCount.getReadOnlyProperty();
    }

    /** What is wrong with the query. */
    public ReadOnlyObjectProperty<Optional<Problem>> queryProblemProperty() {
        return queryProblem.getReadOnlyProperty();
    }

    /** The run that goes on, first, and those that wait. */
    public ObservableList<LiveRun> queue() {
        return queueShown;
    }

    /** Runs that the project keeps, newest first. */
    public ObservableList<StoredRun> finished() {
        return finishedShown;
    }

    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Looks again what can be run and what has been. */
    public void refresh() {
        desk.jobs().load(machine::pipelines, this::show, desk.notices()::problem);
        desk.jobs()
                .load(
                        machine::missingForCuda,
                        missing -> cudaMissing.set(Optional.of(missing)),
                        desk.notices()::problem);
        count();
        readFinished(Optional.empty());
    }

    /** Chooses a pipeline by its name, looking again what there is. */
    public void choose(String name) {
        wanted = Optional.of(name);
        refresh();
    }

    private void show(List<PipelineChoice> found) {
        Optional<String> chosen = wanted.or(() -> pipeline.get().map(PipelineChoice::name));
        wanted = Optional.empty();
        pipelines.setAll(found);
        Optional<PipelineChoice> kept = found.stream()
                .filter(choice -> chosen.filter(choice.name()::equals).isPresent())
                .findFirst();
        pipeline.set(kept.or(() ->
                found.stream().filter(choice -> choice.missing().isEmpty()).findFirst()));
    }

    private void readFinished(Optional<Long> toShow) {
        desk.jobs()
                .load(
                        () -> workspace.store().runs().list(),
                        runs -> {
                            finished.setAll(runs);
                            if (toShow.isPresent()) {
                                runs.stream()
                                        .filter(run -> run.id() == toShow.get())
                                        .findFirst()
                                        .ifPresent(this::showStored);
                            } else if (shown.get().isEmpty() && queue.isEmpty() && !runs.isEmpty()) {
                                showStored(runs.get(0));
                            }
                        },
                        desk.notices()::problem);
    }

    private void count() {
        Optional<SliceQuery> slice = slice();
        if (slice.isEmpty()) {
            counting.forget();
            pageCount.set(0);
            return;
        }
        counting.load(() -> workspace.store().pages().count(slice.get()), pageCount::set, desk.notices()::problem);
    }

    private Optional<SliceQuery> slice() {
        String text = pages.get() == Pages.QUERY ? query.get() : pages.get().query;
        try {
            SliceQuery parsed = SliceQuery.parse(text);
            queryProblem.set(Optional.empty());
            return Optional.of(parsed);
        } catch (ProblemException wrong) {
            queryProblem.set(Optional.of(wrong.problem()));
            return Optional.empty();
        }
    }

    /** Puts the choice into the queue; it starts at once when nothing runs. Says whether it could. */
    public boolean add() {
        Optional<SliceQuery> slice = slice();
        Optional<PipelineChoice> choice =
                pipeline.get().filter(each -> each.missing().isEmpty());
        if (slice.isEmpty() || choice.isEmpty() || pageCount.get() == 0) {
            return false;
        }
        RunWish wish = new RunWish(choice.get().name(), slice.get(), device.get(), trueBoxes.get(), WARM_UP);
        LiveRun run = new LiveRun(wish, choice.get().title(), pageCount.get());
        queue.add(run);
        startNext();
        return true;
    }

    private void startNext() {
        if (queue.isEmpty() || queue.get(0).state() != LiveRun.State.QUEUED) {
            return;
        }
        LiveRun run = queue.get(0);
        run.started();
        showLive(run);
        long started = System.nanoTime();
        var job = desk.jobs()
                .run(
                        Message.of("job.run", "pipeline", run.title()),
                        progress -> machine.run(
                                workspace.store(),
                                run.wish(),
                                progress,
                                (page, prediction) -> heard(run, page, prediction, System.nanoTime() - started)),
                        stored -> ended(
                                run,
                                stored.finished() ? LiveRun.State.FINISHED : LiveRun.State.CANCELLED,
                                Optional.of(stored)),
                        problem -> {
                            desk.notices().problem(problem);
                            ended(run, LiveRun.State.FAILED, Optional.empty());
                        });
        run.doneBy(job);
    }

    private void heard(LiveRun run, Page page, PagePrediction prediction, long atNanos) {
        desk.jobs().onWindow(() -> run.add(MeasuredPage.of(page.id(), page.name(), atNanos, prediction)));
    }

    private void ended(LiveRun run, LiveRun.State state, Optional<StoredRun> stored) {
        run.ended(state, stored.map(each -> OptionalLong.of(each.id())).orElse(OptionalLong.empty()));
        queue.remove(run);
        boolean looked = shown.get().flatMap(Shown::live).filter(run::equals).isPresent();
        readFinished(looked ? stored.map(StoredRun::id) : Optional.empty());
        startNext();
    }

    /** Takes a waiting run out of the queue, or asks the running one to stop and keep what it has. */
    public void cancel(LiveRun run) {
        if (run.state() == LiveRun.State.QUEUED) {
            queue.remove(run);
            desk.notices().toast(Message.of("run.unqueued", "pipeline", run.title()));
        } else {
            run.job().ifPresent(sigmark.app.base.Job::cancel);
        }
    }

    public void showLive(LiveRun run) {
        showing.forget();
        shown.set(Optional.of(new Shown(
                Optional.of(run), Optional.empty(), run.done(), run.wish().warmUpPages())));
    }

    public void showStored(StoredRun run) {
        showing.load(
                () -> measured(run),
                measured -> shown.set(
                        Optional.of(new Shown(Optional.empty(), Optional.of(run), measured, run.warmUpPages()))),
                desk.notices()::problem);
    }

    /** Shows a run by its number. */
    public void showRun(long id) {
        readFinished(Optional.of(id));
    }

    private List<MeasuredPage> measured(StoredRun run) {
        Map<String, String> names = new LinkedHashMap<>();
        workspace.store().pages().list(SliceQuery.ALL).forEach(page -> names.put(page.id(), page.name()));
        List<MeasuredPage> measured = new ArrayList<>();
        workspace
                .store()
                .runs()
                .predictions(run.id())
                .forEach((id, prediction) ->
                        measured.add(MeasuredPage.of(id, names.getOrDefault(id, id), 0, prediction)));
        return measured;
    }

    /** Runs the chosen pipeline over the pages of the choice and puts what it finds into the proposal layer. */
    public boolean propose() {
        Optional<SliceQuery> slice = slice();
        Optional<PipelineChoice> choice =
                pipeline.get().filter(each -> each.missing().isEmpty());
        if (slice.isEmpty() || choice.isEmpty()) {
            return false;
        }
        String query = pages.get() == Pages.QUERY ? slice.get().text() : "state:untouched";
        SliceQuery todo = SliceQuery.parse(query);
        desk.jobs()
                .run(
                        Message.of("job.propose", "pipeline", choice.get().title()),
                        progress ->
                                machine.propose(workspace.store(), choice.get().name(), todo, device.get(), progress),
                        balance -> desk.notices().balance(Message.of("balance.propose"), balance),
                        desk.notices()::problem);
        return true;
    }
}
