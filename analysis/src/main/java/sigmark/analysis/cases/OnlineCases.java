package sigmark.analysis.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import sigmark.analysis.online.AlphaSpending;
import sigmark.analysis.online.ConfidenceSequence;
import sigmark.analysis.online.EditRates;
import sigmark.analysis.online.EditRates.Outcome;
import sigmark.analysis.online.EditRates.Shown;
import sigmark.analysis.online.MixtureRatioTest;
import sigmark.analysis.statistics.Proportion;

/** Figures of a running service: edits of shown results, and looks before the end. */
final class OnlineCases {
    private static final double CONFIDENCE = 0.95;

    private record Group(String slice, String model) {}

    private OnlineCases() {}

    static Map<String, Function<Given, Answer>> methods() {
        return Map.of(
                "edit-rate", OnlineCases::edits,
                "alpha-spending", OnlineCases::spending,
                "confidence-sequence-proportion", OnlineCases::sequence,
                "msprt-two-proportions", OnlineCases::mixture);
    }

    private static Answer edits(Given given) {
        List<Shown> all = new ArrayList<>();
        Map<Group, List<Shown>> groups =
                new TreeMap<>(Comparator.comparing(Group::slice).thenComparing(Group::model));
        for (Given event : given.parts("events")) {
            Outcome outcome = outcome(event.word("outcome"));
            Shown shown = new Shown(outcome, outcome == Outcome.EDITED ? event.share("severity") : 0);
            all.add(shown);
            groups.computeIfAbsent(
                            new Group(event.word("slice"), event.word("modelVersion")), group -> new ArrayList<>())
                    .add(shown);
        }
        List<Answer> rows = new ArrayList<>();
        groups.forEach((group, shown) -> rows.add(rates(
                new Answer().put("slice", group.slice()).put("modelVersion", group.model()), EditRates.of(shown))));
        return new Answer()
                .put("all", rates(new Answer(), EditRates.of(all)))
                .put("bySliceAndModel", rows)
                .because(all.isEmpty() ? "no events" : "");
    }

    private static Answer rates(Answer answer, EditRates rates) {
        Proportion seen = rates.ofSeen();
        Proportion judged = rates.ofJudged();
        return answer.put("shown", rates.shown())
                .put("edited", rates.edited())
                .put("confirmed", rates.confirmed())
                .put("silent", rates.silent())
                .put("notSeen", rates.notSeen())
                .put("editRateShown", rates.ofShown().estimate())
                .put("editRateSeen", seen.estimate())
                .put("editRateSeenWilson", seen.wilson(CONFIDENCE))
                .put("editRateJudged", judged.estimate())
                .put("editRateJudgedWilson", judged.wilson(CONFIDENCE))
                .put("lowerBound", seen.estimate())
                .put("upperBound", rates.upperOfSeen().estimate())
                .put("meanSeverityOfEdits", rates.meanSeverityOfEdits())
                .put("meanSeverityOfSeen", rates.meanSeverityOfSeen());
    }

    private static Outcome outcome(String word) {
        return switch (word) {
            case "edited" -> Outcome.EDITED;
            case "confirmed" -> Outcome.CONFIRMED;
            case "silent" -> Outcome.SILENT;
            case "notSeen" -> Outcome.NOT_SEEN;
            default -> throw new IllegalArgumentException("unknown outcome '%s'".formatted(word));
        };
    }

    private static Answer spending(Given given) {
        AlphaSpending.Function function =
                switch (given.word("spending")) {
                    case "obrienFleming" -> AlphaSpending.Function.OBRIEN_FLEMING;
                    case "pocock" -> AlphaSpending.Function.POCOCK;
                    default ->
                        throw new IllegalArgumentException("unknown spending '%s'".formatted(given.word("spending")));
                };
        var plan = new AlphaSpending(function, given.inside("alpha"), given.numbers("informationFractions"));
        return new Answer()
                .put("cumulativeAlpha", plan.spent())
                .put("zBoundaries", plan.boundaries())
                .put("nominalP", plan.nominalP());
    }

    private static Answer sequence(Given given) {
        var sequence = new ConfidenceSequence(
                new Proportion(given.count("k"), given.count("n")), given.inside("alpha"), given.number("rho"));
        return new Answer()
                .put("radius", sequence.radius())
                .put("interval", sequence.interval())
                .because(sequence.rate().n() == 0 ? "no samples" : "");
    }

    private static Answer mixture(Given given) {
        var test =
                new MixtureRatioTest(given.count("kA"), given.count("kB"), given.count("nEach"), given.number("tau2"));
        String why = test.each() == 0 ? "no samples" : "no variance in either group yet: p stays 1";
        return new Answer()
                .put("logLikelihoodRatio", test.logRatio())
                .put("p", test.p())
                .because(test.logRatio().isPresent() ? "" : why);
    }
}
