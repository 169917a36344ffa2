package sigmark.analysis.evaluation;

import java.util.List;
import java.util.Locale;

/**
 * How a sample stands to a split or merged formula.
 *
 * @param partners ids of the other samples of the group, true regions first
 * @param joinedRight for a split formula: its pieces' readings joined from left to right equal the truth in canonical form;
 *     false for everything else
 */
public record Grouping(Role role, List<String> partners, boolean joinedRight) {
    /** Stands alone. */
    public static final Grouping NONE = new Grouping(Role.ALONE, List.of(), false);

    /** The sample's part in the group. */
    public enum Role {
        /** Neither split nor merged. */
        ALONE,
        /** A formula found in pieces. */
        SPLIT,
        /** A formula found together with others. */
        MERGED,
        /** A false box that is a piece of a formula. */
        PIECE,
        /** A false box around several formulas. */
        UNION;

        /** The word in files and message keys: lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Grouping {
        partners = List.copyOf(partners);
    }
}
