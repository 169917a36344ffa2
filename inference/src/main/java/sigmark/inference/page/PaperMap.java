package sigmark.inference.page;

/** How bright the paper is in each part of a picture, estimated in blocks, so that shadows and yellowed paper show. */
final class PaperMap {
    private static final int BLOCK = 32;

    private final int[][] paper;

    private PaperMap(int[][] paper) {
        this.paper = paper;
    }

    /** @param flip 255 where the writing is light on dark ground, otherwise 0 */
    static PaperMap of(GreyImage image, int flip) {
        return new PaperMap(widened(brightness(image, flip)));
    }

    /** Paper of a pixel's block, 0 to 255. */
    int block(int x, int y) {
        return paper[y / BLOCK][x / BLOCK];
    }

    /** Paper at a pixel, without steps between the blocks. */
    float smooth(int x, int y) {
        float row = Math.max(0, Math.min(paper.length - 1, (y + 0.5f) / BLOCK - 0.5f));
        float column = Math.max(0, Math.min(paper[0].length - 1, (x + 0.5f) / BLOCK - 0.5f));
        int top = (int) row;
        int left = (int) column;
        int bottom = Math.min(paper.length - 1, top + 1);
        int right = Math.min(paper[0].length - 1, left + 1);
        float down = row - top;
        float across = column - left;
        float above = paper[top][left] * (1 - across) + paper[top][right] * across;
        float below = paper[bottom][left] * (1 - across) + paper[bottom][right] * across;
        return above * (1 - down) + below * down;
    }

    /** The brightness that four fifths of each block stay below: its paper. */
    private static int[][] brightness(GreyImage image, int flip) {
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

    /** The brightness that a share of the pixels does not exceed. */
    static int percentile(int[] histogram, int count, double share) {
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
