package sigmark.app.canvas;

import java.util.Map;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import sigmark.inference.page.Box;

/** Paints boxes in widths of the screen, lines just outside the ink; draws only what is visible. */
final class BoxPainter {
    /** Screen pixels between a box and its line. */
    private static final double OFF = 2;

    private static final double SELECTED_WIDTH = 2.5;
    private static final double HALO_WIDTH = 3;
    private static final double TAG_HEIGHT = 17;
    private static final double TAG_PADDING = 6;

    private final Text measure = new Text();
    private Font font = Font.font("Pretendard", FontWeight.SEMI_BOLD, 11);

    /** What is painted: the scene, and what a running gesture shows instead. */
    record Picture(PageScene scene, Gesture.Preview preview, Viewport.Size view) {}

    void setFont(Font font) {
        this.font = font;
    }

    void paint(GraphicsContext graphics, Picture picture, CanvasColors colors) {
        graphics.clearRect(0, 0, picture.view.width(), picture.view.height());
        Viewport viewport = picture.scene.viewport();
        Box visible = viewport.visible(picture.view).grow(40 / viewport.scale());
        Map<String, Box> moved = picture.preview.boxes();
        for (BoxMark mark : picture.scene.boxes().touching(visible)) {
            if (!picture.scene.selected().contains(mark.id())) {
                paintBox(graphics, mark, viewport.toScreen(moved.getOrDefault(mark.id(), mark.box())), false, colors);
                paintBadge(graphics, mark, viewport, colors);
            }
        }
        boolean single = picture.scene.selected().size() == 1;
        for (BoxMark mark : picture.scene.selectedMarks()) {
            Box box = moved.getOrDefault(mark.id(), mark.box());
            paintBox(graphics, mark, viewport.toScreen(box), true, colors);
            if (single) {
                paintHandles(graphics, viewport.toScreen(box), colors.of(mark.style()));
                paintTag(graphics, mark, box, picture, colors);
            }
        }
        picture.preview.band().ifPresent(band -> paintBand(graphics, viewport.toScreen(band), colors));
    }

    private static void paintBox(
            GraphicsContext graphics, BoxMark mark, Box screen, boolean selected, CanvasColors colors) {
        Color color = colors.of(mark.style());
        double width = selected
                ? Math.max(SELECTED_WIDTH, mark.style().width())
                : mark.style().width();
        if (selected) {
            graphics.setLineDashes();
            graphics.setStroke(colors.halo());
            graphics.setLineWidth(HALO_WIDTH + width);
            stroke(graphics, screen, OFF + width + HALO_WIDTH / 2 - 1);
        }
        fill(graphics, mark.style(), screen, selected, color, colors);
        graphics.setStroke(color);
        graphics.setLineWidth(width);
        graphics.setLineDashes(mark.style().dashes());
        stroke(graphics, screen, OFF + width / 2);
        graphics.setLineDashes();
        if (mark.style() == BoxStyle.GOLD) {
            stroke(graphics, screen, OFF + 3 + width / 2);
        }
        if (mark.style() == BoxStyle.ACCEPTED) {
            paintCheck(graphics, screen, color);
        }
    }

    private static void fill(
            GraphicsContext graphics, BoxStyle style, Box screen, boolean selected, Color color, CanvasColors colors) {
        if (style == BoxStyle.MISSED) {
            hatch(graphics, screen, color.deriveColor(0, 1, 1, 0.35));
        }
        double opacity = selected ? 0.12 : style == BoxStyle.PROPOSAL ? 0.06 : style == BoxStyle.DOUBTFUL ? 0.1 : 0;
        if (opacity > 0) {
            Color tint = selected ? colors.person() : color;
            graphics.setFill(tint.deriveColor(0, 1, 1, opacity));
            graphics.fillRect(
                    screen.left() - OFF, screen.top() - OFF, screen.width() + 2 * OFF, screen.height() + 2 * OFF);
        }
    }

    private static void hatch(GraphicsContext graphics, Box screen, Color color) {
        graphics.save();
        graphics.beginPath();
        graphics.rect(screen.left() - OFF, screen.top() - OFF, screen.width() + 2 * OFF, screen.height() + 2 * OFF);
        graphics.clip();
        graphics.setStroke(color);
        graphics.setLineWidth(3);
        for (double x = screen.left() - screen.height(); x < screen.right(); x += 9) {
            graphics.strokeLine(x, screen.bottom(), x + screen.height(), screen.top());
        }
        graphics.restore();
    }

    private static void stroke(GraphicsContext graphics, Box screen, double out) {
        double left = screen.left() - out;
        double top = screen.top() - out;
        graphics.strokeRect(left, top, screen.width() + 2 * out, screen.height() + 2 * out);
    }

