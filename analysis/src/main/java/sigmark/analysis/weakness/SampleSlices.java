package sigmark.analysis.weakness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.quality.CropQuality;
import sigmark.analysis.quality.QualitySurvey;
import sigmark.inference.latex.CanonicalForm;

/**
 * The slices that samples belong to by what is known of them: kind, writing, split, tag, source, labeler, length and
 * structure of the labeled LaTeX, and, where pictures were measured, their quality in thirds of the samples
 * ({@code blur:2.1-3.4}). A sample belongs to several.
 */
public final class SampleSlices {
    private static final int[] LENGTHS = {5, 10, 20, 40, 80};
    private static final List<String> STRUCTURES =
            List.of("\\frac", "\\sqrt", "\\int", "\\sum", "\\lim", "\\text", "_", "^");
    private static final int LEAST_MEASURED = 30;
    private static final int PARTS = 3;

    private SampleSlices() {}

    /** Samples by slice; only slices that hold some, in the order of their names. */
    public static Map<String, List<EvaluationSample>> of(List<EvaluationSample> samples, QualitySurvey survey) {
        Map<String, List<EvaluationSample>> slices = new TreeMap<>();
        for (EvaluationSample sample : samples) {
            names(sample).forEach(name -> slices.computeIfAbsent(name, key -> new ArrayList<>())
                    .add(sample));
        }
        quality(slices, samples, "blur", survey, quality -> OptionalDouble.of(quality.blur()));
        quality(slices, samples, "contrast", survey, quality -> OptionalDouble.of(quality.contrast()));
        quality(slices, samples, "em", survey, CropQuality::em);
        quality(slices, samples, "skew", survey, quality -> OptionalDouble.of(Math.abs(quality.skew())));
        return Collections.unmodifiableMap(slices);
    }

    private static TreeSet<String> names(EvaluationSample sample) {
        TreeSet<String> names = new TreeSet<>();
        names.add("kind:" + sample.kind().word());
        names.add("writing:" + sample.writing().word());
        names.add("split:" + sample.page().split().word());
        names.add("source:" + (sample.page().source().pdfPage().isPresent() ? "pdf" : "image"));
        sample.tags().forEach(tag -> names.add("tag:" + tag));
        sample.truth()
                .ifPresent(truth -> names.add("labeler:" + truth.provenance().person()));
        Optional<String> latex = sample.truth().flatMap(truth -> truth.latex());
        latex.ifPresent(text -> structure(CanonicalForm.tokens(text), names));
        return names;
    }

    private static void structure(List<String> tokens, TreeSet<String> names) {
        int from = 0;
        for (int to : LENGTHS) {
            if (tokens.size() <= to) {
                names.add("length:" + from + "-" + to);
                break;
            }
            from = to + 1;
        }
        if (tokens.size() > LENGTHS[LENGTHS.length - 1]) {
            names.add("length:" + from + "-");
        }
        STRUCTURES.stream().filter(tokens::contains).forEach(command -> names.add("has:" + command));
        if (tokens.stream().anyMatch(token -> token.startsWith("\\begin"))) {
            names.add("has:\\begin");
        }
    }

    /** Thirds of the samples by one measure, named by the values that they hold; fewer when many values are equal. */
    private static void quality(
            Map<String, List<EvaluationSample>> slices,
            List<EvaluationSample> samples,
            String name,
            QualitySurvey survey,
            Function<CropQuality, OptionalDouble> measure) {
        TreeMap<Double, List<EvaluationSample>> byValue = new TreeMap<>();
        int measured = 0;
        for (EvaluationSample sample : samples) {
            CropQuality quality = survey.bySample().get(sample.id());
            OptionalDouble value = quality == null ? OptionalDouble.empty() : measure.apply(quality);
            if (value.isPresent()) {
                byValue.computeIfAbsent(rounded(value.getAsDouble()), key -> new ArrayList<>())
                        .add(sample);
                measured++;
            }
        }
        if (measured < LEAST_MEASURED) {
            return;
        }
        List<EvaluationSample> part = new ArrayList<>();
        double from = byValue.firstKey();
        int taken = 0;
        int parts = 1;
        for (Map.Entry<Double, List<EvaluationSample>> entry : byValue.entrySet()) {
            from = part.isEmpty() ? entry.getKey() : from;
            part.addAll(entry.getValue());
            taken += entry.getValue().size();
            if (taken * PARTS >= parts * measured) {
                slices.put(name + ":" + text(from) + "-" + text(entry.getKey()), part);
                part = new ArrayList<>();
                parts = taken * PARTS / measured + 1;
            }
        }
    }

    private static double rounded(double value) {
        double step = value >= 10 ? 1 : value >= 1 ? 0.1 : 0.01;
        return Math.rint(value / step) * step;
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, value >= 10 ? "%.0f" : value >= 1 ? "%.1f" : "%.2f", value);
    }
}
