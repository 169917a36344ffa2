package sigmark.app.analyze.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sigmark.analysis.errors.AlignedToken;
import sigmark.analysis.errors.ErrorClass;
import sigmark.analysis.errors.ErrorProfile;
import sigmark.analysis.evaluation.EvaluationSample;

/**
 * What goes wrong in readings: classes with their cost, and which sign is taken for which.
 *
 * @param classes those that occur, the most frequent first
 * @param confusions the most frequent first
 */
public record ErrorFigures(List<OfClass> classes, List<Confusion> confusions) {
    public static final ErrorFigures NONE = new ErrorFigures(List.of(), List.of());

    public ErrorFigures {
        classes = List.copyOf(classes);
        confusions = List.copyOf(confusions);
    }

    /**
     * One class of errors.
     *
     * @param samples how many have it; a sample can have several classes
     * @param costShare its part of all token errors, 0 to 1
     */
    public record OfClass(ErrorClass error, int samples, double costShare) {}

    /**
     * A sign read as another.
     *
     * @param examples samples that have it, at most a few
     */
    public record Confusion(String truth, String prediction, int count, List<EvaluationSample> examples) {
        public Confusion {
            examples = List.copyOf(examples);
        }
    }

    private static final int EXAMPLES = 3;

    static ErrorFigures of(EvaluatedSamples all, List<EvaluationSample> chosen) {
        Map<ErrorClass, int[]> classes = new EnumMap<>(ErrorClass.class);
        Map<AlignedToken, List<EvaluationSample>> confused = new LinkedHashMap<>();
        double cost = 0;
        for (EvaluationSample sample : chosen) {
            Optional<ErrorProfile> profile = all.errors(sample);
            if (profile.isEmpty()) {
                continue;
            }
            for (Map.Entry<ErrorClass, Integer> entry : profile.get().errors().entrySet()) {
                int[] sums = classes.computeIfAbsent(entry.getKey(), key -> new int[2]);
                sums[0]++;
                sums[1] += entry.getValue();
                cost += entry.getValue();
            }
            profile.get().confusions().stream().distinct().forEach(pair -> confused.computeIfAbsent(
                            pair, key -> new ArrayList<>())
                    .add(sample));
        }
        double whole = Math.max(1, cost);
        List<OfClass> rows = new ArrayList<>();
        classes.forEach((error, sums) -> rows.add(new OfClass(error, sums[0], sums[1] / whole)));
        rows.sort(Comparator.comparingInt((OfClass row) -> -row.samples()).thenComparing(OfClass::error));
        List<Confusion> pairs = new ArrayList<>();
        confused.forEach((pair, samples) -> pairs.add(new Confusion(
                pair.truth(),
                pair.prediction(),
                samples.size(),
                samples.subList(0, Math.min(EXAMPLES, samples.size())))));
        pairs.sort(Comparator.comparingInt((Confusion pair) -> -pair.count())
                .thenComparing(Confusion::truth)
                .thenComparing(Confusion::prediction));
        return new ErrorFigures(rows, pairs);
    }
}
