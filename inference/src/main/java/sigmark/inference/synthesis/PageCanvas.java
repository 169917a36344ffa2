package sigmark.inference.synthesis;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.PixelImage;

/** Paper to draw on: text through AWT, formulas as ink whose pixels are remembered. */
final class PageCanvas {
    /** How text is measured and drawn everywhere here. */
    static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

    private final BufferedImage image;
    private final Graphics2D graphics;
    private final int[] pixels;
    private final short[] owners;
    private final List<InkPage.Content> contents = new ArrayList<>();

    PageCanvas(int width, int height, Color paper) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(paper);
        graphics.fillRect(0, 0, width, height);
        pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        owners = new short[width * height];
    }

    Graphics2D graphics() {
        return graphics;
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    /** Sets a formula with its origin at {@code x} on the baseline {@code y}. */
    void formula(String latex, FormulaKind kind, FormulaInk ink, double x, double y, Color colour) {
        contents.add(new InkPage.Content(latex, kind));
        short owner = (short) contents.size();
        int left = (int) Math.round(x + ink.bearing());
        int top = (int) Math.round(y) - ink.rise();
        for (int row = 0; row < ink.height(); row++) {
            int py = top + row;
            for (int column = 0; column < ink.width(); column++) {
                int px = left + column;
                int alpha = ink.alpha()[row * ink.width() + column] & 0xFF;
                if (alpha > 0 && px >= 0 && py >= 0 && px < width() && py < height()) {
                    int i = py * width() + px;
                    pixels[i] = blend(pixels[i], colour.getRGB(), alpha);
                    if (alpha >= FormulaInk.FAINTEST) {
                        owners[i] = owner;
                    }
                }
            }
        }
    }

    InkPage finish() {
        graphics.dispose();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] |= 0xFF000000;
        }
        return new InkPage(new PixelImage(width(), height(), pixels), owners, contents);
    }

    private static int blend(int under, int over, int alpha) {
        int result = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int a = under >> shift & 0xFF;
            int b = over >> shift & 0xFF;
            result |= (a + (b - a) * alpha / 255) << shift;
        }
        return result;
    }
}
