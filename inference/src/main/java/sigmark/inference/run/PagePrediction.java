package sigmark.inference.run;

import java.util.List;
import java.util.Optional;
import sigmark.inference.work.Problem;

/**
 * What a pipeline answered for one page.
 *
 * @param regions found formulas in reading order; empty when the page failed
 * @param onTrueBoxes readings of the page's labeled regions by region id, made when the run was asked to score the
 *     recognizer alone; empty otherwise
 * @param times wall time by step for the end-to-end answer; the readings on true boxes are not in it
 * @param failure why the page has no answer; a failed page counts, with nothing found
 */
public record PagePrediction(
        List<RegionPrediction> regions,
        java.util.Map<String, Reading> onTrueBoxes,
        StepTimes times,
        Optional<Problem> failure) {
    public PagePrediction {
        regions = List.copyOf(regions);
        onTrueBoxes = java.util.Map.copyOf(onTrueBoxes);
    }

    /** The answer for a page that could not be processed. */
    public static PagePrediction failed(Problem problem) {
        return new PagePrediction(List.of(), java.util.Map.of(), StepTimes.NONE, Optional.of(problem));
    }
}
