package sigmark.analysis.sampling;

import java.util.ArrayList;
import java.util.List;

/**
 * The switching rules of ISO 2859-1 over the lots of one vendor in their order. Resubmitted lots must not be given. The
 * increments of the switching score are this program's reading: with an acceptance number of 2 and more, 3 when the lot
 * would also pass one AQL step tighter, else back to 0; with 0 or 1, 2 when accepted, else back to 0.
 */
public final class SwitchingRules {
    private static final int FAILURES_TO_TIGHTEN = 2;
    private static final int WINDOW = 5;
    private static final int PASSES_TO_RELAX = 5;
    private static final int FAILURES_TO_STOP = 5;
    private static final int SCORE_TO_REDUCE = 30;

    /** How lots are inspected. */
    public enum Severity {
        NORMAL,
        TIGHTENED,
        REDUCED,
        DISCONTINUED
    }

    /**
     * A lot that was inspected.
     *
     * @param tighterToo whether it would have been accepted one AQL step tighter
     * @param acceptanceNumber of the plan that was used
     */
    public record Lot(boolean accepted, boolean tighterToo, int acceptanceNumber) {}

    /** How a lot was inspected, how the next one is, and the switching score after it. */
    public record State(Severity inspectedAs, Severity next, int score) {}

    private final boolean reducedAllowed;
    private Severity severity = Severity.NORMAL;
    private final List<Boolean> window = new ArrayList<>();
    private int score;
    private int passes;
    private int failures;

    private SwitchingRules(boolean reducedAllowed) {
        this.reducedAllowed = reducedAllowed;
    }

    /**
     * One state a lot, beginning with normal inspection; none after inspection is discontinued.
     *
     * @param reducedAllowed whether production is steady and the authority consents to reduced inspection
     */
    public static List<State> follow(List<Lot> lots, boolean reducedAllowed) {
        SwitchingRules rules = new SwitchingRules(reducedAllowed);
        List<State> states = new ArrayList<>();
        for (Lot lot : lots) {
            if (rules.severity == Severity.DISCONTINUED) {
                break;
            }
            Severity before = rules.severity;
            rules.inspected(lot);
            states.add(new State(before, rules.severity, rules.score));
        }
        return List.copyOf(states);
    }

    private void inspected(Lot lot) {
        switch (severity) {
            case NORMAL -> normal(lot);
            case TIGHTENED -> tightened(lot);
            default -> {
                if (!lot.accepted()) {
                    to(Severity.NORMAL);
                }
            }
        }
    }

    private void normal(Lot lot) {
        boolean strict = lot.acceptanceNumber() >= 2;
        if (!lot.accepted() || strict && !lot.tighterToo()) {
            score = 0;
        } else {
            score += strict ? 3 : 2;
        }
        window.add(lot.accepted());
        if (window.size() > WINDOW) {
            window.remove(0);
        }
        if (window.stream().filter(accepted -> !accepted).count() >= FAILURES_TO_TIGHTEN) {
            to(Severity.TIGHTENED);
        } else if (score >= SCORE_TO_REDUCE && reducedAllowed) {
            to(Severity.REDUCED);
        }
    }

    private void tightened(Lot lot) {
        passes = lot.accepted() ? passes + 1 : 0;
        failures += lot.accepted() ? 0 : 1;
        if (failures >= FAILURES_TO_STOP) {
            to(Severity.DISCONTINUED);
        } else if (passes >= PASSES_TO_RELAX) {
            to(Severity.NORMAL);
        }
    }

    private void to(Severity next) {
        severity = next;
        window.clear();
        score = 0;
        passes = 0;
        failures = 0;
    }
}
