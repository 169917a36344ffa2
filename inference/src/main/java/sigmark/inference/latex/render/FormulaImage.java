package sigmark.inference.latex.render;

import sigmark.inference.page.PixelImage;

/**
 * A drawn formula on nothing: pixels {@code 0xAARRGGBB}, row by row from the top left, not copied; read only.
 *
 * @param baseline pixels from the top to the baseline
 */
public record FormulaImage(int[] argb, int width, int height, int baseline) {
    public FormulaImage {
        if (width <= 0 || height <= 0 || argb.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException("%d pixels for %d×%d".formatted(argb.length, width, height));
        }
    }

    /** The formula on paper of one opaque colour, {@code 0xRRGGBB}. */
    public PixelImage on(int rgb) {
        int[] pixels = new int[argb.length];
        for (int i = 0; i < pixels.length; i++) {
            int alpha = argb[i] >>> 24;
            pixels[i] = 0xFF000000
                    | mixed(argb[i] >> 16, rgb >> 16, alpha) << 16
                    | mixed(argb[i] >> 8, rgb >> 8, alpha) << 8
                    | mixed(argb[i], rgb, alpha);
        }
        return new PixelImage(width, height, pixels);
    }

    private static int mixed(int ink, int paper, int alpha) {
        return ((ink & 0xFF) * alpha + (paper & 0xFF) * (255 - alpha) + 127) / 255;
    }
}
