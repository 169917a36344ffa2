package sigmark.app.analyze;

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
final class AnalyzeViewModel implements AutoCloseable {
    private final ProjectStore store;
    private final Jobs jobs;
    private final java.util.concurrent.Executor evaluating;
    private final AutoCloseable subscription;

    private final ObservableList<StoredRun> runs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<StoredRun>> run = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Evaluation>> evaluation =
            new ReadOnlyObjectWrapper<>(Optional.empty());
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

    AnalyzeViewModel(ProjectStore store, Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
        this.evaluating = jobs.serial("evaluation");
        this.subscription = store.onChange(change -> jobs.onWindow(() -> changed(change)));
    }

    ObservableList<StoredRun> runs() {
        return runs;
    }

    ReadOnlyObjectProperty<Optional<StoredRun>> runProperty() {
        return run.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Evaluation>> evaluationProperty() {
        return evaluation.getReadOnlyProperty();
    }

    /** Numbers of the slice that the facets choose. */
    ReadOnlyObjectProperty<Optional<EvaluationFigures>> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /** The whole evaluation by kind, split and tag. */
    ReadOnlyObjectProperty<Map<String, EvaluationFigures>> slicesProperty() {
        return slices.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<EvaluationSample>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<SampleOrder> orderProperty() {
        return order.getReadOnlyProperty();
    }

    ObservableList<SampleFacet> facets() {
        return facets;
    }

    /** The samples that the facets choose, in the order chosen. */
    ObservableList<EvaluationSample> shown() {
        return shown;
    }

    /** Shown now: looks for new runs and catches up with changed labels. */
    void activate() {
        active = true;
        jobs.load(() -> store.runs().list(), this::listed, this::failed);
    }

    void deactivate() {
        active = false;
    }

    /** Evaluates a run and shows it. */
    void choose(StoredRun chosen) {
        wanted = chosen.id();
        run.set(Optional.of(chosen));
        problem.set(Optional.empty());
        changedPages.clear();
        evaluator = Optional.empty();
        evaluation.set(Optional.empty());
        slices.set(Map.of());
        sliced++;
        recompute();
        jobs.run(
                Message.of("analyze.job", "run", chosen.id()),
                progress -> {
                    Evaluator made = new Evaluator(store, chosen.id());
                    return new Made(made, made.evaluate(progress));
                },
                made -> {
                    if (wanted == chosen.id()) {
                        evaluator = Optional.of(made.evaluator);
                        show(made.evaluation);
                        refresh();
                    }
                },
                this::failed);
    }

    /** Shows a run by its number, as another workbench asks for it. */
    void choose(long id) {
        jobs.load(
                () -> store.runs().find(id),
                found -> found.filter(chosen -> run.get()
                                .map(StoredRun::id)
                                .filter(i -> i == id)
                                .isEmpty())
                        .ifPresent(this::choose),
                this::failed);
    }

    private record Made(Evaluator evaluator, Evaluation evaluation) {}

    void select(Optional<EvaluationSample> sample) {
        selected.set(sample);
    }

    /** Selects the sample so many places further in the list, as far as there are any. */
    void step(int places) {
        if (shown.isEmpty()) {
            return;
        }
        int at = selected.get().map(this::indexOf).orElse(-1);
        select(Optional.of(shown.get(Math.max(0, Math.min(shown.size() - 1, at + places)))));
    }

    int indexOf(EvaluationSample sample) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).id().equals(sample.id())) {
                return i;
            }
        }
        return -1;
    }

    void sortBy(SampleOrder wish) {
        order.set(wish);
        recompute();
    }

    /** Adds a condition, in place of another of the same field. */
    void narrow(SampleFacet facet) {
        facets.removeIf(other -> other.field() == facet.field());
        facets.add(facet);
        recompute();
    }

    void widen(SampleFacet facet) {
        facets.remove(facet);
        recompute();
    }

    void showAll() {
        facets.clear();
        recompute();
    }

    private void listed(List<StoredRun> found) {
        runs.setAll(found);
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
        evaluating.execute(() -> {
            Evaluation fresh = current.refresh(pages);
            jobs.onWindow(() -> {
                if (evaluator.filter(same -> same == current).isPresent()) {
                    show(fresh);
                }
            });
        });
    }

    private void show(Evaluation fresh) {
        evaluation.set(Optional.of(fresh));
        recompute();
        long mine = ++sliced;
        evaluating.execute(() -> {
            Map<String, EvaluationFigures> all = EvaluationJson.slices(fresh);
            jobs.onWindow(() -> {
                if (mine == sliced) {
                    slices.set(all);
                }
            });
        });
    }

    private void failed(Problem why) {
        problem.set(Optional.of(why));
    }

    /** Numbers and list for the facets and order as they are now; computed behind the window, an overtaken one dropped. */
    private void recompute() {
        if (evaluation.get().isEmpty()) {
            asked++;
            shown.clear();
            figures.set(Optional.empty());
            return;
        }
        Evaluation whole = evaluation.get().get();
        List<SampleFacet> conditions = List.copyOf(facets);
        SampleOrder wish = order.get();
        long mine = ++asked;
        evaluating.execute(() -> {
            EvaluationFigures numbers = figures(whole, conditions);
            List<EvaluationSample> chosen = chosen(whole, conditions, wish);
            jobs.onWindow(() -> {
                if (mine == asked) {
                    apply(whole, numbers, chosen);
                }
            });
        });
    }

    private static EvaluationFigures figures(Evaluation whole, List<SampleFacet> conditions) {
        List<SampleFacet> slice =
                conditions.stream().filter(SampleFacet::isSlice).toList();
        return slice.isEmpty()
                ? whole.figures()
                : EvaluationFigures.of(
                        whole.pages(), sample -> slice.stream().allMatch(facet -> facet.matches(sample)));
    }

    private static List<EvaluationSample> chosen(Evaluation whole, List<SampleFacet> conditions, SampleOrder wish) {
        List<EvaluationSample> chosen = new ArrayList<>();
        for (EvaluationSample sample : whole.samples()) {
            if (conditions.stream().allMatch(facet -> facet.matches(sample))) {
                chosen.add(sample);
            }
        }
        chosen.sort(wish.comparator());
        return chosen;
    }

    private void apply(Evaluation whole, EvaluationFigures numbers, List<EvaluationSample> chosen) {
        Optional<String> before = selected.get().map(EvaluationSample::id);
        figures.set(Optional.of(numbers));
        shown.setAll(chosen);
        selected.set(before.flatMap(id ->
                whole.samples().stream().filter(other -> other.id().equals(id)).findFirst()));
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
