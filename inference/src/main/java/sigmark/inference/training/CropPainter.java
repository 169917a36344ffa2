package sigmark.inference.training;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import sigmark.inference.latex.render.TypesetFormula;
import sigmark.inference.page.GreyImage;

/**
 * Draws formulas as crops from real pages look: any size, thick or thin, a little turned and slanted, blurred, noisy,
 * pale, with some paper around. One thread at a time: Hangul fonts are a setting of the whole process.
 */
public final class CropPainter {
    private static final int PAD = 12;
    private static final int MOST_PIXELS = 3_000_000;
    private static final double SMALLEST_EM = 14;
    private static final double LARGEST_EM = 42;

    private final List<String> hangulFonts;

    /**
     * @param hangulFonts families known to the graphics environment, one drawn for each crop; may be empty
     */
    public CropPainter(List<String> hangulFonts) {
        this.hangulFonts = List.copyOf(hangulFonts);
    }

    /** A crop of the formula; empty when it cannot be drawn or would be absurdly large. */
    public Optional<GreyImage> paint(String latex, Random random) {
        double em = SMALLEST_EM * Math.pow(LARGEST_EM / SMALLEST_EM, random.nextDouble());
        return draw(latex, em, random).map(coverage -> CropWear.wear(coverage, em, random));
    }

    private Optional<CropWear.Coverage> draw(String latex, double em, Random random) {
        if (!hangulFonts.isEmpty()) {
            TypesetFormula.useForHangul(hangulFonts.get(random.nextInt(hangulFonts.size())));
        }
        Optional<TypesetFormula> formula = TypesetFormula.of(latex, em, random.nextInt(3) != 0);
        return formula.filter(CropPainter::drawable).map(each -> rasterize(each, random));
    }

    private static boolean drawable(TypesetFormula formula) {
        long pixels = (long) (formula.width() + 2 * PAD) * (formula.height() + 2 * PAD);
        return formula.width() > 0 && formula.height() > 0 && pixels <= MOST_PIXELS;
    }

    private static CropWear.Coverage rasterize(TypesetFormula formula, Random random) {
        int width = formula.width() + 2 * PAD;
        int height = formula.height() + 2 * PAD;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setStroke(new BasicStroke(1));
            graphics.transform(skew(width, height, random));
            formula.paint(graphics, Color.WHITE, PAD, PAD);
        } finally {
            graphics.dispose();
        }
        byte[] bytes = ((java.awt.image.DataBufferByte) image.getRaster().getDataBuffer()).getData();
        float[] ink = new float[bytes.length];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = (bytes[i] & 0xFF) / 255f;
        }
        return new CropWear.Coverage(width, height, ink);
    }

    /** Turned by up to about a degree and slanted by up to three, around the middle; mostly not at all. */
    private static AffineTransform skew(int width, int height, Random random) {
        AffineTransform transform = new AffineTransform();
        transform.translate(random.nextDouble() - 0.5, random.nextDouble() - 0.5);
        if (random.nextDouble() < 0.2) {
            double limit = Math.min(0.02, PAD * 0.7 / Math.max(1, width / 2.0));
            transform.rotate((2 * random.nextDouble() - 1) * limit, width / 2.0, height / 2.0);
            transform.translate(width / 2.0, height / 2.0);
            double slant = Math.min(0.06, PAD * 0.7 / Math.max(1, height / 2.0));
            transform.shear((2 * random.nextDouble() - 1) * slant, 0);
            transform.translate(-width / 2.0, -height / 2.0);
        }
        return transform;
    }
}
