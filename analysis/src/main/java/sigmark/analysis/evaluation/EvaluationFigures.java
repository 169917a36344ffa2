package sigmark.analysis.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import sigmark.analysis.recognition.LatexSample;
import sigmark.analysis.recognition.RecognitionSummary;
import sigmark.analysis.statistics.Proportion;

/**
 * The numbers over a set of samples, the whole evaluation or a slice of it.
 *
 * @param detection boxes at IoU 0.5
 * @param onTrueBoxes the recognizer alone, given the labeled boxes; absent when the run did not read them
 * @param endToEnd reading of found boxes; a missed region counts as an empty reading, which is a failed one
 * @param hitRecall regions with typed LaTeX that were found and read right (canonical form), of all such regions
 * @param hitPrecision the same, of all found boxes; boxes on regions without typed LaTeX are left out
 * @param hitF1 2·hits / (such regions + such boxes); absent when there is neither
 */
public record EvaluationFigures(
        int samples,
        DetectionFigures detection,
        Optional<RecognitionSummary> onTrueBoxes,
        RecognitionSummary endToEnd,
        Proportion hitRecall,
        Proportion hitPrecision,
        OptionalDouble hitF1) {
    /** @param pages samples grouped by page: intervals draw whole pages */
    public static EvaluationFigures of(List<List<EvaluationSample>> pages) {
        long hits = 0;
        long regions = 0;
        long boxes = 0;
        int samples = 0;
        for (List<EvaluationSample> page : pages) {
            samples += page.size();
            for (EvaluationSample sample : page) {
                boolean typed = sample.endToEnd().isPresent();
                boolean untyped = sample.truth().isPresent() && !typed;
                hits += typed && sample.right() ? 1 : 0;
                regions += typed ? 1 : 0;
                boxes += sample.prediction().isPresent() && !untyped ? 1 : 0;
            }
        }
        List<List<LatexSample>> alone = readings(pages, EvaluationSample::onTrueBox);
        return new EvaluationFigures(
                samples,
                DetectionFigures.of(pages),
                alone.isEmpty() ? Optional.empty() : Optional.of(RecognitionSummary.ofPages(alone)),
                RecognitionSummary.ofPages(readings(pages, EvaluationSample::endToEnd)),
                new Proportion(hits, regions),
                new Proportion(hits, boxes),
                regions + boxes == 0 ? OptionalDouble.empty() : OptionalDouble.of(2.0 * hits / (regions + boxes)));
    }

    /** Over those samples that a condition selects. */
    public static EvaluationFigures of(List<List<EvaluationSample>> pages, Predicate<EvaluationSample> selected) {
        return of(pages.stream()
                .map(page -> page.stream().filter(selected).toList())
                .filter(page -> !page.isEmpty())
                .toList());
    }

    private static List<List<LatexSample>> readings(
            List<List<EvaluationSample>> pages, Function<EvaluationSample, Optional<LatexSample>> reading) {
        List<List<LatexSample>> readings = new ArrayList<>();
        for (List<EvaluationSample> page : pages) {
            List<LatexSample> of =
                    page.stream().map(reading).flatMap(Optional::stream).toList();
            if (!of.isEmpty()) {
                readings.add(of);
            }
        }
        return readings;
    }
}
