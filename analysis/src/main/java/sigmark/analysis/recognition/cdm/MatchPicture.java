package sigmark.analysis.recognition.cdm;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sigmark.inference.latex.render.FormulaImage;
import sigmark.inference.latex.render.FormulaRenderer;
import sigmark.inference.latex.render.RenderStyle;
import sigmark.inference.page.PixelImage;

/**
 * Character detection matching drawn on both renderings, truth above, prediction below: tokens that count as right in
 * thin green, pairs of different tokens in red, the same token out of its place in orange, tokens without a partner filled;
 * a line joins the two of each pair that is not right.
 */
public final class MatchPicture {
    /** The em in pixels. */
    private static final double SIZE = 26;

    /** Opacity up to which a pixel is no ink but an edge's rest. */
    private static final int FAINT = 60;

    private static final int GAP = 26;
    private static final int EDGE = 8;
    private static final Color RIGHT = new Color(0x2E9D63);
    private static final Color OTHER_TOKEN = new Color(0xC62828);
    private static final Color OTHER_PLACE = new Color(0xD98200);

    private final Drawn truth;
    private final Drawn prediction;

    private MatchPicture(Drawn truth, Drawn prediction) {
        this.truth = truth;
        this.prediction = prediction;
    }

    /** Draws the match; empty when one of the two cannot be laid out, is empty or is too large to be drawn. */
    public static Optional<PixelImage> of(String truth, String prediction) {
        return MatchSides.of(truth, prediction).flatMap(sides -> Drawn.of(sides.truth(), EDGE)
                .flatMap(above -> Drawn.of(sides.prediction(), EDGE + above.image.height() + GAP)
                        .map(below -> new MatchPicture(above, below).drawn())));
    }

    private PixelImage drawn() {
        int width = Math.max(truth.image.width(), prediction.image.width()) + 2 * EDGE;
        int height = prediction.top + prediction.image.height() + EDGE;
        BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        truth.paint(graphics);
        prediction.paint(graphics);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        for (int i = 0; i < truth.boxes.size(); i++) {
            MatchMark mark = truth.side.marks().get(i);
            if (mark.partner().isPresent()) {
                pair(
                        graphics,
                        mark.fate(),
                        truth.boxes.get(i),
                        prediction.boxes.get(mark.partner().getAsInt()));
            }
        }
        for (Drawn drawn : List.of(truth, prediction)) {
            for (int i = 0; i < drawn.boxes.size(); i++) {
                if (drawn.side.marks().get(i).fate() == MatchFate.ALONE) {
                    alone(graphics, drawn.boxes.get(i));
                }
            }
        }
        graphics.dispose();
        return PixelImage.of(canvas);
    }

    private static void pair(Graphics2D graphics, MatchFate fate, Rectangle2D above, Rectangle2D below) {
        boolean right = fate == MatchFate.RIGHT;
        graphics.setColor(right ? RIGHT : fate == MatchFate.OTHER_PLACE ? OTHER_PLACE : OTHER_TOKEN);
        graphics.setStroke(new BasicStroke(right ? 1 : 2));
        graphics.draw(above);
        graphics.draw(below);
        if (!right) {
            graphics.setStroke(new BasicStroke(1));
            graphics.draw(new Line2D.Double(above.getCenterX(), above.getMaxY(), below.getCenterX(), below.getMinY()));
        }
    }

    private static void alone(Graphics2D graphics, Rectangle2D box) {
        graphics.setColor(new Color(OTHER_TOKEN.getRed(), OTHER_TOKEN.getGreen(), OTHER_TOKEN.getBlue(), 90));
        graphics.fill(box);
        graphics.setColor(OTHER_TOKEN);
        graphics.setStroke(new BasicStroke(2));
        graphics.draw(box);
    }

    /** A rendering with the boxes of its tokens on it. */
    private record Drawn(MatchSides.Side side, FormulaImage image, int top, List<Rectangle2D> boxes) {
        static Optional<Drawn> of(MatchSides.Side side, int top) {
            return FormulaRenderer.render(side.latex(), new RenderStyle(SIZE, 0xFF000000, true))
                    .image()
                    .flatMap(image -> ink(image).map(ink -> new Drawn(side, image, top, boxes(side, ink, top))));
        }

        void paint(Graphics2D graphics) {
            graphics.drawImage(image.on(0xFFFFFF).toBufferedImage(), EDGE, top, null);
        }

        /** The layout's ink lies where the picture's does. */
        private static List<Rectangle2D> boxes(MatchSides.Side side, Rectangle2D ink, int top) {
            List<Rectangle2D> boxes = new ArrayList<>();
            for (MatchMark mark : side.marks()) {
                boxes.add(new Rectangle2D.Double(
                        EDGE + ink.getX() + mark.left() * ink.getWidth(),
                        top + ink.getY() + mark.top() * ink.getHeight(),
                        (mark.right() - mark.left()) * ink.getWidth(),
                        (mark.bottom() - mark.top()) * ink.getHeight()));
            }
            return boxes;
        }

        private static Optional<Rectangle2D> ink(FormulaImage image) {
            int[] argb = image.argb();
            int left = image.width();
            int right = -1;
            int above = image.height();
            int below = -1;
            for (int i = 0; i < argb.length; i++) {
                if (argb[i] >>> 24 > FAINT) {
                    left = Math.min(left, i % image.width());
                    right = Math.max(right, i % image.width());
                    above = Math.min(above, i / image.width());
                    below = Math.max(below, i / image.width());
                }
            }
            return right < 0
                    ? Optional.empty()
                    : Optional.of(new Rectangle2D.Double(left, above, right - left + 1.0, below - above + 1.0));
        }
    }
}
