package sigmark.inference.latex.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Map;

/** A drawing surface that paints nothing: it tells an {@link Ink} which characters and bars are drawn where. */
final class InkRecorder extends Graphics2D {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final Ink ink;
    private AffineTransform transform;
    private Font font = new Font(Font.DIALOG, Font.PLAIN, 1);
    private Color color = Color.BLACK;
    private Stroke stroke = new BasicStroke(1);

    InkRecorder(Ink ink) {
        this(ink, new AffineTransform());
    }

    private InkRecorder(Ink ink, AffineTransform transform) {
        this.ink = ink;
        this.transform = transform;
    }

    /** Who is told of ink; boxes are on the surface, after all transforms. */
    interface Ink {
        void character(Font font, char character, AffineTransform transform);

        void glyphs(GlyphVector glyphs, AffineTransform transform);

        void bar(Rectangle2D bounds);
    }

    @Override
    public void drawChars(char[] data, int offset, int length, int x, int y) {
        AffineTransform at = getTransform();
        at.translate(x, y);
        for (int i = offset; i < offset + length; i++) {
            ink.character(font, data[i], at);
        }
    }

    @Override
    public void drawString(String text, float x, float y) {
        drawGlyphVector(font.createGlyphVector(CONTEXT, text), x, y);
    }

    @Override
    public void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        AffineTransform at = getTransform();
        at.translate(x, y);
        ink.glyphs(glyphs, at);
    }

    @Override
    public void fill(Shape shape) {
        ink.bar(transform.createTransformedShape(shape).getBounds2D());
    }

    @Override
    public void draw(Shape shape) {
        fill(stroke.createStrokedShape(shape));
    }

    @Override
    public void fillRect(int x, int y, int width, int height) {
        fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void drawLine(int x1, int y1, int x2, int y2) {
        draw(new java.awt.geom.Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public Graphics create() {
        InkRecorder copy = new InkRecorder(ink, new AffineTransform(transform));
        copy.font = font;
        copy.color = color;
        copy.stroke = stroke;
        return copy;
    }

    @Override
    public void translate(int x, int y) {
        transform.translate(x, y);
    }

    @Override
    public void translate(double x, double y) {
        transform.translate(x, y);
    }

    @Override
    public void rotate(double angle) {
        transform.rotate(angle);
    }

    @Override
    public void rotate(double angle, double x, double y) {
        transform.rotate(angle, x, y);
    }

    @Override
    public void scale(double x, double y) {
        transform.scale(x, y);
    }

    @Override
    public void shear(double x, double y) {
        transform.shear(x, y);
    }

    @Override
    public void transform(AffineTransform more) {
        transform.concatenate(more);
    }

    @Override
    public void setTransform(AffineTransform other) {
        transform = new AffineTransform(other);
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform(transform);
    }

    @Override
    public Font getFont() {
        return font;
    }

    @Override
    public void setFont(Font font) {
        this.font = font;
    }

    @Override
    public Color getColor() {
        return color;
    }

    @Override
    public void setColor(Color color) {
        this.color = color == null ? Color.BLACK : color;
    }

    @Override
    public Paint getPaint() {
        return color;
    }

    @Override
    public Stroke getStroke() {
        return stroke;
    }

    @Override
    public void setStroke(Stroke stroke) {
        this.stroke = stroke;
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return CONTEXT;
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        return new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
                .createGraphics()
                .getFontMetrics(font);
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform at) {}

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform at) {}

    @Override
    public void drawImage(BufferedImage image, BufferedImageOp op, int x, int y) {}

    @Override
    public void drawString(AttributedCharacterIterator iterator, int x, int y) {}

    @Override
    public void drawString(AttributedCharacterIterator iterator, float x, float y) {}

    @Override
    public void setComposite(Composite composite) {}

    @Override
    public void setPaint(Paint paint) {}

    @Override
    public void setRenderingHint(RenderingHints.Key key, Object value) {}

    @Override
    public void setRenderingHints(Map<?, ?> hints) {}

    @Override
    public void addRenderingHints(Map<?, ?> hints) {}

    @Override
    public void setBackground(Color background) {}

    @Override
    public void clip(Shape shape) {}

    @Override
    public void setPaintMode() {}

    @Override
    public void setXORMode(Color xor) {}

    @Override
    public void clipRect(int x, int y, int width, int height) {}

    @Override
    public void setClip(int x, int y, int width, int height) {}

    @Override
    public void setClip(Shape shape) {}

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {}

    @Override
    public void clearRect(int x, int y, int width, int height) {}

    @Override
    public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {}

    @Override
    public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {}

    @Override
    public void drawOval(int x, int y, int width, int height) {}

    @Override
    public void fillOval(int x, int y, int width, int height) {}

    @Override
    public void drawArc(int x, int y, int width, int height, int start, int angle) {}

    @Override
    public void fillArc(int x, int y, int width, int height, int start, int angle) {}

    @Override
    public void drawPolyline(int[] x, int[] y, int count) {}

    @Override
    public void drawPolygon(int[] x, int[] y, int count) {}

    @Override
    public void fillPolygon(int[] x, int[] y, int count) {}

    @Override
    public void dispose() {}

    @Override
    public boolean drawImage(Image image, AffineTransform at, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(Image image, int x, int y, Color background, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(
            Image image, int x, int y, int width, int height, Color background, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(
            Image image,
            int dx1,
            int dy1,
            int dx2,
            int dy2,
            int sx1,
            int sy1,
            int sx2,
            int sy2,
            ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(
            Image image,
            int dx1,
            int dy1,
            int dx2,
            int dy2,
            int sx1,
            int sy1,
            int sx2,
            int sy2,
            Color background,
            ImageObserver observer) {
        return true;
    }

    @Override
    public boolean hit(Rectangle rectangle, Shape shape, boolean onStroke) {
        return false;
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        return new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
                .createGraphics()
                .getDeviceConfiguration();
    }

    @Override
    public Object getRenderingHint(RenderingHints.Key key) {
        return RenderingHints.VALUE_ANTIALIAS_ON;
    }

    @Override
    public RenderingHints getRenderingHints() {
        return new RenderingHints(Map.of());
    }

    @Override
    public Composite getComposite() {
        return java.awt.AlphaComposite.SrcOver;
    }

    @Override
    public Color getBackground() {
        return Color.WHITE;
    }

    @Override
    public Shape getClip() {
        return getClipBounds();
    }

    @Override
    public Rectangle getClipBounds() {
        return new Rectangle(-1_000_000, -1_000_000, 2_000_000, 2_000_000);
    }
}
