package sigmark.inference.detect;

import java.util.ArrayDeque;
import sigmark.inference.page.GreyImage;
import sigmark.inference.page.InkMap;

/** Estimates how large a page's running text is, from the heights of its connected pieces of ink. */
final class TextHeight {
    /** Em over the height that three quarters of the pieces do not exceed: measured on drawn pages, Korean and English. */
    private static final double EM_OVER_HEIGHT = 1.42;

    private static final int SMALLEST = 4;
    private static final int FEWEST = 25;

    private TextHeight() {}

    /** The em of the running text in pixels; 0 when the picture has too little ink to tell. */
    static double em(GreyImage page) {
        InkMap ink = InkMap.of(page);
        int largest = Math.max(40, page.height() / 12);
        int[] heights = new int[largest + 1];
        int count = 0;
        boolean[] seen = new boolean[page.width() * page.height()];
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                if (ink.at(x, y) && !seen[y * page.width() + x]) {
                    int[] size = flood(ink, x, y, seen);
                    boolean letter = size[1] >= SMALLEST && size[1] <= largest && size[0] <= 4 * size[1];
                    if (letter && size[0] * 6 >= size[1]) {
                        heights[size[1]]++;
                        count++;
                    }
                }
            }
        }
        if (count < FEWEST) {
            return 0;
        }
        int below = 0;
        int height = 0;
        while (below < count * 3 / 4) {
            below += heights[height++];
        }
        return (height - 0.5) * EM_OVER_HEIGHT;
    }

    /** Width and height of the ink connected to a pixel. */
    private static int[] flood(InkMap ink, int startX, int startY, boolean[] seen) {
        int width = ink.width();
        int left = startX;
        int right = startX;
        int bottom = startY;
        ArrayDeque<Integer> open = new ArrayDeque<>();
        open.add(startY * width + startX);
        seen[startY * width + startX] = true;
        while (!open.isEmpty()) {
            int at = open.removeLast();
            int x = at % width;
            int y = at / width;
            left = Math.min(left, x);
            right = Math.max(right, x);
            bottom = Math.max(bottom, y);
            for (int ny = Math.max(0, y - 1); ny <= Math.min(ink.height() - 1, y + 1); ny++) {
                for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                    if (!seen[ny * width + nx] && ink.at(nx, ny)) {
                        seen[ny * width + nx] = true;
                        open.add(ny * width + nx);
                    }
                }
            }
        }
        return new int[] {right - left + 1, bottom - startY + 1};
    }
}
