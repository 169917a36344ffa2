package sigmark.analysis.voc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sigmark.analysis.errors.ErrorClass;
import sigmark.analysis.errors.ErrorProfile;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.statistics.Proportion;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.online.PointStore;
import sigmark.labeling.voc.ImprovementPoint;
import sigmark.labeling.voc.PointMeasurement;

/**
 * Measures improvement points on an evaluated run. A point is met when the lower end of the 95 % interval (Wilson) of the
 * share of its samples without the error reaches its bound; so a point with few samples stays open.
 */
public final class PointCheck {
    private final ProjectStore store;
    private final Evaluation evaluation;

    public PointCheck(ProjectStore store, Evaluation evaluation) {
        this.store = store;
        this.evaluation = evaluation;
    }

    /** Samples of a point in this run, without the error or not. */
    public Proportion measure(ImprovementPoint point) {
        Set<String> regions = store.regions().search(SliceQuery.parse(point.query())).stream()
                .map(FormulaRegion::id)
                .collect(Collectors.toSet());
        long right = 0;
        long samples = 0;
        for (EvaluationSample sample : evaluation.samples()) {
            boolean measured = sample.truth().isPresent()
                    && sample.truth().get().latex().isPresent()
                    && regions.contains(sample.truth().get().id());
            if (measured) {
                samples++;
                right += without(sample, point.errorClass()) ? 1 : 0;
            }
        }
        return new Proportion(right, samples);
    }

    private static boolean without(EvaluationSample sample, Optional<String> errorClass) {
        if (sample.right()) {
            return true;
        }
        if (errorClass.isEmpty() || sample.prediction().isEmpty()) {
            return false;
        }
        ErrorProfile profile = ErrorProfile.of(
                sample.truth().orElseThrow().latex().orElseThrow(),
                sample.prediction().get().reading().latex());
        return profile.errors().keySet().stream().map(ErrorClass::word).noneMatch(errorClass.get()::equals);
    }

    /** Measures every point and keeps what came out. */
    public List<ImprovementPoint> check(PointStore points, Instant now) {
        List<ImprovementPoint> checked = new ArrayList<>();
        for (ImprovementPoint point : points.list()) {
            Proportion rate = measure(point);
            boolean met = rate.wilson()
                    .map(interval -> interval.low() >= point.bound())
                    .orElse(false);
            checked.add(points.measured(
                    point.id(), new PointMeasurement(evaluation.run().id(), now, rate.k(), rate.n(), met)));
        }
        return checked;
    }
}
