package sigmark.app.analyze.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationFigures;
import sigmark.analysis.evaluation.EvaluationJson;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.evaluation.Evaluator;
import sigmark.app.base.Jobs;
import sigmark.app.base.words.Message;
import sigmark.inference.work.Problem;
import sigmark.labeling.edit.Change;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.store.ProjectStore;

/**
 * What the Analyze workbench shows: a run's evaluation, narrowed by facets, in an order, with one sample selected.
 * Follows the labels: a mended region changes the numbers at once. Use from the window's thread.
 */
public final class AnalyzeViewModel implements AutoCloseable {
    private final ProjectStore store;
    private final Jobs jobs;
    private final java.util.concurrent.Executor evaluating;
    private final AutoCloseable subscription;

    private final ObservableList<StoredRun> runs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<StoredRun>> run = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Evaluation>> evaluation =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<EvaluatedSamples>> samples =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<SliceList> sliceList = new ReadOnlyObjectWrapper<>(SliceList.NONE);
    private final ReadOnlyObjectWrapper<ErrorFigures> errors = new ReadOnlyObjectWrapper<>(ErrorFigures.NONE);
    private final ReadOnlyObjectWrapper<List<EvaluationSample>> slice = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Place.Screen> screen = new ReadOnlyObjectWrapper<>(Place.Screen.OVERVIEW);
    private final Trail trail = new Trail();
    private final ReadOnlyObjectWrapper<Optional<EvaluationFigures>> figures =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<String, EvaluationFigures>> slices = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<EvaluationSample>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<SampleOrder> order = new ReadOnlyObjectWrapper<>(SampleOrder.WORST);
    private final ObservableList<SampleFacet> facets = FXCollections.observableArrayList();
    private final ObservableList<EvaluationSample> shown = FXCollections.observableArrayList();

    private Optional<Evaluator> evaluator = Optional.empty();
    private final Set<String> changedPages = new HashSet<>();
    private boolean active;
    private long wanted = -1;
    private long asked;
    private long sliced;

    public AnalyzeViewModel(ProjectStore store, Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
        this.evaluating = jobs.serial("evaluation");
        this.subscription = store.onChange(change -> jobs.onWindow(() -> changed(change)));
    }

    public ObservableList<StoredRun> runs() {
        return runs;
    }

