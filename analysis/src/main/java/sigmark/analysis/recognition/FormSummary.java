package sigmark.analysis.recognition;

import java.util.List;
import java.util.OptionalDouble;
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

    /** Share of samples whose token lists are equal. */
    public Proportion exact() {
        return expRate.get(0);
    }
}
