package sigmark.analysis.cases;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import sigmark.analysis.statistics.McNemar;
import sigmark.analysis.statistics.Normal;
import sigmark.analysis.statistics.SignFlip;
import sigmark.analysis.statistics.SignedRank;

/** Two candidates on the same samples. */
final class PairCases {
    private PairCases() {}

    static Map<String, Function<Given, Answer>> methods() {
        return Map.of(
                "mcnemar",
                PairCases::mcnemar,
                "wilcoxon",
                PairCases::wilcoxon,
                "paired-permutation-exact",
                given -> signs(SignFlip.exact(given.numbers("differences")), true),
                "paired-permutation-random",
                given -> signs(SignFlip.random(given.numbers("differences"), given.resamples(), given.seed()), false));
    }

    private static Answer mcnemar(Given given) {
        int b = given.count("onlyFirstRight");
        int c = given.count("onlySecondRight");
        var test = new McNemar(b, c, given.count("n"));
        Answer answer = new Answer()
                .put("difference", test.difference())
                .put("pExact", test.exactP())
                .put("pMid", test.midP())
                .put("bonettPrice95", test.bonettPrice(0.95));
        if (b + c == 0) {
            return answer.absent("chi2", "pChi2", "chi2Corrected", "pChi2Corrected")
                    .because(test.n() == 0 ? "no samples" : "no pair differs: chi-square is undefined");
        }
        double root = Math.abs(b - c) / Math.sqrt(b + c);
        double corrected = Math.max(0, Math.abs(b - c) - 1) / Math.sqrt(b + c);
        return answer.put("chi2", root * root)
                .put("pChi2", 2 * Normal.survival(root))
                .put("chi2Corrected", corrected * corrected)
                .put("pChi2Corrected", 2 * Normal.survival(corrected));
    }

    private static Answer wilcoxon(Given given) {
        double[] differences = given.numbers("differences");
        SignedRank test = SignedRank.test(differences);
        Answer answer = new Answer().put("nonZero", test.nonZero());
        if (test.nonZero() == 0) {
            return answer.absent("wPlus", "wMinus", "pExact", "pNormal", "pNormalCorrected", "rankBiserial")
                    .put("hodgesLehmann", SignedRank.hodgesLehmann(differences))
                    .because(differences.length == 0 ? "no differences" : "all differences are zero");
        }
        answer.put("wPlus", test.plus())
                .put("wMinus", test.minus())
                .put("pExact", test.exactP())
                .put("pNormal", test.normalP())
                .put("pNormalCorrected", test.correctedP())
                .put("rankBiserial", test.rankBiserial())
                .put("hodgesLehmann", SignedRank.hodgesLehmann(differences));
        if (test.nonZero() < differences.length) {
            zeros(answer, differences);
        }
        return answer.because(test.exactP().isPresent() ? "" : "the exact p is left out above 60 non-zero differences");
    }

    /** The normal p when zeros are ranked first and then left out (Pratt 1959) or shared between both signs. */
    private static void zeros(Answer answer, double[] differences) {
        double[] sizes = Arrays.stream(differences).map(Math::abs).sorted().toArray();
        double pratt = 0;
        double split = 0;
        double signed = 0;
        for (double difference : differences) {
            double size = Math.abs(difference);
            long below = Arrays.stream(sizes).filter(s -> s < size).count();
            long same = Arrays.stream(sizes).filter(s -> s == size).count();
            double rank = below + (same + 1) / 2.0;
            signed += Math.signum(difference) * rank;
            pratt += difference == 0 ? 0 : rank * rank / 4;
            split += rank * rank / 4;
        }
        answer.put("pNormalPratt", twoSided(signed / 2, pratt)).put("pNormalZsplit", twoSided(signed / 2, split));
    }

    private static double twoSided(double distance, double variance) {
        return Math.min(1, 2 * Normal.survival(Math.abs(distance) / Math.sqrt(variance)));
    }

    private static Answer signs(Optional<SignFlip> test, boolean all) {
        if (test.isEmpty()) {
            return new Answer().absent("mean", "p").because("no differences");
        }
        SignFlip found = test.get();
        Answer answer = new Answer().put("mean", found.mean()).put("p", found.p());
        return all ? answer.put("signings", found.signings()) : answer.put("asExtreme", found.asExtreme());
    }
}
