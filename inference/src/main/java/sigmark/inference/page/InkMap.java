package sigmark.inference.page;

/**
 * Which pixels of a picture are ink. Paper is estimated in blocks of 32 pixels, so that shadows and yellowed paper do
 * not count as ink; light writing on dark ground is found too.
 */
public final class InkMap {
    /** Less contrast than this, of 255, is paper grain and JPEG noise. */
    private static final int LEAST_CONTRAST = 18;

    private final int width;
    private final int height;
    private final boolean[] ink;

    private InkMap(int width, int height, boolean[] ink) {
        this.width = width;
        this.height = height;
        this.ink = ink;
    }

    /** Tells ink from paper. */
    public static InkMap of(GreyImage image) {
        int width = image.width();
        int height = image.height();
        int[] histogram = new int[256];
        for (byte pixel : image.pixels()) {
            histogram[pixel & 0xFF]++;
        }
        int count = width * height;
        boolean dark = InkLevel.lightOnDark(image);
        int flip = dark ? 255 : 0;
        int darkest = dark
                ? 255 - PaperMap.percentile(histogram, count, 0.995)
                : PaperMap.percentile(histogram, count, 0.005);
        PaperMap paper = PaperMap.of(image, flip);
        boolean[] ink = new boolean[count];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int white = paper.block(x, y);
                int threshold = white - Math.max(LEAST_CONTRAST, (white - darkest) * 2 / 5);
                ink[y * width + x] = (image.at(x, y) ^ flip) < threshold;
            }
        }
        return new InkMap(width, height, ink);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public boolean at(int x, int y) {
        return ink[y * width + x];
    }

    /** Share of pixels that are ink, 0 to 1. */
    public double share() {
        int count = 0;
        for (boolean each : ink) {
            count += each ? 1 : 0;
        }
        return (double) count / ink.length;
    }
}
