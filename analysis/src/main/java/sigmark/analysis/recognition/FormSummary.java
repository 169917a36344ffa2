package sigmark.analysis.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import sigmark.analysis.statistics.Proportion;

/**
 * All samples compared on one form of their tokens.
 *
 * @param edit normalized token edit distance
 * @param expRate share of samples with at most 0, 1 and 2 token errors (the meaning of ICAL and others, not CROHME's graph
 *     labels); the first is exact match
 * @param bleu corpus BLEU-4, see {@link BleuCounts#corpus}
 */
public record FormSummary(EditAverages edit, List<Proportion> expRate, OptionalDouble bleu) {
    public FormSummary {
        expRate = List.copyOf(expRate);
    }

    /** Sums up what was compared, in groups that belong together, one a page. */
    static <T> FormSummary of(List<List<T>> pages, Function<T, TokenScore> score, Function<T, BleuCounts> bleu) {
        long[] within = new long[3];
        long samples = 0;
        BleuCounts.Sum counts = new BleuCounts.Sum();
        for (List<T> page : pages) {
            for (T sample : page) {
                int errors = score.apply(sample).errors();
                for (int k = errors; k < within.length; k++) {
                    within[k]++;
                }
                counts.add(bleu.apply(sample));
                samples++;
            }
        }
        List<Proportion> expRate = new ArrayList<>();
        for (long k : within) {
            expRate.add(new Proportion(k, samples));
        }
        EditAverages edit = EditAverages.of(
                pages, s -> score.apply(s).errors(), s -> score.apply(s).longer());
        return new FormSummary(edit, expRate, counts.total().corpus());
    }

    /** Share of samples whose token lists are equal. */
    public Proportion exact() {
        return expRate.get(0);
    }
}
