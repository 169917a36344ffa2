package sigmark.analysis.cases;

import java.util.Map;
import java.util.function.Function;
import sigmark.analysis.statistics.Normal;
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
                "power-mcnemar",
                SampleSizeCases::mcnemar);
    }

    private static double z(Given given) {
        return Normal.twoSided(given.inside("confidence"));
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
