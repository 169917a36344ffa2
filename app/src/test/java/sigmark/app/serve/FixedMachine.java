package sigmark.app.serve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.PixelImage;
import sigmark.inference.page.Writing;
import sigmark.inference.run.Detection;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.run.Reading;
import sigmark.inference.run.RegionPrediction;
import sigmark.inference.run.StepTimes;

/** Finds the same three formulas on every image, in known times. */
public record FixedMachine(String version) implements TrialMachine {
    @Override
    public PagePrediction predict(PixelImage image, long decodeNanos) {
        return new PagePrediction(
                List.of(region(0, "x^{2}"), region(30, "a+b"), region(60, "\\frac{1}{2}")),
                Map.of(),
                new StepTimes(decodeNanos, 3_000_000, 1_000_000, 5_000_000),
                Optional.empty());
    }

    private static RegionPrediction region(double top, String latex) {
        return new RegionPrediction(
                new Detection(new Box(5, top, 60, top + 20), FormulaKind.INLINE, Writing.PRINTED, 0.9),
                new Reading(latex, 0.8, List.of(), List.of()));
    }
}
