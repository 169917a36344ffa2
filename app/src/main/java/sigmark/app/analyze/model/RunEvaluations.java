package sigmark.app.analyze.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sigmark.analysis.evaluation.Evaluator;
import sigmark.inference.work.Progress;
import sigmark.labeling.store.ProjectStore;

/** Evaluations of several runs, made when first needed and brought up to date page by page. Safe for several threads. */
final class RunEvaluations {
    private final ProjectStore store;
    private final Map<Long, Evaluator> evaluators = new HashMap<>();
    private final Map<Long, EvaluatedSamples> made = new HashMap<>();
    private final Map<Long, Set<String>> stale = new HashMap<>();

    RunEvaluations(ProjectStore store) {
        this.store = store;
    }

    /** Labels of these pages changed. */
    synchronized void changed(Set<String> pages) {
        stale.values().forEach(waiting -> waiting.addAll(pages));
    }

    /** A run against the labels as they are; blocks for as long as that takes. */
    synchronized EvaluatedSamples of(long run, Progress progress) {
        Set<String> pages = stale.computeIfAbsent(run, id -> new HashSet<>());
        EvaluatedSamples before = made.get(run);
        if (before == null) {
            Evaluator evaluator = new Evaluator(store, run);
            evaluators.put(run, evaluator);
            made.put(run, EvaluatedSamples.of(evaluator.evaluate(progress), Optional.empty()));
        } else if (!pages.isEmpty()) {
            made.put(
                    run,
                    EvaluatedSamples.of(
                            java.util.Objects.requireNonNull(evaluators.get(run))
                                    .refresh(List.copyOf(pages)),
                            Optional.of(before)));
        }
        pages.clear();
        return java.util.Objects.requireNonNull(made.get(run));
    }
}
