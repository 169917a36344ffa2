package sigmark.app.analyze.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import sigmark.analysis.errors.ErrorProfile;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.evaluation.SampleOutcome;
import sigmark.analysis.quality.QualitySurvey;
import sigmark.analysis.weakness.SampleSlices;

/**
 * An evaluation's samples, found by id and by page, with what is worth computing only once: their errors and slices.
 * Unchanging from outside; safe for several threads. A newer one takes over what it can from the one before.
 */
public final class EvaluatedSamples {
    private static final Comparator<EvaluationSample> PLACES = Comparator.comparingInt(
                    (EvaluationSample sample) -> sample.page().order())
            .thenComparingDouble(sample -> sample.box().top())
            .thenComparingDouble(sample -> sample.box().left());

    private final Evaluation evaluation;
    private final List<EvaluationSample> samples;
    private final Map<String, EvaluationSample> byId;
    private final Map<String, List<EvaluationSample>> byPage = new HashMap<>();
    private final Map<String, ErrorProfile> errors;
    private Optional<Map<String, List<EvaluationSample>>> slices = Optional.empty();

    private EvaluatedSamples(Evaluation evaluation, Optional<EvaluatedSamples> before) {
        this.evaluation = evaluation;
        List<EvaluationSample> all = new ArrayList<>(evaluation.samples());
        all.sort(PLACES);
        samples = List.copyOf(all);
        byId = new LinkedHashMap<>(samples.size() * 2);
        errors = new HashMap<>();
        for (EvaluationSample sample : samples) {
            byId.put(sample.id(), sample);
            byPage.computeIfAbsent(sample.page().id(), id -> new ArrayList<>()).add(sample);
            if (readWrong(sample)) {
                errors.put(
                        sample.id(),
                        before.flatMap(older -> older.errorsIfSame(sample)).orElseGet(() -> profile(sample)));
            }
        }
    }

    /** Takes an evaluation apart; blocks for as long as naming the errors of what is new takes. */
    public static EvaluatedSamples of(Evaluation evaluation, Optional<EvaluatedSamples> before) {
        return new EvaluatedSamples(evaluation, before);
    }

    public Evaluation evaluation() {
        return evaluation;
    }

    /** All, in the order of pages and places. */
    public List<EvaluationSample> all() {
        return samples;
    }

    public int size() {
        return samples.size();
    }

    public Optional<EvaluationSample> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<EvaluationSample> ofPage(String pageId) {
        return byPage.getOrDefault(pageId, List.of());
    }

    /** What is wrong with a sample's reading; empty when it is right or there is none. */
    public Optional<ErrorProfile> errors(EvaluationSample sample) {
        return Optional.ofNullable(errors.get(sample.id()));
    }

    /** Samples by the name of their slice, such as {@code kind:display}; sorted out when first asked for. */
    public synchronized Map<String, List<EvaluationSample>> slices() {
        if (slices.isEmpty()) {
            slices = Optional.of(SampleSlices.of(samples, QualitySurvey.NONE));
        }
        return slices.get();
    }

    /** Those that satisfy all conditions, in the order of pages and places. */
    public List<EvaluationSample> chosen(List<SampleFacet> conditions) {
        if (conditions.isEmpty()) {
            return samples;
        }
        Predicate<EvaluationSample> all = allOf(conditions);
        List<EvaluationSample> chosen = new ArrayList<>();
        for (EvaluationSample sample : samples) {
            if (all.test(sample)) {
                chosen.add(sample);
            }
        }
        return chosen;
    }

    /** All conditions at once. */
    public Predicate<EvaluationSample> allOf(List<SampleFacet> conditions) {
        return conditions.stream()
                .map(facet -> facet.in(this))
                .reduce(Predicate::and)
                .orElse(sample -> true);
    }

    private static boolean readWrong(EvaluationSample sample) {
        return sample.outcome() == SampleOutcome.MATCHED
                && sample.endToEnd()
                        .filter(reading -> !reading.canonical().exact())
                        .isPresent();
    }

    private static ErrorProfile profile(EvaluationSample sample) {
        var reading = sample.endToEnd().orElseThrow();
        return ErrorProfile.of(reading.truth(), reading.prediction().orElse(""));
    }

    private Optional<ErrorProfile> errorsIfSame(EvaluationSample sample) {
        EvaluationSample older = byId.get(sample.id());
        boolean same = older != null
                && older.endToEnd().isPresent()
                && older.endToEnd()
                        .get()
                        .truth()
                        .equals(sample.endToEnd().orElseThrow().truth())
                && older.endToEnd()
                        .get()
                        .prediction()
                        .equals(sample.endToEnd().orElseThrow().prediction());
        return same ? Optional.ofNullable(errors.get(sample.id())) : Optional.empty();
    }
}