    /** A tick at the upper right corner; on small boxes a dot, so that it never hides what it confirms. */
    private static void paintCheck(GraphicsContext graphics, Box screen, Color color) {
        double r = Math.max(2.5, Math.min(6.5, Math.min(screen.width(), screen.height()) * 0.22));
        double x = screen.right() + OFF + r / 2;
        double y = screen.top() - OFF - r / 2;
        graphics.setFill(color);
        graphics.fillOval(x - r, y - r, 2 * r, 2 * r);
        if (r < 4.5) {
            return;
        }
        double unit = r / 6.5;
        graphics.setStroke(Color.WHITE);
        graphics.setLineWidth(1.6 * unit);
        graphics.strokePolyline(
                new double[] {x - 3 * unit, x - 0.8 * unit, x + 3.2 * unit},
                new double[] {y + 0.2 * unit, y + 2.6 * unit, y - 2.4 * unit},
                3);
    }

    private static void paintHandles(GraphicsContext graphics, Box screen, Color color) {
        graphics.setLineWidth(1.25);
        graphics.setStroke(color);
        graphics.setFill(Color.WHITE);
        for (Handle handle : Handle.values()) {
            double x = Math.rint(handle.x(screen) + handle.horizontal() * OFF) - Handle.SIZE / 2;
            double y = Math.rint(handle.y(screen) + handle.vertical() * OFF) - Handle.SIZE / 2;
            graphics.fillRect(x, y, Handle.SIZE, Handle.SIZE);
            graphics.strokeRect(x, y, Handle.SIZE, Handle.SIZE);
        }
    }

    private void paintBadge(GraphicsContext graphics, BoxMark mark, Viewport viewport, CanvasColors colors) {
        if (!mark.badge().isEmpty()) {
            Box screen = viewport.toScreen(mark.box());
            label(
                    graphics,
                    mark.badge(),
                    screen.left() - OFF,
                    screen.top() - OFF - TAG_HEIGHT - 1,
                    colors.of(mark.style()));
        }
    }

    private void paintTag(GraphicsContext graphics, BoxMark mark, Box box, Picture picture, CanvasColors colors) {
        String text = mark.badge().isEmpty() ? mark.tag() : mark.tag() + "  " + mark.badge();
        if (text.isEmpty()) {
            return;
        }
        Viewport viewport = picture.scene.viewport();
        Box screen = viewport.toScreen(box);
        double width = width(text) + 2 * TAG_PADDING;
        double out = OFF + SELECTED_WIDTH + HALO_WIDTH;
        Box above = Box.ofSize(screen.left() - out, screen.top() - out - TAG_HEIGHT, width, TAG_HEIGHT);
        Box right = Box.ofSize(screen.right() + out + 2, screen.centerY() - TAG_HEIGHT / 2, width, TAG_HEIGHT);
        Box below = Box.ofSize(screen.left() - out, screen.bottom() + out, width, TAG_HEIGHT);
        Box place = isFree(above, mark, picture)
                ? above
                : isFree(right, mark, picture) ? right : isFree(below, mark, picture) ? below : above;
        label(graphics, text, place.left(), place.top(), colors.of(mark.style()));
    }

    private static boolean isFree(Box screen, BoxMark own, Picture picture) {
        if (screen.top() < 0 || screen.right() > picture.view.width() || screen.bottom() > picture.view.height()) {
            return false;
        }
        Viewport v = picture.scene.viewport();
        Box area = new Box(
                v.toPageX(screen.left()),
                v.toPageY(screen.top()),
                v.toPageX(screen.right()),
                v.toPageY(screen.bottom()));
        Optional<BoxMark> other = picture.scene.boxes().touching(area).stream()
                .filter(mark -> !mark.id().equals(own.id()))
                .findAny();
        return other.isEmpty();
    }

    private double width(String text) {
        measure.setFont(font);
        measure.setText(text);
        return Math.ceil(measure.getLayoutBounds().getWidth());
    }

    private void label(GraphicsContext graphics, String text, double left, double top, Color color) {
        double x = Math.max(0, left);
        double y = Math.max(0, top);
        graphics.setFill(color);
        graphics.fillRoundRect(x, y, width(text) + 2 * TAG_PADDING, TAG_HEIGHT, 6, 6);
        graphics.setFill(Color.WHITE);
        graphics.setFont(font);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.fillText(text, x + TAG_PADDING, y + TAG_HEIGHT / 2);
    }

    private static void paintBand(GraphicsContext graphics, Box screen, CanvasColors colors) {
        graphics.setFill(colors.person().deriveColor(0, 1, 1, 0.1));
        graphics.fillRect(screen.left(), screen.top(), screen.width(), screen.height());
        graphics.setStroke(colors.person());
        graphics.setLineWidth(1);
        graphics.setLineDashes(4, 3);
        graphics.strokeRect(screen.left(), screen.top(), screen.width(), screen.height());
        graphics.setLineDashes();
    }
}
