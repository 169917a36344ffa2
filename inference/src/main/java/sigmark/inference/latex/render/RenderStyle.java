package sigmark.inference.latex.render;

/**
 * How a formula is drawn.
 *
 * @param size the em in pixels, 1 to 400
 * @param argb the ink, {@code 0xAARRGGBB}
 * @param display display style (large operators, limits above and below) or text style
 */
public record RenderStyle(double size, int argb, boolean display) {
    public static final RenderStyle BLACK_20 = new RenderStyle(20, 0xFF000000, true);

    public RenderStyle {
        if (!(size >= 1 && size <= 400)) {
            throw new IllegalArgumentException("size of " + size + " pixels");
        }
    }
}
