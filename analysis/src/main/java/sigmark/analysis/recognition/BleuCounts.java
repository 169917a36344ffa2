package sigmark.analysis.recognition;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What BLEU-4 (Papineni et al. 2002) counts: n-grams of the prediction that occur in the truth, each at most as often as
 * there, for n = 1 to 4. Counts of sentences add up to those of their corpus; the score is no mean.
 *
 * @param truthTokens R, length of the truth
 * @param predictionTokens C, length of the prediction
 */
public record BleuCounts(List<Long> matches, List<Long> ngrams, long truthTokens, long predictionTokens) {
    public static final int ORDER = 4;

    public BleuCounts {
        matches = List.copyOf(matches);
        ngrams = List.copyOf(ngrams);
    }

    /** The counts of one sentence. */
    public static BleuCounts of(List<String> truth, List<String> prediction) {
        Long[] matches = new Long[ORDER];
        Long[] ngrams = new Long[ORDER];
        boolean same = truth.equals(prediction);
        for (int n = 1; n <= ORDER; n++) {
            ngrams[n - 1] = (long) Math.max(0, prediction.size() - n + 1);
            matches[n - 1] = same ? ngrams[n - 1] : matches(truth, prediction, n);
        }
        return new BleuCounts(List.of(matches), List.of(ngrams), truth.size(), prediction.size());
    }

    /** Adds up the sentences of a corpus. */
    public static final class Sum {
        private final long[] matches = new long[ORDER];
        private final long[] ngrams = new long[ORDER];
        private long truthTokens;
        private long predictionTokens;

        public void add(BleuCounts counts) {
            for (int i = 0; i < ORDER; i++) {
                matches[i] += counts.matches.get(i);
                ngrams[i] += counts.ngrams.get(i);
            }
            truthTokens += counts.truthTokens;
            predictionTokens += counts.predictionTokens;
        }

        public BleuCounts total() {
            return new BleuCounts(
                    Arrays.stream(matches).boxed().toList(),
                    Arrays.stream(ngrams).boxed().toList(),
                    truthTokens,
                    predictionTokens);
        }
    }

    /**
     * Corpus BLEU-4 as papers print it (multi-bleu.perl, no smoothing), 0 to 1: geometric mean of the four precisions
     * times exp(1 − R/C) if C &lt; R. 0 when an order has no match, so also when no prediction has four tokens. Absent
     * when both sides are empty.
     */
    public OptionalDouble corpus() {
        if (truthTokens == 0 && predictionTokens == 0) {
            return OptionalDouble.empty();
        }
        double logs = 0;
        for (int i = 0; i < ORDER; i++) {
            if (matches.get(i) == 0) {
                return OptionalDouble.of(0);
            }
            logs += Math.log((double) matches.get(i) / ngrams.get(i));
        }
        return OptionalDouble.of(brevity() * Math.exp(logs / ORDER));
    }

    /**
     * Smoothed sentence BLEU for one sample, 0 to 1 (sacreBLEU's "exp" smoothing with effective order): orders longer than
     * the prediction are left out, and the k-th order without a match counts 1/2ᵏ matches. Not comparable with
     * {@link #corpus}. Two empty sides score 1.
     */
    public double smoothedSentence() {
        if (truthTokens == 0 && predictionTokens == 0) {
            return 1;
        }
        if (matches.get(0) == 0) {
            return 0;
        }
        double logs = 0;
        double smoothing = 1;
        int order = 0;
        while (order < ORDER && ngrams.get(order) > 0) {
            double matched = matches.get(order);
            if (matched == 0) {
                smoothing *= 2;
                matched = 1 / smoothing;
            }
            logs += Math.log(matched / ngrams.get(order));
            order++;
        }
        return brevity() * Math.exp(logs / order);
    }

    private double brevity() {
        return predictionTokens < truthTokens ? Math.exp(1 - (double) truthTokens / predictionTokens) : 1;
    }

    private static long matches(List<String> truth, List<String> prediction, int n) {
        Map<List<String>, Integer> left = new HashMap<>();
        for (int i = 0; i + n <= truth.size(); i++) {
            left.merge(truth.subList(i, i + n), 1, Integer::sum);
        }
        long matches = 0;
        for (int i = 0; i + n <= prediction.size(); i++) {
            List<String> ngram = prediction.subList(i, i + n);
            Integer count = left.get(ngram);
            if (count != null && count > 0) {
                left.put(ngram, count - 1);
                matches++;
            }
        }
        return matches;
    }
}
