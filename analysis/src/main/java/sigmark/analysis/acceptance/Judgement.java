package sigmark.analysis.acceptance;

import sigmark.analysis.sampling.Acceptance;
import sigmark.analysis.statistics.Proportion;
import sigmark.labeling.inspection.Inspection;
import sigmark.labeling.inspection.SamplingPlan;

/**
 * What an inspection says once every item was looked at.
 *
 * @param found wrong ones that count against the plan
 * @param minor wrong ones that do not
 * @param accepted whether the plan accepts the lot
 * @param rate found of inspected
 * @param wrongAtMost with 95 % confidence, the largest number of wrong regions in the lot, found ones included
 * @param returnedAtAql chance that a lot just at the AQL is returned by this plan: the labeler's risk
 * @param acceptedAtLtpd chance that a lot at the limiting rate is accepted by this plan: the curator's risk
 */
public record Judgement(
        SamplingPlan plan,
        int inspected,
        int found,
        int minor,
        boolean accepted,
        Proportion rate,
        int wrongAtMost,
        double returnedAtAql,
        double acceptedAtLtpd) {
    /** How sure the upper bound is. */
    public static final double CONFIDENCE = 0.95;

    /** Judges what was looked at so far; open items count as right until they are. */
    public static Judgement of(Inspection inspection) {
        SamplingPlan plan = inspection.plan();
        int looked = inspection.items().size() - (int) inspection.open();
        int found = inspection.critical();
        return new Judgement(
                plan,
                looked,
                found,
                inspection.wrong() - found,
                found <= plan.acceptUpTo(),
                new Proportion(found, looked),
                looked == 0 ? plan.lotSize() : Acceptance.defectsUpper(plan.lotSize(), looked, found, CONFIDENCE),
                1 - chance(plan, (int) Math.floor(plan.lotSize() * plan.aql() + 1e-9)),
                chance(plan, (int) Math.ceil(plan.lotSize() * plan.ltpd() - 1e-9)));
    }

    /** Chance that the plan accepts a lot with that many wrong. */
    public static double chance(SamplingPlan plan, int wrong) {
        return plan.sampleSize() == 0
                ? 1
                : Acceptance.lot(plan.lotSize(), Math.min(wrong, plan.lotSize()), plan.sampleSize(), plan.acceptUpTo());
    }

    /** The rate that at most is wrong, 0 to 1; 0 for an empty lot. */
    public double rateAtMost() {
        return plan.lotSize() == 0 ? 0 : (double) wrongAtMost / plan.lotSize();
    }
}
