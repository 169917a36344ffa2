package sigmark.app.analyze.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import sigmark.analysis.evaluation.EvaluationSample;

/**
 * How samples are sorted. Samples that lack the figure stand last; ties keep the order of pages and places, so that the
 * list never jumps.
 *
 * @param metric empty for the order of the pages
 * @param ascending low values first
 */
public record SampleOrder(Optional<SampleMetric> metric, boolean ascending) {
    public static final SampleOrder PAGE = new SampleOrder(Optional.empty(), true);
    public static final SampleOrder WORST = worst(SampleMetric.EDIT);
    public static final SampleOrder LEAST_SURE = worst(SampleMetric.SCORE);
    public static final SampleOrder LEAST_OVERLAP = worst(SampleMetric.IOU);
    public static final SampleOrder SLOWEST_PAGE = worst(SampleMetric.TIME);
    public static final SampleOrder LONGEST = worst(SampleMetric.LENGTH);

    /** Those offered by name. */
    public static final List<SampleOrder> NAMED = List.of(
            WORST,
            worst(SampleMetric.ERRORS),
            worst(SampleMetric.CDM),
            worst(SampleMetric.STRUCTURE),
            LEAST_SURE,
            worst(SampleMetric.BOX_SCORE),
            LEAST_OVERLAP,
            LONGEST,
            SLOWEST_PAGE,
            PAGE);

    /** The end of the metric first that one looks at first. */
    public static SampleOrder worst(SampleMetric metric) {
        return new SampleOrder(Optional.of(metric), !metric.worstIsHigh());
    }

    /** The other end first. */
    public SampleOrder turned() {
        return new SampleOrder(metric, !ascending);
    }

    /** Message key of its name; only of those in {@link #NAMED}. */
    public String key() {
        return "analyze.order." + metric.map(SampleMetric::word).orElse("page");
    }

    /** The samples, given in the order of pages, in this order. */
    public List<EvaluationSample> sorted(List<EvaluationSample> inPageOrder) {
        if (metric.isEmpty()) {
            return inPageOrder;
        }
        int n = inPageOrder.size();
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            OptionalDouble value = metric.get().of(inPageOrder.get(i));
            // a float's bits order like an integer; the place below breaks ties and names the sample
            int high = value.isPresent() ? bits((float) value.getAsDouble()) : Integer.MAX_VALUE;
            keys[i] = (long) high << 32 | i;
        }
        Arrays.sort(keys);
        List<EvaluationSample> sorted = new ArrayList<>(n);
        for (long key : keys) {
            sorted.add(inPageOrder.get((int) key));
        }
        return sorted;
    }

    private int bits(float value) {
        int bits = Float.floatToIntBits((ascending ? value : -value) + 0f);
        return bits >= 0 ? bits : bits ^ 0x7FFFFFFF;
    }
}
