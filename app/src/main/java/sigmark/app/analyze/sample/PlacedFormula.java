package sigmark.app.analyze.sample;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import sigmark.analysis.recognition.cdm.MatchFate;
import sigmark.analysis.recognition.cdm.MatchMark;
import sigmark.app.base.control.TokenColors;
import sigmark.app.canvas.Viewport;
import sigmark.app.latex.FormulaPictures;
import sigmark.inference.page.Box;

/**
 * A rendering put into the place of its formula on the page, so that both are seen through the same viewport.
 *
 * @param ink where the picture has ink, in its pixels
 * @param marks what became of its tokens; empty when nothing was matched
 */
record PlacedFormula(Image image, Box ink, List<MatchMark> marks) {
    /** Opacity up to which a pixel is no ink but an edge's rest. */
    private static final int FAINT = 60;

    PlacedFormula {
        marks = List.copyOf(marks);
    }

    /**
     * How it is painted.
     *
     * @param marked whether the marks are drawn
     * @param lit the mark that stands out
     */
    record Look(TokenColors colors, boolean marked, OptionalInt lit) {}

    /** Draws and looks for ink; blocks for as long as that takes. Empty when nothing can be drawn. */
    static Optional<PlacedFormula> of(
            FormulaPictures formulas, String latex, FormulaPictures.Look look, List<MatchMark> marks) {
        return formulas.draw(latex, look).image().flatMap(image -> ink(image)
                .map(ink -> new PlacedFormula(image, ink, marks)));
    }

    private static Optional<Box> ink(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int i = 0; i < argb.length; i++) {
            if (argb[i] >>> 24 > FAINT) {
                left = Math.min(left, i % width);
                right = Math.max(right, i % width);
                top = Math.min(top, i / width);
                bottom = Math.max(bottom, i / width);
            }
        }
        return right < 0 ? Optional.empty() : Optional.of(new Box(left, top, right + 1.0, bottom + 1.0));
    }

    /** Where the ink lies on the page: as large as fits into the region, in its middle. */
    Box place(Box region) {
        double scale = Math.min(region.width() / ink.width(), region.height() / ink.height());
        double width = ink.width() * scale;
        double height = ink.height() * scale;
        return Box.ofSize(region.centerX() - width / 2, region.centerY() - height / 2, width, height);
    }

    /** Paints it, and the marks where they are wanted; one of them may be lit. */
    void paint(GraphicsContext graphics, Viewport viewport, Box region, Look look) {
        Box on = viewport.toScreen(place(region));
        double scale = on.width() / ink.width();
        graphics.setImageSmoothing(true);
        graphics.drawImage(
                image,
                on.left() - ink.left() * scale,
                on.top() - ink.top() * scale,
                image.getWidth() * scale,
                image.getHeight() * scale);
        for (int i = 0; look.marked && i < marks.size(); i++) {
            mark(graphics, on, marks.get(i), look.colors, look.lit.isPresent() && look.lit.getAsInt() == i);
        }
    }

    /** Right ones thin; others by line, not by colour alone: dashed out of place, thick another token, filled alone. */
    private static void mark(GraphicsContext graphics, Box on, MatchMark mark, TokenColors colors, boolean lit) {
        double x = on.left() + mark.left() * on.width();
        double y = on.top() + mark.top() * on.height();
        double width = (mark.right() - mark.left()) * on.width();
        double height = (mark.bottom() - mark.top()) * on.height();
        MatchFate fate = mark.fate();
        Color color = colors.get(
                fate == MatchFate.RIGHT
                        ? TokenColors.Token.RIGHT
                        : fate == MatchFate.OTHER_PLACE ? TokenColors.Token.DOUBT : TokenColors.Token.WRONG);
        if (lit || fate == MatchFate.ALONE) {
            graphics.setFill(color.deriveColor(0, 1, 1, lit ? 0.35 : 0.22));
            graphics.fillRect(x, y, width, height);
        }
        graphics.setStroke(color);
        graphics.setLineWidth(fate == MatchFate.RIGHT && !lit ? 1 : 2);
        graphics.setLineCap(StrokeLineCap.BUTT);
        graphics.setLineDashes(fate == MatchFate.OTHER_PLACE ? new double[] {4, 3} : new double[0]);
        graphics.strokeRect(x, y, width, height);
        graphics.setLineDashes(new double[0]);
    }

    /** The token under a point of the page. */
    OptionalInt at(Box region, double pageX, double pageY) {
        Box place = place(region);
        double x = (pageX - place.left()) / place.width();
        double y = (pageY - place.top()) / place.height();
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).contains(x, y)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
