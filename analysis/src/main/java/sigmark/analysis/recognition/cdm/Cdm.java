package sigmark.analysis.recognition.cdm;

import java.util.List;
import java.util.Optional;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.latex.render.FormulaRenderer;
import sigmark.inference.latex.render.Glyph;
import sigmark.inference.latex.render.GlyphLayout;

/**
 * Character detection matching (Wang et al., "CDM: A Reliable Metric for Fair and Accurate Formula Recognition
 * Evaluation", 2024) on this program's own layout. Always the same for the same two texts. Boxes come from the layout, not
 * from a TeX picture, so that single values may differ from the reference program's.
 */
public final class Cdm {
    /** Pixels of one em of 12 pt type at 200 dpi, the size that the matcher's bounds are meant for. */
    private static final double EM = 12 / 72.27 * 200;

    /** White around the ink, and what each box grows by, in pixels, as in the reference program. */
    static final double MARGIN = 8;

    private static final double GROWTH = 1;

    /** More tokens are not matched, since time grows with their cube: a page of the reference program holds fewer. */
    private static final int MOST_TOKENS = 1000;

    private static final CdmMatcher MATCHER = new CdmMatcher(PairDraws.EVERY);

    private Cdm() {}

    /** Scores a prediction; one that cannot be laid out scores 0, two texts without ink score 1. */
    public static CdmScore score(String truth, String prediction) {
        CdmDrawing wanted = drawing(truth).orElse(NOTHING);
        Optional<CdmDrawing> found = drawing(prediction);
        if (found.isEmpty()) {
            return new CdmScore(Math.max(1, wanted.boxes().size()), 0, List.of());
        }
        return match(wanted, found.get());
    }

    static CdmScore match(CdmDrawing truth, CdmDrawing prediction) {
        return MATCHER.match(truth, prediction);
    }

    /** The visible tokens of a formula with their boxes; empty when it cannot be laid out or has over 1,000 of them. */
    public static Optional<CdmDrawing> drawing(String latex) {
        return laidOut(latex).map(CdmLayout::drawing);
    }

    /** The drawing with the text that it is of; empty when {@link #drawing} is. */
    static Optional<CdmLayout> laidOut(String latex) {
        if (latex.isBlank()) {
            return Optional.of(new CdmLayout("", NOTHING));
        }
        if (CdmText.refused(latex)) {
            return Optional.empty();
        }
        String text = CdmText.evened(latex);
        GlyphLayout layout = FormulaRenderer.layout(text);
        String known = CdmText.withoutUnknown(text, layout.issues());
        if (!known.equals(text)) {
            layout = FormulaRenderer.layout(known);
        }
        boolean refused = layout.glyphs().isEmpty() && !layout.issues().isEmpty();
        if (refused || layout.glyphs().size() > MOST_TOKENS) {
            return Optional.empty();
        }
        List<String> tokens = VisibleTokens.of(CanonicalForm.tokens(known));
        CdmDrawing drawing = pixels(TokenOrder.of(GlyphJoins.joined(layout.glyphs(), tokens), tokens));
        return Optional.of(new CdmLayout(known, drawing));
    }

    private static final CdmDrawing NOTHING = new CdmDrawing(2 * MARGIN, 2 * MARGIN, List.of());

    private static CdmDrawing pixels(List<Glyph> glyphs) {
        if (glyphs.isEmpty()) {
            return NOTHING;
        }
        double left = glyphs.stream().mapToDouble(Glyph::left).min().orElse(0);
        double top = glyphs.stream().mapToDouble(Glyph::top).min().orElse(0);
        double right = glyphs.stream().mapToDouble(Glyph::right).max().orElse(0);
        double bottom = glyphs.stream().mapToDouble(Glyph::bottom).max().orElse(0);
        List<CdmBox> boxes = glyphs.stream()
                .map(glyph -> new CdmBox(
                        glyph.token(),
                        (glyph.left() - left) * EM + MARGIN - GROWTH,
                        (glyph.top() - top) * EM + MARGIN - GROWTH,
                        (glyph.right() - left) * EM + MARGIN + GROWTH,
                        (glyph.bottom() - top) * EM + MARGIN + GROWTH))
                .toList();
        return new CdmDrawing((right - left) * EM + 2 * MARGIN, (bottom - top) * EM + 2 * MARGIN, boxes);
    }
}
