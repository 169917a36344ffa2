package sigmark.inference.page;

/**
 * Which pixels of a picture are ink. Paper is estimated in blocks of 32 pixels, so that shadows and yellowed paper do
 * not count as ink; light writing on dark ground is found too.
 */
public final class InkMap {
    private static final int BLOCK = 32;

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
        boolean dark = percentile(histogram, count, 0.5) < 96 && percentile(histogram, count, 0.995) > 128;
        int flip = dark ? 255 : 0;
        int darkest = dark ? 255 - percentile(histogram, count, 0.995) : percentile(histogram, count, 0.005);
        int[][] paper = widened(paper(image, flip));
        boolean[] ink = new boolean[count];
        for (int y = 0; y < height; y++) {
            int[] row = paper[y / BLOCK];
            for (int x = 0; x < width; x++) {
                int white = row[x / BLOCK];
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

    /** The brightness that four fifths of each block stay below: its paper. */
    private static int[][] paper(GreyImage image, int flip) {
        int columns = (image.width() + BLOCK - 1) / BLOCK;
        int rows = (image.height() + BLOCK - 1) / BLOCK;
        int[][] paper = new int[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int[] histogram = new int[256];
                int right = Math.min(image.width(), (column + 1) * BLOCK);
                int bottom = Math.min(image.height(), (row + 1) * BLOCK);
                for (int y = row * BLOCK; y < bottom; y++) {
                    for (int x = column * BLOCK; x < right; x++) {
                        histogram[image.at(x, y) ^ flip]++;
                    }
                }
                int count = (right - column * BLOCK) * (bottom - row * BLOCK);
                paper[row][column] = percentile(histogram, count, 0.8);
            }
        }
        return paper;
    }

    /** A block that is full of ink takes the paper of the brightest block beside it. */
    private static int[][] widened(int[][] paper) {
        int rows = paper.length;
        int columns = paper[0].length;
        int[][] wide = new int[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int brightest = 0;
                for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
                    for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
                        brightest = Math.max(brightest, paper[y][x]);
                    }
                }
                int own = paper[row][column];
                wide[row][column] = own < brightest * 3 / 5 ? brightest : own;
            }
        }
        return wide;
    }

    private static int percentile(int[] histogram, int count, double share) {
        long wanted = (long) Math.ceil(count * share);
        long seen = 0;
        for (int value = 0; value < 256; value++) {
            seen += histogram[value];
            if (seen >= wanted && seen > 0) {
                return value;
            }
        }
        return 255;
    }
}
