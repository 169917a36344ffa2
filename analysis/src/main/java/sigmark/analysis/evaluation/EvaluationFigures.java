package sigmark.analysis.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param hits found and read right in canonical form
 * @param wholeHits found and every character in its place (CDM F1 = 1)
 */
public record EvaluationFigures(
        int samples,
        DetectionFigures detection,
        Optional<RecognitionSummary> onTrueBoxes,
        RecognitionSummary endToEnd,
        HitFigures hits,
        HitFigures wholeHits) {
    /** @param pages samples grouped by page: intervals draw whole pages */
    public static EvaluationFigures of(List<List<EvaluationSample>> pages) {
        List<EvaluationSample> samples = new ArrayList<>();
        pages.forEach(samples::addAll);
        List<List<LatexSample>> alone = readings(pages, EvaluationSample::onTrueBox);
        return new EvaluationFigures(
                samples.size(),
                DetectionFigures.of(pages),
                alone.isEmpty() ? Optional.empty() : Optional.of(RecognitionSummary.ofPages(alone)),
                RecognitionSummary.ofPages(readings(pages, EvaluationSample::endToEnd)),
                HitFigures.exact(samples),
                HitFigures.whole(samples));
    }

    /** Over those samples, in their order. */
    public static EvaluationFigures ofSamples(List<EvaluationSample> samples) {
        Map<String, List<EvaluationSample>> pages = new LinkedHashMap<>();
        samples.forEach(sample -> pages.computeIfAbsent(sample.page().id(), id -> new ArrayList<>())
                .add(sample));
        return of(List.copyOf(pages.values()));
    }

    /** Over those samples that a condition selects. */
    public static EvaluationFigures of(List<List<EvaluationSample>> pages, Predicate<EvaluationSample> selected) {
        return of(pages.stream()
                .map(page -> page.stream().filter(selected).toList())
                .filter(page -> !page.isEmpty())
                .toList());
    }

    /** Regions with typed LaTeX that were found and read right (canonical form), of all such regions. */
    public Proportion hitRecall() {
        return hits.recall();
    }

    /** The same, of all found boxes; boxes on regions without typed LaTeX are left out. */
    public Proportion hitPrecision() {
        return hits.precision();
    }

    /** 2·hits / (such regions + such boxes); absent when there is neither. */
    public OptionalDouble hitF1() {
        return hits.f1();
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
