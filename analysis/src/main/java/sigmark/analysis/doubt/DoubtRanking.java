package sigmark.analysis.doubt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.latex.LatexSyntax;
import sigmark.inference.latex.LatexTokenizer;
import sigmark.labeling.project.FormulaRegion;

/** Ranks the labels of a page by what speaks against them. */
public final class DoubtRanking {
    private static final double SURE = 0.9;
    private static final double SAME = 0.5;
    private static final double WIDEST_TOKEN = 3;
    private static final double NARROWEST_TOKEN = 0.015;
    private static final int FEW_TOKENS = 3;
    private static final long MILLIS_A_TOKEN = 60;

    private DoubtRanking() {}

    /**
     * A label that something speaks against.
     *
     * @param doubt 0 to 1; 1 − the product of what is left after each reason
     */
    public record Doubtful(FormulaRegion region, double doubt, Set<DoubtReason> reasons) {
        public Doubtful {
            reasons = Set.copyOf(reasons);
        }
    }

    /** Labels of one page with doubts, the most doubtful first. */
    public static List<Doubtful> of(List<FormulaRegion> labels, List<FormulaRegion> proposals) {
        List<Doubtful> ranked = new ArrayList<>();
        for (FormulaRegion label : labels) {
            Set<DoubtReason> reasons = reasons(label, labels, proposals);
            if (!reasons.isEmpty()) {
                double left = 1;
                for (DoubtReason reason : reasons) {
                    left *= 1 - reason.weight();
                }
                ranked.add(new Doubtful(label, 1 - left, reasons));
            }
        }
        ranked.sort(ORDER);
        return ranked;
    }

    /** The most doubtful first. */
    public static final Comparator<Doubtful> ORDER = Comparator.comparingDouble(Doubtful::doubt)
            .reversed()
            .thenComparing(each -> each.region().id());

    private static Set<DoubtReason> reasons(
            FormulaRegion label, List<FormulaRegion> labels, List<FormulaRegion> proposals) {
        Set<DoubtReason> reasons = EnumSet.noneOf(DoubtReason.class);
        String latex = label.latex().orElse("");
        int tokens = LatexTokenizer.tokens(latex).size();
        if (tokens == 0) {
            if (label.flags().isEmpty()) {
                reasons.add(DoubtReason.NO_LATEX);
            }
            return reasons;
        }
        if (!LatexSyntax.of(latex).problems().isEmpty()) {
            reasons.add(DoubtReason.BROKEN_LATEX);
        }
        if (oddWidth(label.box().width() / label.box().height(), tokens)) {
            reasons.add(DoubtReason.ODD_WIDTH);
        }
        boolean overlaps = labels.stream()
                .anyMatch(other -> !other.id().equals(label.id())
                        && other.box().sharedArea(label.box())
                                > SAME
                                        * Math.min(
                                                other.box().area(), label.box().area()));
        if (overlaps) {
            reasons.add(DoubtReason.OVERLAPS);
        }
        if (modelDiffers(label, proposals)) {
            reasons.add(DoubtReason.MODEL_DIFFERS);
        }
        long active = label.provenance().activeMillis();
        if (label.origin().isEmpty() && active > 0 && active < MILLIS_A_TOKEN * tokens) {
            reasons.add(DoubtReason.HURRIED);
        }
        return reasons;
    }

    /** A token is about as wide as high; fractions and matrices make formulas narrower, nothing makes them much wider. */
    private static boolean oddWidth(double aspect, int tokens) {
        return tokens >= FEW_TOKENS && (aspect > WIDEST_TOKEN * tokens || aspect < NARROWEST_TOKEN * tokens);
    }

    private static boolean modelDiffers(FormulaRegion label, List<FormulaRegion> proposals) {
        List<String> mine = CanonicalForm.tokens(label.latex().orElse(""));
        return proposals.stream()
                .filter(proposal -> proposal.box().iou(label.box()) >= SAME
                        && proposal.latex().isPresent())
                .filter(proposal -> proposal.origin()
                        .filter(origin -> origin.latexScore() >= SURE)
                        .isPresent())
                .anyMatch(proposal ->
                        !CanonicalForm.tokens(proposal.latex().orElse("")).equals(mine));
    }
}
