package sigmark.labeling.guide.book;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import sigmark.inference.page.Box;
import sigmark.labeling.guide.example.Exhibit;

/** Paints an example's picture with its box: solid blue for a good one, dashed red for a bad one. */
public final class ExamplePainter {
    private static final Color GOOD = new Color(0x0a58b8);
    private static final Color BAD = new Color(0xc4281a);
    private static final double OUTSIDE = 2;

    private ExamplePainter() {}

    /** The picture, large enough that a box that reaches out of it is seen. */
    public static BufferedImage paint(Exhibit exhibit, boolean good) {
        Box box = exhibit.box();
        int width = exhibit.picture().width();
        int height = exhibit.picture().height();
        int left = (int) Math.ceil(Math.max(0, 6 - box.left()));
        int top = (int) Math.ceil(Math.max(0, 6 - box.top()));
        int right = (int) Math.ceil(Math.max(0, box.right() + 6 - width));
        int bottom = (int) Math.ceil(Math.max(0, box.bottom() + 6 - height));
        var image = new BufferedImage(left + width + right, top + height + bottom, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(left + top + right + bottom > 0 ? new Color(0xdde2e8) : Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.drawImage(exhibit.picture().toBufferedImage(), left, top, null);
        graphics.setColor(good ? GOOD : BAD);
        graphics.setStroke(
                good
                        ? new BasicStroke(2f)
                        : new BasicStroke(
                                2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {5f, 4f}, 0f));
        graphics.draw(new Rectangle2D.Double(
                left + box.left() - OUTSIDE,
                top + box.top() - OUTSIDE,
                box.width() + 2 * OUTSIDE,
                box.height() + 2 * OUTSIDE));
        graphics.dispose();
        return image;
    }
}
