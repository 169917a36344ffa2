package sigmark.labeling.guide.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sigmark.inference.latex.LatexSyntax;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.RegionFlag;

/** A region as rules see it: its label, and what lies around it. Its LaTeX is read once for all checks. */
public final class CheckedRegion {
    private final Label label;
    private final Optional<PageInk> ink;
    private final List<Box> others;
    private @Nullable LatexSyntax syntax;

    /**
     * What somebody said of the region.
     *
     * @param linked whether it is a piece of a formula broken across lines, the first one included
     */
    public record Label(
            Box box, FormulaKind kind, Writing writing, Optional<String> latex, Set<RegionFlag> flags, boolean linked) {
        public Label {
            flags = Set.copyOf(flags);
        }

        public static Label of(FormulaRegion region, boolean linked) {
            return new Label(region.box(), region.kind(), region.writing(), region.latex(), region.flags(), linked);
        }
    }

    /**
     * @param ink of the page; without it rules about boxes do not speak
     * @param others boxes of the page's other regions
     */
    public CheckedRegion(Label label, Optional<PageInk> ink, List<Box> others) {
        this.label = label;
        this.ink = ink;
        this.others = List.copyOf(others);
    }

    /** LaTeX alone, as while somebody types without a page. */
    public static CheckedRegion ofLatex(String latex) {
        return new CheckedRegion(
                new Label(
                        new Box(0, 0, 1, 1), FormulaKind.DISPLAY, Writing.PRINTED, Optional.of(latex), Set.of(), false),
                Optional.empty(),
                List.of());
    }

    public Box box() {
        return label.box();
    }

    public FormulaKind kind() {
        return label.kind();
    }

    public Writing writing() {
        return label.writing();
    }

    public Optional<String> latex() {
        return label.latex();
    }

    public boolean has(RegionFlag flag) {
        return label.flags().contains(flag);
    }

    public boolean linked() {
        return label.linked();
    }

    public Optional<PageInk> ink() {
        return ink;
    }

    public List<Box> others() {
        return others;
    }

    /** Nobody typed anything, or only blanks. */
    public boolean lacksLatex() {
        return syntax().tokens().isEmpty();
    }

    /** The LaTeX read for people; of an empty text where there is none. */
    public LatexSyntax syntax() {
        LatexSyntax read = syntax;
        if (read == null) {
            read = LatexSyntax.of(label.latex().orElse(""));
            syntax = read;
        }
        return read;
    }

    CheckedRegion with(Fix fix) {
        Set<RegionFlag> flags = fix.flag()
                .map(flag -> {
                    Set<RegionFlag> more = new java.util.HashSet<>(label.flags());
                    more.add(flag);
                    return more;
                })
                .orElseGet(() -> new java.util.HashSet<>(label.flags()));
        return new CheckedRegion(
                new Label(
                        fix.box().orElse(label.box()),
                        fix.kind().orElse(label.kind()),
                        label.writing(),
                        fix.latex().or(label::latex),
                        flags,
                        label.linked()),
                ink,
                others);
    }
}
