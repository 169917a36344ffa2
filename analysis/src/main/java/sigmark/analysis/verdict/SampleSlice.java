package sigmark.analysis.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.inference.run.RegionPrediction;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.Provenance;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.SliceQuery;

/**
 * The samples of an evaluation that a slice selects. A false box belongs where its own page, kind, writing and reading
 * put it. Pages that were trained on are left out: what was learned by heart proves nothing.
 */
final class SampleSlice {
    private SampleSlice() {}

    static List<List<EvaluationSample>> of(List<List<EvaluationSample>> pages, SliceQuery query) {
        List<List<EvaluationSample>> selected = new ArrayList<>();
        for (List<EvaluationSample> page : pages) {
            List<EvaluationSample> kept = page.stream()
                    .filter(sample -> sample.page().split() != Split.TRAIN)
                    .filter(sample -> query.matches(sample.page(), region(sample)))
                    .toList();
            if (!kept.isEmpty()) {
                selected.add(kept);
            }
        }
        return selected;
    }

    /** Whether a page belongs to the slice by itself. */
    static boolean hasPage(Page page, List<FormulaRegion> regions, SliceQuery query) {
        return page.split() != Split.TRAIN && query.matches(page, regions);
    }

    static FormulaRegion region(EvaluationSample sample) {
        return sample.truth()
                .orElseGet(() -> found(sample.page(), sample.prediction().orElseThrow(), sample.id()));
    }

    private static FormulaRegion found(Page page, RegionPrediction found, String id) {
        Instant then = page.importedAt();
        return new FormulaRegion(
                id,
                page.id(),
                Layer.HUMAN,
                0,
                found.detection().box(),
                found.detection().kind(),
                found.detection().writing(),
                Optional.of(found.reading().latex()),
                LabelState.UNTOUCHED,
                Set.of(),
                Set.of(),
                "",
                Optional.empty(),
                new Provenance("model", then, then, 0, 0, Optional.empty()),
                Optional.empty());
    }
}
