package sigmark.inference.latex.tidy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sigmark.inference.latex.LatexSyntax;
import sigmark.inference.latex.render.FormulaImage;
import sigmark.inference.latex.render.FormulaRenderer;
import sigmark.inference.latex.render.RenderStyle;

/**
 * Spells a formula more cleanly and leaves its picture alone. Each rule of {@link TidyRules} is kept only where the formula
 * is drawn to the same pixels before and after it, in display and in text style, so that this holds by construction; what
 * cannot be drawn stays as it is. Idempotent, defined for every text.
 */
public final class TidyForm {
    private static final int MAX_PASSES = 6;
    private static final int MAX_CHARACTERS = 4000;
    private static final List<RenderStyle> STYLES =
            List.of(new RenderStyle(24, 0xFF000000, true), new RenderStyle(24, 0xFF000000, false));

    private TidyForm() {}

    /** The tidy spelling. */
    public static String of(String latex) {
        if (latex.length() > MAX_CHARACTERS || drawn(latex).isEmpty()) {
            return latex;
        }
        String before = latex;
        for (int pass = 0; pass < MAX_PASSES; pass++) {
            String after = once(before);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        return latex;
    }

    private static String once(String latex) {
        String all = latex;
        for (TidyRule rule : TidyRules.ALL) {
            all = rule.apply(LatexSyntax.of(all));
        }
        if (all.equals(latex)) {
            return latex;
        }
        List<FormulaImage> picture = drawn(latex);
        if (same(picture, drawn(all))) {
            return all;
        }
        String kept = latex;
        for (TidyRule rule : TidyRules.ALL) {
            String next = rule.apply(LatexSyntax.of(kept));
            if (!next.equals(kept) && same(picture, drawn(next))) {
                kept = next;
            }
        }
        return kept;
    }

    /** The formula in each style; nothing when it cannot be drawn as it is written. */
    private static List<FormulaImage> drawn(String latex) {
        List<Optional<FormulaImage>> images = STYLES.stream()
                .map(style -> FormulaRenderer.render(latex, style).image())
                .toList();
        return images.stream().allMatch(Optional::isPresent)
                ? images.stream().flatMap(Optional::stream).toList()
                : List.of();
    }

    private static boolean same(List<FormulaImage> one, List<FormulaImage> other) {
        if (one.isEmpty() || one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            FormulaImage left = one.get(i);
            FormulaImage right = other.get(i);
            boolean equal = left.width() == right.width()
                    && left.height() == right.height()
                    && left.baseline() == right.baseline()
                    && Arrays.equals(left.argb(), right.argb());
            if (!equal) {
                return false;
            }
        }
        return true;
    }
}
