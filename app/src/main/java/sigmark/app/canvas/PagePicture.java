package sigmark.app.canvas;

import java.util.ArrayList;
import java.util.List;
import sigmark.inference.page.PixelImage;

/**
 * A page's pixels at full, half, quarter … size, so that any zoom reads few pixels and shows no moiré. Making one takes
 * about 5 ms a megapixel: do it where the page is decoded, off the JavaFX thread.
 */
public final class PagePicture {
    /** Levels end when the longer side is at most this. */
    private static final int SMALLEST = 512;

    private final List<PixelImage> levels;

    private PagePicture(List<PixelImage> levels) {
        this.levels = List.copyOf(levels);
    }

    public static PagePicture of(PixelImage full) {
        List<PixelImage> levels = new ArrayList<>();
        PixelImage level = full;
        levels.add(level);
        while (Math.max(level.width(), level.height()) > SMALLEST) {
            level = half(level);
            levels.add(level);
        }
        return new PagePicture(levels);
    }

    public int width() {
        return levels.get(0).width();
    }

    public int height() {
        return levels.get(0).height();
    }

    public PixelImage full() {
        return levels.get(0);
    }

    int levels() {
        return levels.size();
    }

    /** The picture divided by two this many times. */
    PixelImage level(int index) {
        return levels.get(index);
    }

    /** The smallest level that still has a pixel for every pixel of the screen at this scale. */
    int levelFor(double scale) {
        int level = (int) Math.floor(Math.log(1 / scale) / Math.log(2) + 1e-9);
        return Math.max(0, Math.min(levels.size() - 1, level));
    }

    /** Memory that it holds. */
    public long bytes() {
        return levels.stream()
                .mapToLong(level -> 4L * level.width() * level.height())
                .sum();
    }

    /** Mean of each two by two pixels; a last odd row or column repeats. */
    static PixelImage half(PixelImage image) {
        int width = (image.width() + 1) / 2;
        int height = (image.height() + 1) / 2;
        int[] from = image.pixels();
        int[] to = new int[width * height];
        for (int y = 0; y < height; y++) {
            int row0 = 2 * y * image.width();
            int row1 = Math.min(2 * y + 1, image.height() - 1) * image.width();
            for (int x = 0; x < width; x++) {
                int x0 = 2 * x;
                int x1 = Math.min(x0 + 1, image.width() - 1);
                to[y * width + x] = mean(from[row0 + x0], from[row0 + x1], from[row1 + x0], from[row1 + x1]);
            }
        }
        return new PixelImage(width, height, to);
    }

    private static int mean(int a, int b, int c, int d) {
        int red = ((a >> 16 & 0xFF) + (b >> 16 & 0xFF) + (c >> 16 & 0xFF) + (d >> 16 & 0xFF) + 2) >> 2;
        int green = ((a >> 8 & 0xFF) + (b >> 8 & 0xFF) + (c >> 8 & 0xFF) + (d >> 8 & 0xFF) + 2) >> 2;
        int blue = ((a & 0xFF) + (b & 0xFF) + (c & 0xFF) + (d & 0xFF) + 2) >> 2;
        return 0xFF000000 | red << 16 | green << 8 | blue;
    }
}
