package sigmark.analysis.cases;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import sigmark.analysis.statistics.Bootstrap;
import sigmark.analysis.statistics.BootstrapResult;
import sigmark.analysis.statistics.Multiplicity;
import sigmark.analysis.statistics.Proportion;
import sigmark.analysis.statistics.ProportionForms;
import sigmark.analysis.statistics.TwoProportions;

/** Rates and means with their intervals. */
final class RateCases {
    private RateCases() {}

    static Map<String, Function<Given, Answer>> methods() {
        return Map.of(
                "proportion-interval", RateCases::proportion,
                "two-proportions", RateCases::two,
                "bootstrap-mean", RateCases::mean,
                "bootstrap-ratio", RateCases::ratio,
                "adjust", RateCases::adjust);
    }

    private static Answer proportion(Given given) {
        var rate = new Proportion(given.count("k"), given.count("n"));
        double confidence = given.inside("confidence");
        return new Answer()
                .put("estimate", rate.estimate())
                .put("wilson", rate.wilson(confidence))
                .put("clopperPearson", rate.clopperPearson(confidence))
                .put("wilsonContinuity", ProportionForms.wilsonContinuity(rate, confidence))
                .put("jeffreys", ProportionForms.jeffreys(rate, confidence))
                .put("upperOneSided", rate.upperBound(confidence))
                .put("lowerOneSided", rate.lowerBound(confidence))
                .because(rate.n() == 0 ? "no samples" : "");
    }

    private static Answer two(Given given) {
        var pair = new TwoProportions(
                new Proportion(given.count("k1"), given.count("n1")),
                new Proportion(given.count("k2"), given.count("n2")));
        boolean empty = pair.first().n() == 0 || pair.second().n() == 0;
        return new Answer()
                .put("difference", pair.difference())
                .put("newcombe", pair.newcombe(given.inside("confidence")))
                .put("zPooled", pair.zPooled())
                .put("pPooled", pair.pPooled())
                .put("pFisher", pair.fisher())
                .because(empty ? "no samples in one group" : "");
    }

    private static Answer mean(Given given) {
        return bootstrap(bootstrapOf(given).mean(given.numbers("values")));
    }

    private static Answer ratio(Given given) {
        return bootstrap(bootstrapOf(given).ratio(given.numbers("numerators"), given.numbers("denominators")));
    }

    private static Bootstrap bootstrapOf(Given given) {
        return new Bootstrap(given.resamples(), given.seed(), given.inside("confidence"));
    }

    private static Answer bootstrap(Optional<BootstrapResult> drawn) {
        if (drawn.isEmpty()) {
            return new Answer().absent("estimate", "percentile", "bca").because("no samples");
        }
        BootstrapResult result = drawn.get();
        Answer answer = new Answer()
                .put("estimate", result.estimate())
                .put("bootstrapMean", result.mean())
                .put("bootstrapSd", result.deviation())
                .put("percentile", Optional.of(result.percentile()))
                .put("first5", result.first().stream().mapToDouble(v -> v).toArray());
        return result.corrected()
                .map(bca -> answer.put("bca", Optional.of(bca.interval()))
                        .put("z0", bca.bias())
                        .put("acceleration", bca.acceleration()))
                .orElseGet(() -> answer.absent("bca", "z0", "acceleration")
                        .because("the resamples do not spread: the BCa interval is undefined"));
    }

    private static Answer adjust(Given given) {
        double[] p = given.numbers("pValues");
        return new Answer()
                .put("holm", Multiplicity.holm(p))
                .put("benjaminiHochberg", Multiplicity.benjaminiHochberg(p))
                .put("benjaminiYekutieli", Multiplicity.benjaminiYekutieli(p))
                .put("bonferroni", Multiplicity.bonferroni(p));
    }
}
