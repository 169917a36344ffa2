package sigmark.analysis.cases;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import sigmark.analysis.agreement.BoxAgreement;
import sigmark.analysis.agreement.CohenKappa;
import sigmark.analysis.agreement.KrippendorffAlpha;

/** Agreement of labelers: labels, formulas, boxes. */
final class LabelerCases {
    private LabelerCases() {}

    static Map<String, Function<Given, Answer>> methods() {
        return Map.of(
                "cohen-kappa", LabelerCases::kappa,
                "krippendorff-nominal", LabelerCases::nominal,
                "krippendorff-token-distance", LabelerCases::tokens,
                "box-agreement", LabelerCases::boxes);
    }

    private static Answer kappa(Given given) {
        CohenKappa kappa = CohenKappa.of(given.words("first"), given.words("second"));
        return new Answer()
                .put("observed", kappa.observed())
                .put("expectedByChance", kappa.byChance())
                .put("kappa", kappa.kappa())
                .put("confidence95", kappa.interval(0.95))
                .because(
                        kappa.items() == 0
                                ? "no items"
                                : kappa.kappa().isPresent()
                                        ? ""
                                        : "both used one and the same label throughout: kappa is undefined (0/0);"
                                                + " report exact agreement");
    }

    private static Answer nominal(Given given) {
        return alpha(
                KrippendorffAlpha.nominal(given.unitsOfWords("units")),
                "one value only: expected disagreement is 0, alpha undefined");
    }

    private static Answer tokens(Given given) {
        return alpha(KrippendorffAlpha.ofTokens(given.unitsOfTokens("units")), "all values equal: alpha undefined");
    }

    private static Answer alpha(KrippendorffAlpha found, String noDifference) {
        String why = found.pairable() < 2 ? "fewer than two pairable values" : noDifference;
        return new Answer()
                .put("alpha", found.alpha())
                .put("observedDisagreement", found.observed())
                .put("expectedDisagreement", found.expected())
                .put("pairableValues", found.pairable())
                .because(found.alpha().isPresent() ? "" : why);
    }

    private static Answer boxes(Given given) {
        var first = given.boxes("first");
        var second = given.boxes("second");
        Answer answer = new Answer();
        boolean missing = false;
        for (int percent : new int[] {50, 75}) {
            BoxAgreement found = BoxAgreement.of(first, second, percent / 100.0);
            missing |= found.matched() == 0;
            answer.put(name("matched", percent), found.matched())
                    .put(name("agreement", percent), found.agreement())
                    .put(name("meanIou", percent), found.meanIou())
                    .put(name("mostPairs", percent), found.mostPairs());
        }
        if (first.isEmpty() && second.isEmpty()) {
            return answer.because("both saw no formula: full agreement by convention");
        }
        return answer.because(missing ? "no matched pair at a threshold: its mean IoU is undefined" : "");
    }

    private static String name(String what, int percent) {
        return String.format(Locale.ROOT, "%s%d", what, percent);
    }
}
