package sigmark.app.analyze.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import sigmark.analysis.compare.CandidatePoint;
import sigmark.analysis.compare.SamplePair;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.app.base.Jobs;
import sigmark.app.base.words.Message;
import sigmark.inference.work.Problem;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Change;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.store.ProjectStore;

/**
 * Two runs side by side, and all runs as points of accuracy and time. The candidate is the run that the workbench shows;
 * its slice conditions hold here too. Use from the window's thread.
 */
public final class CompareViewModel implements AutoCloseable {
    private final ProjectStore store;
    private final Jobs jobs;
    private final AnalyzeViewModel view;
    private final CandidatePoint.Weights weights;
    private final RunEvaluations evaluations;
    private final Executor comparing;
    private final AutoCloseable subscription;
    private final ReadOnlyObjectWrapper<Optional<StoredRun>> candidate = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<StoredRun>> other = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<CandidatePoint>> points = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<PairLists.Outcome> outcome =
            new ReadOnlyObjectWrapper<>(PairLists.Outcome.LOSSES);
    private final ReadOnlyObjectWrapper<Optional<SamplePair>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<SamplePair> shown = FXCollections.observableArrayList();
    private long asked;
    private boolean active;

    /** @param weights how large the models of a run are, where that is known */
    public CompareViewModel(ProjectStore store, Jobs jobs, AnalyzeViewModel view, CandidatePoint.Weights weights) {
        this.store = store;
        this.jobs = jobs;
        this.view = view;
        this.weights = weights;
        evaluations = new RunEvaluations(store);
        comparing = jobs.serial("comparison");
        subscription = store.onChange(change -> {
            if (change.kind() != Change.Kind.PROPOSALS) {
                evaluations.changed(new HashSet<>(change.pages()));
                jobs.onWindow(this::recompare);
            }
        });
        view.facets().addListener((ListChangeListener<SampleFacet>) change -> recompare());
    }

    public ObservableList<StoredRun> runs() {
        return view.runs();
    }

    public ReadOnlyObjectProperty<Optional<StoredRun>> candidateProperty() {
        return candidate.getReadOnlyProperty();
    }

    /** The run that the candidate is seen against. */
    public ReadOnlyObjectProperty<Optional<StoredRun>> otherProperty() {
        return other.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Comparison>> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /** All finished runs, evaluated one after another. */
    public ReadOnlyObjectProperty<List<CandidatePoint>> pointsProperty() {
        return points.getReadOnlyProperty();
    }

    /** Which list of pairs is shown. */
    public ReadOnlyObjectProperty<PairLists.Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<SamplePair>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ObservableList<SamplePair> shown() {
        return shown;
    }

    /** Shown now: the workbench's run is the candidate, the newest other one it is seen against. */
    public void activate() {
        active = true;
        Optional<StoredRun> now = view.runProperty().get();
        if (!candidate.get().map(StoredRun::id).equals(now.map(StoredRun::id))) {
            candidate.set(now);
            other.set(othersOf(now).stream().findFirst());
        } else if (other.get().isEmpty()) {
            other.set(othersOf(now).stream().findFirst());
        }
        compare();
        evaluateAll();
    }

    public void deactivate() {
        active = false;
    }

    private List<StoredRun> othersOf(Optional<StoredRun> run) {
        return view.runs().stream()
                .filter(StoredRun::finished)
                .filter(one -> run.filter(same -> same.id() == one.id()).isEmpty())
                .toList();
    }

    public void chooseCandidate(StoredRun run) {
        if (candidate.get().filter(run::equals).isPresent()) {
            return;
        }
        if (other.get().filter(run::equals).isPresent()) {
            other.set(candidate.get());
        }
        candidate.set(Optional.of(run));
        view.choose(run);
        compare();
    }

    public void chooseOther(StoredRun run) {
        if (other.get().filter(run::equals).isPresent()) {
            return;
        }
        if (candidate.get().filter(run::equals).isPresent()) {
            other.get().ifPresent(this::chooseCandidate);
            return;
        }
        other.set(Optional.of(run));
        compare();
    }

    /** Shows wins, losses or ties. */
    public void list(PairLists.Outcome wish) {
        outcome.set(wish);
        fillList();
    }

    public void select(Optional<SamplePair> pair) {
        selected.set(pair);
    }

    private void recompare() {
        if (active) {
            compare();
        }
    }

    private void compare() {
        if (candidate.get().isEmpty() || other.get().isEmpty()) {
            comparison.set(Optional.empty());
            fillList();
            return;
        }
        long first = candidate.get().get().id();
        long second = other.get().get().id();
        boolean same = comparison
                .get()
                .filter(shownNow -> shownNow.candidate().run().id() == first
                        && shownNow.other().run().id() == second)
                .isPresent();
        if (!same) {
            comparison.set(Optional.empty());
            fillList();
        }
        List<SampleFacet> conditions = List.copyOf(view.facets());
        long mine = ++asked;
        jobs.run(
                Message.of("analyze.compare.job", "first", first, "second", second),
                progress ->
                        Comparison.of(evaluations.of(first, progress), evaluations.of(second, progress), conditions),
                made -> {
                    if (mine == asked) {
                        comparison.set(Optional.of(made));
                        fillList();
                    }
                },
                why -> problem.set(Optional.of(why)));
    }

    /** Points for all runs, one by one, behind the window; a run that cannot be evaluated has none. */
    private void evaluateAll() {
        List<StoredRun> all = view.runs().stream().filter(StoredRun::finished).toList();
        comparing.execute(() -> {
            List<Evaluation> done = new ArrayList<>();
            for (StoredRun run : all) {
                done.add(evaluations.of(run.id(), Progress.SILENT).evaluation());
                List<CandidatePoint> soFar = CandidatePoint.of(done, weights);
                jobs.onWindow(() -> points.set(soFar));
            }
        });
    }

    private void fillList() {
        Optional<String> before = selected.get().map(pair -> pair.first().id());
        List<SamplePair> pairs =
                comparison.get().map(Comparison::lists).orElse(PairLists.NONE).of(outcome.get());
        shown.setAll(pairs);
        selected.set(pairs.stream()
                .filter(pair -> before.filter(pair.first().id()::equals).isPresent())
                .findFirst());
    }

    ProjectStore store() {
        return store;
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
