package sigmark.analysis.labeler;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import sigmark.analysis.agreement.BoxAgreement;
import sigmark.analysis.agreement.KrippendorffAlpha;
import sigmark.analysis.match.BoxMatcher;
import sigmark.analysis.match.BoxPair;
import sigmark.analysis.statistics.Proportion;
import sigmark.inference.latex.CanonicalForm;
import sigmark.labeling.delivery.PageLabels;
import sigmark.labeling.project.FormulaRegion;

/**
 * How far two labelers agree on pages that both labeled blind. Agreement is not truth.
 *
 * @param pages that both delivered
 * @param boxes50 2 · matched of the boxes of both at IoU 0.5; k counts both partners of a match
 * @param boxes75 the same at 0.75
 * @param latex of the matched formulas, those that are the same in canonical form
 * @param alpha Krippendorff's α of the LaTeX tokens of matched formulas; absent when undefined
 * @param differing matched formulas whose LaTeX differs, one of each labeler
 */
public record OverlapScore(
        int pages,
        Proportion boxes50,
        Proportion boxes75,
        Proportion latex,
        OptionalDouble alpha,
        List<Pair> differing) {
    /** Two readings of one formula. */
    public record Pair(FormulaRegion one, FormulaRegion other) {}

    public OverlapScore {
        differing = List.copyOf(differing);
    }

    /** Compares pages pairwise; both lists are of the same pages in the same order. */
    public static OverlapScore of(List<PageLabels> first, List<PageLabels> second) {
        long matched50 = 0;
        long matched75 = 0;
        long boxes = 0;
        int same = 0;
        List<List<List<String>>> units = new ArrayList<>();
        List<Pair> differing = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            List<FormulaRegion> one = first.get(i).regions();
            List<FormulaRegion> other = second.get(i).turnedLike(first.get(i)).regions();
            var a = one.stream().map(FormulaRegion::box).toList();
            var b = other.stream().map(FormulaRegion::box).toList();
            matched50 += BoxAgreement.of(a, b, 0.5).matched();
            matched75 += BoxAgreement.of(a, b, 0.75).matched();
            boxes += a.size() + b.size();
            for (BoxPair pair : BoxMatcher.optimal(a, b, GoldScore.SAME).pairs()) {
                FormulaRegion left = one.get(pair.truth());
                FormulaRegion right = other.get(pair.prediction());
                units.add(List.of(tokens(left), tokens(right)));
                if (GoldScore.sameLatex(left, right)) {
                    same++;
                } else {
                    differing.add(new Pair(left, right));
                }
            }
        }
        return new OverlapScore(
                first.size(),
                new Proportion(2 * matched50, boxes),
                new Proportion(2 * matched75, boxes),
                new Proportion(same, units.size()),
                KrippendorffAlpha.ofTokens(units).alpha(),
                differing);
    }

    private static List<String> tokens(FormulaRegion region) {
        return CanonicalForm.tokens(region.latex().orElse(""));
    }
}
