package sigmark.app.run;

import java.util.Optional;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.run.StepTimes;
import sigmark.inference.work.Problem;

/**
 * What a run says of one page.
 *
 * @param atNanos when it was done, since the run started; 0 where that is not known any more
 * @param formulas found on it
 * @param failure why it has no answer; such a page counts in nothing but the list of failures
 */
public record MeasuredPage(
        String id, String name, long atNanos, int formulas, StepTimes times, Optional<Problem> failure) {
    static MeasuredPage of(String id, String name, long atNanos, PagePrediction prediction) {
        return new MeasuredPage(
                id, name, atNanos, prediction.regions().size(), prediction.times(), prediction.failure());
    }
}
