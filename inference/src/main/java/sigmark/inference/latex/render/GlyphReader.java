package sigmark.inference.latex.render;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what a layout would draw into named glyphs with tight boxes. One at a time: keeps outlines' bounds. */
final class GlyphReader {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /** Gap in em under which pieces of one delimiter belong together. */
    private static final double SEAM = 0.12;

    private final Map<String, Rectangle2D> bounds = new HashMap<>();
    private Optional<GlyphNames> names = Optional.empty();

    /** Draws something onto a surface. */
    interface Drawing {
        void on(InkRecorder surface);
    }

    void learn(GlyphNames known) {
        names = Optional.of(known);
    }

    boolean knows() {
        return names.isPresent();
    }

    /** The keys of the characters drawn, in order. */
    List<String> keys(Drawing drawing) {
        List<String> keys = new ArrayList<>();
        drawing.on(new InkRecorder(new InkRecorder.Ink() {
            @Override
            public void character(Font font, char character, AffineTransform transform) {
                keys.add(GlyphNames.key(font, character));
            }

            @Override
            public void glyphs(GlyphVector glyphs, AffineTransform transform) {
                keys.add("outline");
            }

            @Override
            public void bar(Rectangle2D bar) {
                // bars are not characters
            }
        }));
        return keys;
    }

    List<Glyph> read(Drawing drawing, List<String> outlines) {
        List<Glyph> glyphs = new ArrayList<>();
        drawing.on(new InkRecorder(new InkRecorder.Ink() {
            private int next;

            @Override
            public void character(Font font, char character, AffineTransform transform) {
                String key = GlyphNames.key(font, character) + '@' + font.getSize2D();
                Rectangle2D tight =
                        bounds.computeIfAbsent(key, k -> font.createGlyphVector(CONTEXT, new char[] {character})
                                .getVisualBounds());
                String name = names.map(known -> known.name(font, character)).orElse(String.valueOf(character));
                add(glyphs, name, transform.createTransformedShape(tight).getBounds2D());
            }

            @Override
            public void glyphs(GlyphVector vector, AffineTransform transform) {
                String name = next < outlines.size() ? outlines.get(next) : "?";
                next++;
                add(
                        glyphs,
                        name,
                        transform
                                .createTransformedShape(vector.getVisualBounds())
                                .getBounds2D());
            }

            @Override
            public void bar(Rectangle2D bar) {
                add(glyphs, "\\rule", bar);
            }
        }));
        return glyphs;
    }

    private static void add(List<Glyph> glyphs, String name, Rectangle2D box) {
        if (box.isEmpty()) {
            return;
        }
        Glyph glyph = new Glyph(name, box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
        int last = glyphs.size() - 1;
        if (last >= 0 && piecesOfOne(glyphs.get(last), glyph)) {
            glyphs.set(last, glyphs.get(last).joined(glyph));
        } else {
            glyphs.add(glyph);
        }
    }

    /** Pieces of a tall delimiter lie one under another, touching, around one vertical line. */
    private static boolean piecesOfOne(Glyph above, Glyph below) {
        boolean same = above.token().equals(below.token()) && !above.token().equals("\\rule");
        double middle = (below.left() + below.right()) / 2;
        return same
                && middle > above.left() - SEAM
                && middle < above.right() + SEAM
                && below.top() > above.top()
                && below.top() < above.bottom() + SEAM
                && below.bottom() > above.bottom();
    }
}
