package sigmark.analysis.acceptance;

import java.util.Optional;
import sigmark.analysis.sampling.Iso2859;
import sigmark.analysis.sampling.PlanSearch;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.inspection.SamplingPlan;

/**
 * What a curator asks of a plan: the tables of ISO 2859-1, or the smallest plan that keeps both risks.
 *
 * @param iso whether the tables are used; they fix the AQL alone
 * @param tightened whether inspection is tightened after packages that failed; tables only
 */
public record PlanWish(
        boolean iso, boolean tightened, double aql, double producerRisk, double ltpd, double consumerRisk) {
    /** For single deliveries: at most one in twenty of those with 1 % wrong returned, one in ten with 5 % accepted. */
    public static final PlanWish DEFAULT = new PlanWish(false, false, 0.01, 0.05, 0.05, 0.1);

    private static final double PERCENT = 100;

    /**
     * The plan for a lot of that many regions.
     *
     * @throws ProblemException {@code inspection.no-plan}
     */
    public SamplingPlan of(int lot) {
        try {
            return iso ? table(lot) : computed(lot);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.of("inspection.no-plan", "", "detail", String.valueOf(e.getMessage())), e);
        }
    }

    private SamplingPlan table(int lot) {
        if (lot < 2) {
            return everything("all", lot);
        }
        Iso2859 row = Iso2859.plan(lot, Math.rint(aql * PERCENT * PERCENT) / PERCENT, tightened);
        int n = Math.min(lot, row.tableSize());
        return new SamplingPlan("iso2859", lot, aql, producerRisk, ltpd, consumerRisk, n, row.accept());
    }

    private SamplingPlan computed(int lot) {
        PlanSearch search = new PlanSearch(aql, producerRisk, ltpd, consumerRisk);
        Optional<PlanSearch.Plan> found = lot < 2 ? Optional.empty() : search.lot(lot);
        return found.map(plan ->
                        new SamplingPlan("computed", lot, aql, producerRisk, ltpd, consumerRisk, plan.n(), plan.c()))
                .orElseGet(() -> everything("all", lot));
    }

    /** So small a lot is looked at whole, and accepted at the AQL. */
    private SamplingPlan everything(String source, int lot) {
        return new SamplingPlan(
                source, lot, aql, producerRisk, ltpd, consumerRisk, lot, (int) Math.floor(lot * aql + 1e-9));
    }
}
