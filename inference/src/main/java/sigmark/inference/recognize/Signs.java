package sigmark.inference.recognize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the ink of a crop lies and how high its signs are, from its connected pieces.
 *
 * @param left first column with ink
 * @param top first row with ink
 * @param right one past the last column
 * @param bottom one past the last row
 * @param middleHeight upper middle of the pieces' heights; bars, delimiters, dots and specks left out; in pixels
 */
record Signs(int left, int top, int right, int bottom, double middleHeight) {
    private static final float THRESHOLD = 0.4f;
    private static final double BAR = 3;
    private static final double UPRIGHT = 2.3;
    private static final double DOT = 0.35;
    private static final double MIDDLE = 0.6;

    /** Finds the signs; for a crop without ink, the whole crop. */
    static Signs find(float[] ink, int width, int height) {
        List<int[]> pieces = pieces(ink, width, height);
        int speck = pieces.stream().mapToInt(piece -> piece[4]).max().orElse(0) / 15;
        pieces.removeIf(piece -> piece[4] <= Math.min(2, speck));
        if (pieces.isEmpty()) {
            return new Signs(0, 0, width, height, Math.max(1, height / 2.0));
        }
        int left = pieces.stream().mapToInt(piece -> piece[0]).min().orElse(0);
        int top = pieces.stream().mapToInt(piece -> piece[1]).min().orElse(0);
        int right = pieces.stream().mapToInt(piece -> piece[2]).max().orElse(width);
        int bottom = pieces.stream().mapToInt(piece -> piece[3]).max().orElse(height);
        return new Signs(left, top, right, bottom, middleHeight(pieces, right - left, bottom - top));
    }

    private static double middleHeight(List<int[]> pieces, int width, int height) {
        List<Integer> heights = heights(pieces, UPRIGHT);
        if (heights.isEmpty()) {
            heights = heights(pieces, Double.MAX_VALUE);
        }
        if (heights.isEmpty()) {
            return Math.max(height, width / 2.0);
        }
        int rough = quantile(heights);
        heights.removeIf(each -> each < DOT * rough);
        return quantile(heights);
    }

    /** Heights of the pieces that are neither lying bars nor (when so asked) standing strokes and delimiters. */
    private static List<Integer> heights(List<int[]> pieces, double tallest) {
        List<Integer> heights = new ArrayList<>();
        for (int[] piece : pieces) {
            int pieceWidth = piece[2] - piece[0];
            int pieceHeight = piece[3] - piece[1];
            if (pieceHeight * BAR >= pieceWidth && pieceHeight <= tallest * pieceWidth && pieceHeight >= 3) {
                heights.add(pieceHeight);
            }
        }
        return heights;
    }

    private static int quantile(List<Integer> heights) {
        heights.sort(Comparator.naturalOrder());
        return heights.get((int) (heights.size() * MIDDLE));
    }

    /** Connected pieces of ink, eight neighbours: left, top, right, bottom (half-open) and number of pixels. */
    private static List<int[]> pieces(float[] ink, int width, int height) {
        boolean[] seen = new boolean[ink.length];
        int[] stack = new int[ink.length];
        List<int[]> pieces = new ArrayList<>();
        for (int start = 0; start < ink.length; start++) {
            if (seen[start] || ink[start] < THRESHOLD) {
                continue;
            }
            int[] piece = {width, height, 0, 0, 0};
            int depth = 0;
            stack[depth++] = start;
            seen[start] = true;
            while (depth > 0) {
                int at = stack[--depth];
                int x = at % width;
                int y = at / width;
                grow(piece, x, y);
                for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
                    for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                        int next = ny * width + nx;
                        if (!seen[next] && ink[next] >= THRESHOLD) {
                            seen[next] = true;
                            stack[depth++] = next;
                        }
                    }
                }
            }
            pieces.add(piece);
        }
        return pieces;
    }

    private static void grow(int[] piece, int x, int y) {
        piece[0] = Math.min(piece[0], x);
        piece[1] = Math.min(piece[1], y);
        piece[2] = Math.max(piece[2], x + 1);
        piece[3] = Math.max(piece[3], y + 1);
        piece[4]++;
    }
}
