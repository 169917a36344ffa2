package sigmark.inference.synthesis;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sigmark.inference.latex.render.TypesetFormula;

/**
 * The ink of one formula at one size, cut to its tight hull.
 *
 * @param alpha how much ink each pixel has, 0 to 255, row by row
 * @param bearing pixels from the formula's origin to the first column of ink
 * @param rise rows of ink above the baseline
 * @param advance how far the line goes on after it, in pixels
 */
record FormulaInk(int width, int height, byte[] alpha, double bearing, int rise, double advance) {
    /** Ink fainter than this, of 255, does not count towards a formula's box. */
    static final int FAINTEST = 40;

    private static final long MOST_PIXELS = 40_000_000;
    private static final int CACHED = 4000;
    private static final Map<String, Optional<FormulaInk>> CACHE = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<FormulaInk>> eldest) {
            return size() > CACHED;
        }
    };

    /** Which font draws Hangul in formulas from now on; it must be known to AWT. */
    static void useForHangul(Font font) {
        GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
        TypesetFormula.useForHangul(font.getFontName());
    }

    /** Ink of a formula in display or text style, its em {@code size} pixels; empty when it cannot be typeset. */
    static Optional<FormulaInk> of(String latex, boolean display, float size) {
        String key = display + "|" + size + "|" + latex;
        synchronized (CACHE) {
            Optional<FormulaInk> known = CACHE.get(key);
            if (known == null) {
                known = render(latex, display, size);
                CACHE.put(key, known);
            }
            return known;
        }
    }

    private static Optional<FormulaInk> render(String latex, boolean display, float size) {
        Optional<TypesetFormula> set = TypesetFormula.of(latex, size, display);
        int margin = Math.round(size);
        long width = set.map(TypesetFormula::width).orElse(0) + 2L * margin;
        long height = set.map(TypesetFormula::height).orElse(0) + 2L * margin;
        if (set.isEmpty() || width * height > MOST_PIXELS) {
            return Optional.empty();
        }
        BufferedImage image = new BufferedImage((int) width, (int) height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        set.get().paint(graphics, Color.BLACK, margin, margin);
        graphics.dispose();
        int baseline = (int) height - margin - set.get().depth();
        return cut(image, margin, baseline, set.get().width());
    }

    /** Cuts a picture with transparent ground down to its ink. */
    static Optional<FormulaInk> cut(BufferedImage image, int origin, int baseline, double advance) {
        int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int width = image.getWidth();
        int left = width;
        int right = 0;
        int top = -1;
        int bottom = 0;
        for (int i = 0; i < argb.length; i++) {
            if (argb[i] >>> 24 >= FAINTEST) {
                int x = i % width;
                left = Math.min(left, x);
                right = Math.max(right, x + 1);
                top = top < 0 ? i / width : top;
                bottom = i / width + 1;
            }
        }
        if (top < 0) {
            return Optional.empty();
        }
        int inkWidth = right - left;
        byte[] alpha = new byte[inkWidth * (bottom - top)];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                alpha[(y - top) * inkWidth + x - left] = (byte) (argb[y * width + x] >>> 24);
            }
        }
        return Optional.of(new FormulaInk(inkWidth, bottom - top, alpha, left - origin, baseline - top, advance));
    }
}