    public ReadOnlyObjectProperty<Optional<StoredRun>> runProperty() {
        return run.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Evaluation>> evaluationProperty() {
        return evaluation.getReadOnlyProperty();
    }

    /** The evaluation's samples; set together with the evaluation. */
    public ReadOnlyObjectProperty<Optional<EvaluatedSamples>> samplesProperty() {
        return samples.getReadOnlyProperty();
    }

    /** Samples of the slice that the facets choose, whatever became of them; in the order of pages. */
    public ReadOnlyObjectProperty<List<EvaluationSample>> sliceProperty() {
        return slice.getReadOnlyProperty();
    }

    /** What goes wrong in the slice that the facets choose. */
    public ReadOnlyObjectProperty<ErrorFigures> errorsProperty() {
        return errors.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Place.Screen> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    public Trail trail() {
        return trail;
    }

    /** Numbers of the slice that the facets choose. */
    public ReadOnlyObjectProperty<Optional<EvaluationFigures>> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /** The whole evaluation by kind, split and tag. */
    public ReadOnlyObjectProperty<Map<String, EvaluationFigures>> slicesProperty() {
        return slices.getReadOnlyProperty();
    }

    /** Every slice of the whole evaluation with its numbers, and which do significantly worse. */
    public ReadOnlyObjectProperty<SliceList> sliceListProperty() {
        return sliceList.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<EvaluationSample>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SampleOrder> orderProperty() {
        return order.getReadOnlyProperty();
    }

    public ObservableList<SampleFacet> facets() {
        return facets;
    }

    /** The samples that the facets choose, in the order chosen. */
    public ObservableList<EvaluationSample> shown() {
        return shown;
    }

    /** Shown now: looks for new runs and catches up with changed labels. */
    public void activate() {
        active = true;
        jobs.load(() -> store.runs().list(), this::listed, this::failed);
    }

    public void deactivate() {
        active = false;
    }

    /** Evaluates a run and shows it. */
    public void choose(StoredRun chosen) {
        wanted = chosen.id();
        run.set(Optional.of(chosen));
        problem.set(Optional.empty());
        changedPages.clear();
        evaluator = Optional.empty();
        samples.set(Optional.empty());
        evaluation.set(Optional.empty());
        slices.set(Map.of());
        sliceList.set(SliceList.NONE);
        sliced++;
        recompute();
        jobs.run(
                Message.of("analyze.job", "run", chosen.id()),
                progress -> {
                    Evaluator made = new Evaluator(store, chosen.id());
                    Evaluation whole = made.evaluate(progress);
                    return new Made(made, whole, EvaluatedSamples.of(whole, Optional.empty()));
                },
                made -> {
                    if (wanted == chosen.id()) {
                        evaluator = Optional.of(made.evaluator);
                        show(made.evaluation, made.samples);
                        refresh();
                    }
                },
                this::failed);
    }

    /** Shows a run by its number, as another workbench asks for it. */
    public void choose(long id) {
        jobs.load(
                () -> store.runs().find(id),
                found -> found.filter(chosen -> run.get()
                                .map(StoredRun::id)
                                .filter(i -> i == id)
                                .isEmpty())
                        .ifPresent(this::choose),
                this::failed);
    }

    private record Made(Evaluator evaluator, Evaluation evaluation, EvaluatedSamples samples) {}

    public void select(Optional<EvaluationSample> sample) {
        selected.set(sample);
    }

    /** Selects the sample so many places further in the list, as far as there are any. */
    public void step(int places) {
        if (shown.isEmpty()) {
            return;
        }
        int at = selected.get().map(this::indexOf).orElse(-1);
        select(Optional.of(shown.get(Math.max(0, Math.min(shown.size() - 1, at + places)))));
    }

    public int indexOf(EvaluationSample sample) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).id().equals(sample.id())) {
                return i;
            }
        }
        return -1;
    }

    public void sortBy(SampleOrder wish) {
        goTo(new Place(screen.get(), facets, wish, selectedId()));
    }

    /** Adds a condition, in place of another of the same sort, and shows the samples. */
    public void narrow(SampleFacet... conditions) {
        List<SampleFacet> wanted = new ArrayList<>(facets);
        for (SampleFacet facet : conditions) {
            wanted.removeIf(facet::replaces);
            wanted.add(facet);
        }
        goTo(new Place(
                screen.get() == Place.Screen.SAMPLE ? screen.get() : Place.Screen.OVERVIEW,
                wanted,
                order.get(),
                selectedId()));
    }

    /** Adds a condition and stays on the screen. */
    public void narrowHere(SampleFacet facet) {
        List<SampleFacet> wanted = new ArrayList<>(facets);
        wanted.removeIf(facet::replaces);
        wanted.add(facet);
        goTo(new Place(screen.get(), wanted, order.get(), selectedId()));
    }

    /** These conditions and no others. */
    public void showOnly(SampleFacet... conditions) {
        goTo(new Place(Place.Screen.OVERVIEW, List.of(conditions), order.get(), selectedId()));
    }

    public void widen(SampleFacet facet) {
        List<SampleFacet> wanted = new ArrayList<>(facets);
        wanted.remove(facet);
        goTo(new Place(screen.get(), wanted, order.get(), selectedId()));
    }

    public void showAll() {
        goTo(new Place(screen.get(), List.of(), order.get(), selectedId()));
    }

    /** Shows another screen of the workbench; what is listed stays. */
    public void show(Place.Screen wish) {
        goTo(new Place(wish, facets, order.get(), selectedId()));
    }

    /** To the place before, as it was. */
    public void back() {
        trail.back(here()).ifPresent(this::stand);
    }

    public void forward() {
        trail.forward(here()).ifPresent(this::stand);
    }

    private Place here() {
        return new Place(screen.get(), facets, order.get(), selectedId());
    }

    private Optional<String> selectedId() {
        return selected.get().map(EvaluationSample::id);
    }

    private void goTo(Place place) {
        if (!place.sameView(here())) {
            trail.leave(here());
            stand(place);
        }
    }

    private void stand(Place place) {
        boolean same = facets.equals(place.facets()) && order.get().equals(place.order());
        facets.setAll(place.facets());
        order.set(place.order());
        screen.set(place.screen());
        place.sample()
                .flatMap(id -> samples.get().flatMap(all -> all.find(id)))
                .ifPresent(sample -> selected.set(Optional.of(sample)));
        if (!same) {
            recompute();
        }
    }

    private void listed(List<StoredRun> found) {
        if (!runs.equals(found)) {
            runs.setAll(found);
        }
        Optional<StoredRun> newest = found.stream().filter(StoredRun::finished).findFirst();
        if (run.get().isEmpty() && newest.isPresent()) {
            choose(newest.get());
        } else {
            refresh();
        }
    }

    private void changed(Change change) {
        if (change.kind() != Change.Kind.PROPOSALS) {
            changedPages.addAll(change.pages());
        }
        if (active) {
            refresh();
        }
    }

    /** Compares again what changed, one page at a time, behind the window. */
    private void refresh() {
        if (evaluator.isEmpty() || changedPages.isEmpty()) {
            return;
        }
        Evaluator current = evaluator.get();
        List<String> pages = List.copyOf(changedPages);
        changedPages.clear();
        Optional<EvaluatedSamples> before = samples.get();
        evaluating.execute(() -> {
            Evaluation fresh = current.refresh(pages);
            EvaluatedSamples taken = EvaluatedSamples.of(fresh, before);
            jobs.onWindow(() -> {
                if (evaluator.filter(same -> same == current).isPresent()) {
                    show(fresh, taken);
                }
            });
        });
    }

    private void show(Evaluation fresh, EvaluatedSamples taken) {
        samples.set(Optional.of(taken));
        evaluation.set(Optional.of(fresh));
        recompute();
        long mine = ++sliced;
        evaluating.execute(() -> {
            Map<String, EvaluationFigures> all = EvaluationJson.slices(fresh);
            SliceList list = SliceList.of(taken);
            jobs.onWindow(() -> {
                if (mine == sliced) {
                    slices.set(all);
                    sliceList.set(list);
                }
            });
        });
    }

    private void failed(Problem why) {
        problem.set(Optional.of(why));
    }

    /** What the facets and the order choose. */
    private record Choice(
            EvaluationFigures figures,
            List<EvaluationSample> slice,
            ErrorFigures errors,
            List<EvaluationSample> listed) {

        static Choice of(EvaluatedSamples all, List<SampleFacet> conditions, SampleOrder wish) {
            List<SampleFacet> slicing =
                    conditions.stream().filter(SampleFacet::isSlice).toList();
            List<EvaluationSample> slice = all.chosen(slicing);
            EvaluationFigures figures = slicing.isEmpty()
                    ? all.evaluation().figures()
                    : EvaluationFigures.of(all.evaluation().pages(), all.allOf(slicing));
            List<EvaluationSample> listed = slicing.size() == conditions.size() ? slice : all.chosen(conditions);
            return new Choice(figures, slice, ErrorFigures.of(all, slice), wish.sorted(listed));
        }
    }

    /** Numbers and list for the facets and order as they are now; computed behind the window, an overtaken one dropped. */
    private void recompute() {
        if (samples.get().isEmpty()) {
            asked++;
            shown.clear();
            figures.set(Optional.empty());
            slice.set(List.of());
            errors.set(ErrorFigures.NONE);
            return;
        }
        EvaluatedSamples all = samples.get().get();
        List<SampleFacet> conditions = List.copyOf(facets);
        SampleOrder wish = order.get();
        long mine = ++asked;
        evaluating.execute(() -> {
            Choice choice = Choice.of(all, conditions, wish);
            jobs.onWindow(() -> {
                if (mine == asked) {
                    apply(all, choice);
                }
            });
        });
    }

    private void apply(EvaluatedSamples all, Choice choice) {
        Optional<String> before = selectedId();
        slice.set(choice.slice);
        errors.set(choice.errors);
        figures.set(Optional.of(choice.figures));
        shown.setAll(choice.listed);
        selected.set(before.flatMap(all::find));
    }

    @Override
    public void close() {
        try {
            subscription.close();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
