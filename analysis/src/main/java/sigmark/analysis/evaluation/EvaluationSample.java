package sigmark.analysis.evaluation;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import sigmark.analysis.recognition.LatexSample;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.run.Reading;
import sigmark.inference.run.RegionPrediction;
import sigmark.inference.run.StepTimes;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Page;

/**
 * One formula of an evaluation: a true region with what was found and read for it, or a found box without a truth.
 *
 * @param id unique within the evaluation: the region's id, or page id and place of the found box
 * @param truth the human region; absent for a false box
 * @param prediction the found box that matched it, or the false box; absent when missed
 * @param iou overlap of both boxes, 0 when there is only one
 * @param endToEnd reading of the found box against the truth, nothing found counting as empty; absent without a typed
 *     truth
 * @param grouping whether the formula was split or merged, or the false box comes of that
 * @param onTrueBox reading of the true box against the truth; absent when the run did not read true boxes
 */
public record EvaluationSample(
        String id,
        Page page,
        SampleOutcome outcome,
        Optional<FormulaRegion> truth,
        Optional<RegionPrediction> prediction,
        double iou,
        Grouping grouping,
        Optional<LatexSample> endToEnd,
        Optional<LatexSample> onTrueBox,
        Optional<Reading> trueBoxReading,
        StepTimes pageTimes) {
    /** The true kind, or the found one for a false box. */
    public FormulaKind kind() {
        return truth.map(FormulaRegion::kind)
                .orElseGet(() -> prediction.orElseThrow().detection().kind());
    }

    /** The true writing, or the found one for a false box. */
    public Writing writing() {
        return truth.map(FormulaRegion::writing)
                .orElseGet(() -> prediction.orElseThrow().detection().writing());
    }

    /** The true box, or the found one for a false box. */
    public Box box() {
        return truth.map(FormulaRegion::box)
                .orElseGet(() -> prediction.orElseThrow().detection().box());
    }

    /** Tags of page and region together. */
    public Set<String> tags() {
        Set<String> tags = new java.util.TreeSet<>(page.tags());
        truth.ifPresent(region -> tags.addAll(region.tags()));
        return tags;
    }

    /** Canonical token distance end to end, 0 to 1; absent where nothing can be compared. */
    public OptionalDouble tokenDistance() {
        return endToEnd.isPresent()
                ? OptionalDouble.of(endToEnd.get().canonical().distance())
                : OptionalDouble.empty();
    }

    /** Found and read right, in canonical form. */
    public boolean right() {
        return outcome == SampleOutcome.MATCHED
                && endToEnd.map(sample -> sample.canonical().exact()).orElse(true);
    }

    /** The same sample as part of a group. */
    EvaluationSample in(Grouping group) {
        return new EvaluationSample(
                id, page, outcome, truth, prediction, iou, group, endToEnd, onTrueBox, trueBoxReading, pageTimes);
    }

    /** The recognizer's score of its reading, 0 to 1; absent when nothing was found. */
    public OptionalDouble latexScore() {
        return prediction.isPresent()
                ? OptionalDouble.of(prediction.get().reading().score())
                : OptionalDouble.empty();
    }
}
