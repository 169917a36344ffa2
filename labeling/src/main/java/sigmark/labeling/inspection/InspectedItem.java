package sigmark.labeling.inspection;

import java.util.Optional;

/**
 * One region of the sample.
 *
 * @param place in the sample, from 1
 * @param verdict absent until somebody looked
 */
public record InspectedItem(int place, String pageId, String regionId, Optional<Verdict> verdict) {
    /**
     * What the inspector says.
     *
     * @param reason absent when the region is right
     */
    public record Verdict(Optional<Reason> reason, String remark) {
        public static final Verdict RIGHT = new Verdict(Optional.empty(), "");

        /** Wrong for that reason. */
        public static Verdict wrong(Reason reason, String remark) {
            return new Verdict(Optional.of(reason), remark);
        }
    }

    public boolean isOpen() {
        return verdict.isEmpty();
    }

    /** Wrong in a way that counts against the plan. */
    public boolean isCritical() {
        return reason().filter(Reason::critical).isPresent();
    }

    /** Why it is wrong; empty when it is right or open. */
    public Optional<Reason> reason() {
        return verdict.flatMap(Verdict::reason);
    }
}
