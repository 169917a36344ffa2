package sigmark.analysis.cases;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import sigmark.analysis.sampling.Acceptance;
import sigmark.analysis.sampling.Iso2859;
import sigmark.analysis.sampling.PlanSearch;
import sigmark.analysis.sampling.SwitchingRules;
import sigmark.analysis.sampling.SwitchingRules.Lot;
import sigmark.analysis.statistics.Proportion;

/** Acceptance of delivered packages. */
final class AcceptanceCases {
    private AcceptanceCases() {}

    static Map<String, Function<Given, Answer>> methods() {
        return Map.of(
                "iso2859-1-switching",
                AcceptanceCases::switching,
                "oc-binomial",
                given -> new Answer()
                        .put("accept", Acceptance.binomial(given.count("n"), given.count("c"), given.share("p"))),
                "oc-hypergeometric",
                AcceptanceCases::lot,
                "plan-binomial",
                AcceptanceCases::process,
                "plan-hypergeometric",
                AcceptanceCases::lotPlan,
                "true-error-upper-bound",
                AcceptanceCases::upperBound,
                "double-sampling-binomial",
                AcceptanceCases::twice,
                "iso2859-1-single-normal-II",
                given -> iso(given, false),
                "iso2859-1-single-tightened-II",
                given -> iso(given, true));
    }

    private static Answer switching(Given given) {
        List<Lot> lots = given.parts("lots").stream()
                .map(lot -> new Lot(lot.flag("accepted"), lot.flag("acceptedOneStepTighter"), lot.count("accept")))
                .toList();
        List<Answer> states = SwitchingRules.follow(lots, given.flag("reducedAllowed")).stream()
                .map(state -> new Answer()
                        .put("inspectedAs", word(state.inspectedAs()))
                        .put("next", word(state.next()))
                        .put("score", state.score()))
                .toList();
        return new Answer().put("states", states);
    }

    private static String word(SwitchingRules.Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static Answer lot(Given given) {
        int lot = given.count("lotSize");
        int n = given.count("n");
        double accept = Acceptance.lot(lot, given.count("defects"), n, given.count("c"));
        double rate = (double) given.count("defects") / lot;
        return new Answer()
                .put("accept", accept)
                .put("aoq", accept * rate * (lot - n) / lot)
                .put("ati", n + (1 - accept) * (lot - n));
    }

    private static PlanSearch search(Given given) {
        return new PlanSearch(
                given.share("aql"), given.inside("producerRisk"), given.share("ltpd"), given.inside("consumerRisk"));
    }

    private static Answer process(Given given) {
        return plan(new Answer(), search(given).process(), "no plan in reach keeps both risks");
    }

    private static Answer lotPlan(Given given) {
        int lot = given.count("lotSize");
        PlanSearch search = search(given);
        Answer answer = new Answer()
                .put("defectsAtAql", search.defectsAtAql(lot))
                .put("defectsAtLtpd", search.defectsAtLtpd(lot));
        return plan(answer, search.lot(lot), "no sample smaller than the lot keeps both risks: inspect all");
    }

    private static Answer plan(Answer answer, java.util.Optional<PlanSearch.Plan> found, String reason) {
        return found.map(plan -> answer.put("n", plan.n())
                        .put("c", plan.c())
                        .put("acceptAtAql", plan.acceptAtAql())
                        .put("acceptAtLtpd", plan.acceptAtLtpd()))
                .orElseGet(() ->
                        answer.absent("n", "c", "acceptAtAql", "acceptAtLtpd").because(reason));
    }

    private static Answer upperBound(Given given) {
        int lot = given.count("lotSize");
        int n = given.count("n");
        int found = given.count("found");
        int upper = Acceptance.defectsUpper(lot, n, found, given.inside("confidence"));
        return new Answer()
                .put("defectsUpper", upper)
                .put("rateUpper", (double) upper / lot)
                .put("remainingUpper", upper - found)
                .put(
                        "rateUpperBinomial",
                        n == 0
                                ? 1
                                : new Proportion(found, n)
                                        .upperBound(given.inside("confidence"))
                                        .orElse(1))
                .because(n == 0 ? "nothing inspected: no bound below the whole lot" : "");
    }

    private static Answer twice(Given given) {
        double p = given.share("p");
        int second = given.count("n2");
        var first = BinomialDistribution.of(given.count("n1"), p);
        double accept = first.cumulativeProbability(given.count("accept1"));
        double again = 0;
        for (int k = given.count("accept1") + 1; k < Math.min(given.count("reject1"), given.count("n1") + 1); k++) {
            again += first.probability(k);
            int left = given.count("accept2") - k;
            accept += left < 0 ? 0 : first.probability(k) * Acceptance.binomial(second, left, p);
        }
        return new Answer()
                .put("accept", accept)
                .put("secondSample", again)
                .put("averageSampleNumber", given.count("n1") + second * again);
    }

    private static Answer iso(Given given, boolean tightened) {
        int lot = given.count("lotSize");
        if (lot == 1) {
            return new Answer()
                    .absent("codeLetter", "planLetter", "tableSampleSize", "accept", "reject")
                    .put("sampleSize", 1)
                    .put("inspectAll", true)
                    .because("the tables begin at two items: inspect all");
        }
        Iso2859 plan = Iso2859.plan(lot, given.number("aql"), tightened);
        return new Answer()
                .put("codeLetter", String.valueOf(plan.codeLetter()))
                .put("planLetter", String.valueOf(plan.planLetter()))
                .put("sampleSize", Math.min(lot, plan.tableSize()))
                .put("tableSampleSize", plan.tableSize())
                .put("accept", plan.accept())
                .put("reject", plan.accept() + 1)
                .put("inspectAll", plan.tableSize() >= lot);
    }
}
