package sigmark.labeling.delivery;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sigmark.labeling.project.FormulaRegion;

/**
 * A region that both sides changed in different ways since it was sent.
 *
 * @param regionId theirs where there is one, else ours
 * @param fields what differs on both sides; empty when one side deleted the region
 * @param base as it was sent; absent when both sides made it
 * @param ours as it is in the project now; absent when deleted here
 * @param theirs as it came back; absent when deleted there
 */
public record Conflict(
        String pageId,
        String regionId,
        Kind kind,
        List<RegionField> fields,
        Optional<FormulaRegion> base,
        Optional<FormulaRegion> ours,
        Optional<FormulaRegion> theirs) {
    /** What happened on both sides. */
    public enum Kind {
        BOTH_CHANGED,
        DELETED_HERE,
        DELETED_THERE,
        BOTH_DREW;

        /** The word in files and message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Conflict {
        fields = List.copyOf(fields);
    }
}
