package sigmark.analysis.labeler;

import java.util.ArrayList;
import java.util.List;
import sigmark.analysis.match.BoxMatcher;
import sigmark.analysis.match.BoxMatching;
import sigmark.analysis.match.BoxPair;
import sigmark.analysis.statistics.Proportion;
import sigmark.inference.latex.CanonicalForm;
import sigmark.labeling.delivery.DeliveredPage;
import sigmark.labeling.delivery.PageLabels;
import sigmark.labeling.delivery.PageRole;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Layer;
import sigmark.labeling.store.ProjectStore;

/**
 * Delivered labels against the known truth of hidden pages. A formula is right when a box lies on it with an IoU of at
 * least 0.5 and the LaTeX is the same in canonical form.
 *
 * @param right true formulas that were labeled right
 * @param boxes true formulas that have a box on them, whatever it says
 * @param extra delivered boxes that lie on no true formula
 * @param slips what was wrong or missing, each with its page
 */
public record GoldScore(Proportion right, Proportion boxes, int extra, List<Slip> slips) {
    /** Boxes that overlap so much mean the same formula. */
    public static final double SAME = 0.5;

    /**
     * One formula that was not labeled right.
     *
     * @param given absent when it was missed
     */
    public record Slip(String pageId, FormulaRegion truth, java.util.Optional<FormulaRegion> given) {}

    public GoldScore {
        slips = List.copyOf(slips);
    }

    /** Of no pages. */
    public static final GoldScore NONE = new GoldScore(new Proportion(0, 0), new Proportion(0, 0), 0, List.of());

    GoldScore plus(GoldScore other) {
        List<Slip> both = new ArrayList<>(slips);
        both.addAll(other.slips);
        return new GoldScore(right.plus(other.right), boxes.plus(other.boxes), extra + other.extra, both);
    }

    /** The score of a package's gold pages that came back; the truth is the project's as it is now. */
    public static GoldScore of(ProjectStore store, List<DeliveredPage> pages) {
        GoldScore score = NONE;
        for (DeliveredPage page : pages) {
            var there = store.pages().find(page.pageId());
            if (page.role() == PageRole.GOLD && page.delivered().isPresent() && there.isPresent()) {
                List<FormulaRegion> truth = store.regions().ofPage(page.pageId(), Layer.GOLD);
                PageLabels given = page.delivered().get().turnedLike(PageLabels.of(there.get(), List.of()));
                score = score.plus(of(page.pageId(), truth, given.regions()));
            }
        }
        return score;
    }

    static GoldScore of(String pageId, List<FormulaRegion> truth, List<FormulaRegion> given) {
        BoxMatching matching = BoxMatcher.optimal(
                truth.stream().map(FormulaRegion::box).toList(),
                given.stream().map(FormulaRegion::box).toList(),
                SAME);
        List<Slip> slips = new ArrayList<>();
        int right = 0;
        for (BoxPair pair : matching.pairs()) {
            FormulaRegion true1 = truth.get(pair.truth());
            FormulaRegion given1 = given.get(pair.prediction());
            if (sameLatex(true1, given1)) {
                right++;
            } else {
                slips.add(new Slip(pageId, true1, java.util.Optional.of(given1)));
            }
        }
        matching.missed().forEach(missed -> slips.add(new Slip(pageId, truth.get(missed), java.util.Optional.empty())));
        return new GoldScore(
                new Proportion(right, truth.size()),
                new Proportion(matching.pairs().size(), truth.size()),
                matching.extra().size(),
                slips);
    }

    static boolean sameLatex(FormulaRegion one, FormulaRegion other) {
        return CanonicalForm.tokens(one.latex().orElse(""))
                .equals(CanonicalForm.tokens(other.latex().orElse("")));
    }
}
