package sigmark.analysis.foresight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.evaluation.Evaluator;
import sigmark.analysis.evaluation.SampleOutcome;
import sigmark.analysis.online.OnlineReport;
import sigmark.analysis.statistics.Proportion;
import sigmark.inference.latex.LatexTokenizer;
import sigmark.inference.work.Progress;
import sigmark.labeling.online.LengthBand;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.Split;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.store.ProjectStore;

/**
 * Versions as their newest finished run saw them. A found formula is wrong unless it matches a label and reads exactly so
 * in canonical form: what a user would have to edit. Pages that were trained on do not count.
 */
final class OfflineSide {
    private final Map<String, List<EvaluationSample>> byVersion = new LinkedHashMap<>();

    private OfflineSide() {}

    /** Evaluates the newest finished run of each version that has one. */
    static OfflineSide of(ProjectStore store, Set<String> versions, Progress progress) {
        OfflineSide side = new OfflineSide();
        Map<String, StoredRun> newest = new HashMap<>();
        store.runs().list().stream()
                .filter(run -> run.finished() && versions.contains(run.pipeline()))
                .forEach(run -> newest.putIfAbsent(run.pipeline(), run));
        for (String version : versions) {
            Optional<StoredRun> run = Optional.ofNullable(newest.get(version));
            if (run.isPresent() && !progress.cancelled()) {
                side.byVersion.put(version, found(new Evaluator(store, run.get().id()).evaluate(progress)));
            }
        }
        return side;
    }

    private static List<EvaluationSample> found(Evaluation evaluation) {
        List<EvaluationSample> found = new ArrayList<>();
        for (EvaluationSample sample : evaluation.samples()) {
            boolean judged = sample.truth().isEmpty() || sample.endToEnd().isPresent();
            if (sample.prediction().isPresent() && judged && sample.page().split() != Split.TRAIN) {
                found.add(sample);
            }
        }
        return found;
    }

    Set<String> versions() {
        return byVersion.keySet();
    }

    Proportion of(String version) {
        return count(byVersion.getOrDefault(version, List.of()));
    }

    /** Of one value of a tag; nothing where the tag says nothing about labeled pages. */
    Proportion of(String version, String tag, String value) {
        return count(byVersion.getOrDefault(version, List.of()).stream()
                .filter(sample -> has(sample, tag, value))
                .toList());
    }

    private static boolean has(EvaluationSample sample, String tag, String value) {
        return tag.equals(OnlineReport.LENGTH) ? band(sample).word().equals(value) : has(sample.page(), tag, value);
    }

    private static LengthBand band(EvaluationSample sample) {
        String shown = sample.prediction().orElseThrow().reading().latex();
        return LengthBand.of(LatexTokenizer.tokens(shown).size());
    }

    /** Whether a page bears a live tag: as its value alone, or as {@code tag=value}. */
    static boolean has(Page page, String tag, String value) {
        return page.tags().contains(value) || page.tags().contains(tag + "=" + value);
    }

    private static Proportion count(List<EvaluationSample> samples) {
        long wrong = samples.stream()
                .filter(sample -> !(sample.outcome() == SampleOutcome.MATCHED && sample.right()))
                .count();
        return new Proportion(wrong, samples.size());
    }
}
