package sigmark.inference.page;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A picture in memory: opaque pixels {@code 0xFFRRGGBB}, row by row from the top left. Not copied on the way in or out
 * of {@link #pixels()}: whoever makes one gives the array away, and nobody writes to it afterwards.
 */
public final class PixelImage {
    private final int width;
    private final int height;
    private final int[] pixels;

    public PixelImage(int width, int height, int[] pixels) {
        if (width <= 0 || height <= 0 || pixels.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(
                    "%d pixels do not make an image of %d×%d".formatted(pixels.length, width, height));
        }
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /** Draws any AWT picture onto white; transparent parts become paper. */
    public static PixelImage of(BufferedImage source) {
        var flat = new BufferedImage(source.getWidth(), source.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = flat.createGraphics();
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, flat.getWidth(), flat.getHeight());
        graphics.drawImage(source, 0, 0, null);
        graphics.dispose();
        int[] pixels = ((DataBufferInt) flat.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] |= 0xFF000000;
        }
        return new PixelImage(flat.getWidth(), flat.getHeight(), pixels);
    }

    /** A copy for drawing, encoding and other work of AWT. */
    public BufferedImage toBufferedImage() {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The pixels themselves, not a copy; read only. */
    public int[] pixels() {
        return pixels;
    }

    /** The part under a box, whole pixels that the box touches, clipped to the picture. */
    public PixelImage crop(Box box) {
        int left = clamp((int) Math.floor(box.left()), width - 1);
        int top = clamp((int) Math.floor(box.top()), height - 1);
        int right = Math.max(left + 1, Math.min(width, (int) Math.ceil(box.right())));
        int bottom = Math.max(top + 1, Math.min(height, (int) Math.ceil(box.bottom())));
        int[] part = new int[(right - left) * (bottom - top)];
        for (int y = top; y < bottom; y++) {
            System.arraycopy(pixels, y * width + left, part, (y - top) * (right - left), right - left);
        }
        return new PixelImage(right - left, bottom - top, part);
    }

    /** Brightness by Rec. 601: 0 is black, 255 white. */
    public GreyImage grey() {
        byte[] grey = new byte[pixels.length];
        for (int i = 0; i < grey.length; i++) {
            int p = pixels[i];
            grey[i] = (byte) ((299 * (p >> 16 & 0xFF) + 587 * (p >> 8 & 0xFF) + 114 * (p & 0xFF) + 500) / 1000);
        }
        return new GreyImage(width, height, grey);
    }

    /** Turned clockwise by quarter turns, 0 to 3; 0 gives the same picture. */
    public PixelImage turned(int quarterTurns) {
        if (quarterTurns == 0) {
            return this;
        }
        int orientation =
                switch (quarterTurns) {
                    case 1 -> 6;
                    case 2 -> 3;
                    case 3 -> 8;
                    default -> throw new IllegalArgumentException("quarterTurns " + quarterTurns);
                };
        var upright = new Upright(width, height, orientation);
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, y * width, upright.row(), upright.offset(y), width);
            upright.done(y);
        }
        return upright.image();
    }

    /** Reduced by averaging so that neither side is longer than {@code maxSide}; never enlarged. */
    public PixelImage reducedTo(int maxSide) {
        int longer = Math.max(width, height);
        if (longer <= maxSide) {
            return this;
        }
        int newWidth = Math.max(1, (int) Math.round((double) width * maxSide / longer));
        int newHeight = Math.max(1, (int) Math.round((double) height * maxSide / longer));
        int[] reduced = new int[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            int top = (int) ((long) y * height / newHeight);
            int bottom = Math.max(top + 1, (int) ((long) (y + 1) * height / newHeight));
            for (int x = 0; x < newWidth; x++) {
                int left = (int) ((long) x * width / newWidth);
                int right = Math.max(left + 1, (int) ((long) (x + 1) * width / newWidth));
                reduced[y * newWidth + x] = average(left, top, right, bottom);
            }
        }
        return new PixelImage(newWidth, newHeight, reduced);
    }

    private int average(int left, int top, int right, int bottom) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int p = pixels[y * width + x];
                red += p >> 16 & 0xFF;
                green += p >> 8 & 0xFF;
                blue += p & 0xFF;
            }
        }
        long count = (long) (right - left) * (bottom - top);
        long half = count / 2;
        return 0xFF000000
                | (int) ((red + half) / count) << 16
                | (int) ((green + half) / count) << 8
                | (int) ((blue + half) / count);
    }

    private static int clamp(int value, int max) {
        return Math.max(0, Math.min(max, value));
    }
}
