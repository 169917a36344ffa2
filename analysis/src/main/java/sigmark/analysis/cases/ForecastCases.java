package sigmark.analysis.cases;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import sigmark.analysis.agreement.RankAgreement;
import sigmark.analysis.agreement.RankBootstrap;
import sigmark.analysis.online.Calibration;
import sigmark.analysis.online.IsotonicCurve;
import sigmark.analysis.online.LogisticFit;
import sigmark.analysis.statistics.CategoryDrift;
import sigmark.analysis.statistics.KolmogorovSmirnov;

/** Do offline figures foretell online ones: order, calibration, drift of the mix. */
final class ForecastCases {
    /** Exact p of τ for up to as many items; their orders fit a double's sums well beyond it. */
    private static final int MOST_EXACT = 30;

    private static final String EMPTY = "empty population";

    private ForecastCases() {}

    static Map<String, Function<Given, Answer>> methods() {
        return Map.of(
                "rank-agreement", ForecastCases::ranks,
                "bootstrap-rank-agreement", ForecastCases::bootstrap,
                "calibration", ForecastCases::calibration,
                "drift-categories", ForecastCases::categories,
                "kolmogorov-smirnov", ForecastCases::smirnov);
    }

    private static Answer ranks(Given given) {
        double[] x = given.numbers("x");
        RankAgreement found = RankAgreement.of(x, given.numbers("y"));
        Answer answer = new Answer()
                .put("concordant", found.concordant())
                .put("discordant", found.discordant())
                .put("tiedOnlyX", found.tiedFirst())
                .put("tiedOnlyY", found.tiedSecond())
                .put("tiedBoth", found.tiedBoth())
                .put("kendallTauB", found.kendall())
                .put("spearman", found.spearman())
                .put("pearson", found.pearson());
        found.kendallExactP(MOST_EXACT).ifPresent(p -> answer.put("kendallPExact", p));
        return answer.because(whyNoRanks(x.length, found));
    }

    private static String whyNoRanks(int items, RankAgreement found) {
        if (found.kendall().isPresent()) {
            return "";
        }
        return items < 2 ? "fewer than two items" : "all values of one side are tied";
    }

    private static Answer bootstrap(Given given) {
        double[] x = given.numbers("x");
        double[] y = given.numbers("y");
        RankAgreement found = RankAgreement.of(x, y);
        RankBootstrap drawn = RankBootstrap.of(x, y, given.resamples(), given.seed(), given.inside("confidence"));
        return new Answer()
                .put("kendallTauB", found.kendall())
                .put("spearman", found.spearman())
                .put("dropped", drawn.dropped())
                .put("kendallPercentile", drawn.kendall())
                .put("spearmanPercentile", drawn.spearman())
                .because(whyNoRanks(x.length, found));
    }

    private static Answer calibration(Given given) {
        double[] scores = given.numbers("score");
        boolean[] edited = given.outcomes("edited");
        if (scores.length == 0 && edited.length == 0) {
            return new Answer()
                    .absent("brier", "logLoss", "auc", "ece10", "maxCalibrationError10", "logistic", "isotonic")
                    .because("no samples");
        }
        var calibration = new Calibration(scores, edited);
        Answer answer = new Answer()
                .put("brier", calibration.brier())
                .put("logLoss", calibration.logLoss())
                .put("auc", calibration.auc())
                .put("ece10", calibration.expectedError())
                .put("maxCalibrationError10", calibration.largestError());
        LogisticFit.of(scores, edited)
                .ifPresentOrElse(fit -> answer.put("logistic", logistic(fit)), () -> answer.absent("logistic"));
        List<double[]> curve = IsotonicCurve.of(scores, edited).stream()
                .map(point -> new double[] {point.score(), point.value()})
                .toList();
        return answer.putLists("isotonic", curve).because(whyNoFit(LogisticFit.possible(scores, edited)));
    }

    private static Answer logistic(LogisticFit fit) {
        return new Answer()
                .put("intercept", fit.intercept())
                .put("slope", fit.slope())
                .put("interceptSe", fit.interceptError())
                .put("slopeSe", fit.slopeError())
                .put("logLikelihood", fit.logLikelihood());
    }

    private static String whyNoFit(LogisticFit.Fit fit) {
        return switch (fit) {
            case FINITE -> "";
            case ONE_OUTCOME -> "one outcome only: AUC and logistic fit undefined";
            case ONE_SCORE -> "one score only: logistic slope undefined";
            case SEPARATED -> "scores separate the outcomes: the logistic slope has no finite maximum";
        };
    }

    private static Answer categories(Given given) {
        double[] expected = given.numbers("expected");
        double[] actual = given.numbers("actual");
        if (empty(expected) || empty(actual)) {
            return new Answer()
                    .absent("psiFloor", "psiAddHalf", "jsDivergenceBits", "jsDistance", "totalVariation", "pChi2")
                    .because(EMPTY);
        }
        var drift = new CategoryDrift(expected, actual);
        double bits = drift.jensenShannonBits();
        return new Answer()
                .put("psiFloor", drift.stabilityIndex())
                .put("psiAddHalf", drift.stabilityIndexAddHalf())
                .put("jsDivergenceBits", bits)
                .put("jsDistance", Math.sqrt(bits))
                .put("totalVariation", drift.totalVariation())
                .put("pChi2", drift.chiSquaredP());
    }

    private static boolean empty(double[] counts) {
        for (double count : counts) {
            if (count != 0) {
                return false;
            }
        }
        return true;
    }

    private static Answer smirnov(Given given) {
        double[] expected = given.numbers("expected");
        double[] actual = given.numbers("actual");
        if (expected.length == 0 || actual.length == 0) {
            return new Answer().absent("statistic", "pExact", "pAsymptotic").because(EMPTY);
        }
        KolmogorovSmirnov found = KolmogorovSmirnov.of(expected, actual);
        return new Answer()
                .put("statistic", found.statistic())
                .put("pExact", found.exact())
                .put("pAsymptotic", found.asymptotic())
                .because(
                        found.asymptotic().isEmpty()
                                ? "one value on a side: the asymptotic p may be undefined"
                                : found.exact().isEmpty() ? "too many values to count the exact p" : "");
    }
}
