package sigmark.inference.page;

/**
 * A grey picture in memory: one unsigned byte a pixel, 0 black and 255 white, row by row from the top left. Ownership of
 * the array as in {@link PixelImage}.
 */
public final class GreyImage {
    private final int width;
    private final int height;
    private final byte[] pixels;

    public GreyImage(int width, int height, byte[] pixels) {
        if (width <= 0 || height <= 0 || pixels.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(
                    "%d pixels do not make an image of %d×%d".formatted(pixels.length, width, height));
        }
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The pixels themselves, not a copy; read only. */
    public byte[] pixels() {
        return pixels;
    }

    /** Brightness at a pixel, 0 to 255. */
    public int at(int x, int y) {
        return pixels[y * width + x] & 0xFF;
    }

    /** The same picture with three equal channels. */
    public PixelImage toPixelImage() {
        int[] argb = new int[pixels.length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | (pixels[i] & 0xFF) * 0x010101;
        }
        return new PixelImage(width, height, argb);
    }
}
