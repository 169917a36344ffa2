package sigmark.inference.classify;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import sigmark.inference.page.GreyImage;
import sigmark.inference.page.PixelImage;

/**
 * Formulas as a hand with one pen would write them: signs as lines between points, each point off by a little, each sign
 * of a size and height of its own, and the line drifting.
 */
final class WobblyInk {
    /** Lines of each sign in a square of 10 by 10, y down; strokes parted by a slash. */
    private static final String[] SIGNS = {
        "0,10 5,0 10,10 / 2,6 8,6",
        "0,0 10,10 / 10,0 0,10",
        "0,0 5,5 / 10,0 2,12",
        "9,2 4,1 1,4 1,8 4,10 8,9 10,6 / 10,1 10,9 12,10",
        "1,-4 1,10 4,10 8,9 9,5 6,3 1,5",
        "0,3 3,0 7,1 8,4 1,10 9,10",
        "1,1 8,0 4,4 9,6 7,10 1,10",
        "7,10 7,0 0,7 10,7",
        "0,5 10,5 / 5,0 5,10",
        "0,3 10,3 / 0,7 10,7",
        "0,5 10,5",
        "6,-3 2,3 2,8 6,13",
        "1,-3 5,3 5,8 1,13",
        "0,6 2,5 4,11 7,-4 18,-4",
        "3,0 0,4 2,9 6,10 9,6 8,1 3,0",
        "9,0 2,0 1,4 6,4 9,7 6,10 1,9"
    };

    private final Random random;

    WobblyInk(long seed) {
        random = new Random(seed);
    }

    /** A crop of a few signs on white paper. */
    GreyImage draw(int signs) {
        double size = 18 + random.nextInt(30);
        int width = (int) (signs * size * 1.7) + 40;
        int height = (int) (size * 3.4) + 20;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(random.nextInt(70), random.nextInt(70), random.nextInt(120)));
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setStroke(new BasicStroke(
                (float) (1.4 + random.nextDouble() * size / 12), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        double drift = random.nextGaussian() * 0.06;
        double x = 20;
        for (int i = 0; i < signs; i++) {
            double own = size * (0.75 + 0.4 * random.nextDouble());
            double top = height / 2.0 - own / 2 + drift * x + random.nextGaussian() * size * 0.08;
            pen.draw(sign(SIGNS[random.nextInt(SIGNS.length)], x, top, own / 10));
            x += own * (1.2 + 0.4 * random.nextDouble());
        }
        pen.dispose();
        return PixelImage.of(image).grey();
    }

    private Path2D sign(String strokes, double left, double top, double scale) {
        Path2D path = new Path2D.Double();
        double slant = 0.15 * random.nextGaussian();
        for (String stroke : strokes.split("/", -1)) {
            double[] before = null;
            for (String point : stroke.strip().split(" ", -1)) {
                String[] xy = point.split(",", -1);
                double y = Double.parseDouble(xy[1]) + random.nextGaussian() * 0.45;
                double x = Double.parseDouble(xy[0]) + random.nextGaussian() * 0.45 - slant * y;
                double[] now = {left + x * scale, top + y * scale};
                if (before == null) {
                    path.moveTo(now[0], now[1]);
                } else {
                    double bend = random.nextGaussian() * 0.5 * scale;
                    path.quadTo((before[0] + now[0]) / 2 + bend, (before[1] + now[1]) / 2 + bend, now[0], now[1]);
                }
                before = now;
            }
        }
        return path;
    }
}
