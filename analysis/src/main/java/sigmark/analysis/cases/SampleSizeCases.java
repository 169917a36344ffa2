package sigmark.analysis.cases;

import java.util.Map;
import java.util.function.Function;
import sigmark.analysis.statistics.Normal;
import sigmark.analysis.statistics.Power;
import sigmark.analysis.statistics.SampleSize;

/** How many samples a question needs. */
final class SampleSizeCases {
    private SampleSizeCases() {}

    static Map<String, Function<Given, Answer>> methods() {
        return Map.of(
                "half-width-proportion",
                given -> new Answer()
                        .put("nNormal", SampleSize.normal(given.share("p"), given.inside("halfWidth"), z(given)))
                        .put("nWilson", SampleSize.wilson(given.share("p"), given.inside("halfWidth"), z(given))),
                "half-width-mean",
                given ->
                        new Answer().put("n", SampleSize.mean(given.number("sd"), given.number("halfWidth"), z(given))),
                "zero-failures",
                given -> new Answer()
                        .put("n", SampleSize.zeroFailures(given.inside("upperBound"), given.inside("confidence"))),
                "power-two-proportions",
                SampleSizeCases::twoProportions,
                "power-paired-mean",
                SampleSizeCases::pairedMean,
                "power-mcnemar",
                SampleSizeCases::mcnemar);
    }

    private static double z(Given given) {
        return Normal.twoSided(given.inside("confidence"));
    }

    private static Answer twoProportions(Given given) {
        double p1 = given.share("p1");
        double p2 = given.share("p2");
        if (p1 == p2) {
            return new Answer().absent("nPerGroup", "nPerGroupArcsine").because("no difference to detect");
        }
        double alpha = given.inside("alpha");
        double power = given.inside("power");
        int sides = given.whole("sides");
        double normal = Power.twoProportions(p1, p2, alpha, power, sides);
        double arcsine = Power.twoProportionsArcsine(p1, p2, alpha, power, sides);
        return new Answer()
                .put("nPerGroup", (long) Math.ceil(normal))
                .put("nPerGroupRaw", normal)
                .put("nPerGroupArcsine", (long) Math.ceil(arcsine))
                .put("nPerGroupArcsineRaw", arcsine);
    }

    private static Answer pairedMean(Given given) {
        double difference = given.number("meanDifference");
        if (difference == 0) {
            return new Answer().absent("nPairs", "nPairsRaw").because("no difference to detect");
        }
        double pairs = Power.pairedMean(
                difference, given.number("sdOfDifferences"), given.inside("alpha"), given.inside("power"));
        return new Answer().put("nPairs", (long) Math.ceil(pairs)).put("nPairsRaw", pairs);
    }

    private static Answer mcnemar(Given given) {
        double first = given.share("p10");
        double second = given.share("p01");
        if (first == second) {
            return new Answer().absent("nPairs", "exactPowerAtN").because("no difference to find: no number is enough");
        }
        double alpha = given.inside("alpha");
        long n = SampleSize.mcnemar(first, second, alpha, given.inside("power"));
        return new Answer().put("nPairs", n).put("exactPowerAtN", SampleSize.exactPower(first, second, alpha, n));
    }
}
