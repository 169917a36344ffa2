package sigmark.analysis.evaluation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import sigmark.analysis.recognition.LatexSample;

/**
 * How much of what is lost between labels and answers is the detector's doing, how much the recognizer's. Each formula
 * with typed LaTeX and a reading of its true box is worth 1. What the reading of the true box loses is recognition's;
 * what the answer on the found box loses beyond that is detection's, all of it where nothing was found. The three parts
 * add up to the loss; {@code boxes} is below 0 where found boxes read better than the labeled ones.
 *
 * @param formulas that the sums are over
 * @param recognition lost on true boxes
 * @param missed lost beyond that since nothing was found, splits and merges among them
 * @param regrouped the part of {@code missed} on split or merged formulas
 * @param boxes lost beyond recognition on found boxes: cut off, too wide, of another crop
 * @param falseBoxes found boxes without a formula; they cost precision, not this loss
 * @param notRead formulas with typed LaTeX whose true box was not read: nothing can be told
 */
public record LossAttribution(
        int formulas, double recognition, double missed, double regrouped, double boxes, int falseBoxes, int notRead) {
    /** Loss of a formula: 0 when its canonical tokens are equal, else 1. */
    public static final ToDoubleFunction<LatexSample> EXACT =
            sample -> sample.canonical().exact() ? 0 : 1;

    /** Loss of a formula: its canonical token distance, 0 to 1. */
    public static final ToDoubleFunction<LatexSample> DISTANCE =
            sample -> sample.canonical().distance();

    /** Attributes the loss of samples of a page, a slice or a whole evaluation. */
    public static LossAttribution of(List<EvaluationSample> samples, ToDoubleFunction<LatexSample> loss) {
        int formulas = 0;
        int falseBoxes = 0;
        int notRead = 0;
        double recognition = 0;
        double missed = 0;
        double regrouped = 0;
        double boxes = 0;
        for (EvaluationSample sample : samples) {
            falseBoxes += sample.outcome() == SampleOutcome.FALSE_BOX ? 1 : 0;
            if (sample.endToEnd().isEmpty()) {
                continue;
            }
            if (sample.onTrueBox().isEmpty()) {
                notRead++;
                continue;
            }
            formulas++;
            double alone = loss.applyAsDouble(sample.onTrueBox().get());
            double more = loss.applyAsDouble(sample.endToEnd().get()) - alone;
            recognition += alone;
            boolean found = sample.outcome() == SampleOutcome.MATCHED;
            missed += found ? 0 : more;
            regrouped += found || sample.grouping().role() == Grouping.Role.ALONE ? 0 : more;
            boxes += found ? more : 0;
        }
        return new LossAttribution(formulas, recognition, missed, regrouped, boxes, falseBoxes, notRead);
    }

    /** All that is lost, in formulas. */
    public double loss() {
        return recognition + missed + boxes;
    }

    /** Mean loss of a formula, 0 to 1; absent without formulas. */
    public OptionalDouble meanLoss() {
        return formulas == 0 ? OptionalDouble.empty() : OptionalDouble.of(loss() / formulas);
    }

    /** Lost by detection. */
    public double detection() {
        return missed + boxes;
    }

    /** Detection's part of the loss; absent when nothing is lost. */
    public OptionalDouble detectionShare() {
        return loss() > 0 ? OptionalDouble.of(detection() / loss()) : OptionalDouble.empty();
    }
}
