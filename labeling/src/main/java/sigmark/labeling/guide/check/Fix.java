package sigmark.labeling.guide.check;

import java.util.Optional;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.labeling.project.RegionFlag;

/**
 * A safe way to mend a violation: exactly one part of the region becomes another one.
 *
 * @param latex the whole new LaTeX
 * @param box the new box
 * @param kind the new kind
 * @param flag the flag to be set
 */
public record Fix(Optional<String> latex, Optional<Box> box, Optional<FormulaKind> kind, Optional<RegionFlag> flag) {
    public Fix {
        int parts = (latex.isPresent() ? 1 : 0)
                + (box.isPresent() ? 1 : 0)
                + (kind.isPresent() ? 1 : 0)
                + (flag.isPresent() ? 1 : 0);
        if (parts != 1) {
            throw new IllegalArgumentException("a fix changes one part, not " + parts);
        }
    }

    public static Fix latex(String text) {
        return new Fix(Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Fix box(Box box) {
        return new Fix(Optional.empty(), Optional.of(box), Optional.empty(), Optional.empty());
    }

    public static Fix kind(FormulaKind kind) {
        return new Fix(Optional.empty(), Optional.empty(), Optional.of(kind), Optional.empty());
    }

    public static Fix flag(RegionFlag flag) {
        return new Fix(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(flag));
    }

    /** The region as it is after the fix. */
    public CheckedRegion on(CheckedRegion region) {
        return region.with(this);
    }
}
