package sigmark.analysis.recognition.cdm;

import java.util.List;

/**
 * How well two drawings match.
 *
 * @param truths tokens of the truth
 * @param predictions tokens of the prediction
 * @param pairs what was assigned to what; at most the shorter side
 */
public record CdmScore(int truths, int predictions, List<CdmPair> pairs) {
    public CdmScore {
        pairs = List.copyOf(pairs);
    }

    /** Pairs that count as right. */
    public int correct() {
        return (int) pairs.stream().filter(CdmPair::correct).count();
    }

    /** Share of the truth's tokens that are right, to three decimals as the reference prints; 1 when nothing is to find. */
    public double recall() {
        return truths == 0 ? emptySide(predictions) : rounded((double) correct() / truths);
    }

    /** Share of the prediction's tokens that are right, to three decimals. */
    public double precision() {
        return predictions == 0 ? emptySide(truths) : rounded((double) correct() / predictions);
    }

    /** 2 · correct / (truths + predictions), to three decimals; 1 for two empty drawings. */
    public double f1() {
        return truths + predictions == 0 ? 1 : rounded(2.0 * correct() / (truths + predictions));
    }

    private static double emptySide(int other) {
        return other == 0 ? 1 : 0;
    }

    private static double rounded(double value) {
        return Math.rint(value * 1000) / 1000;
    }
}
