package sigmark.app.canvas;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import sigmark.inference.page.Box;
import sigmark.inference.page.PixelImage;

/** Draws the visible part of a page from tiles of the fitting level; tiles are kept in a bounded cache. */
public final class PicturePainter {
    private static final int TILE = 512;
    /** Pixels of the neighbours in each tile, so that smoothing shows no seams. */
    private static final int BORDER = 2;
    /** Above this scale pixels are shown as squares. */
    private static final double SHARP = 6;

    private static final long CACHE_BYTES = 128L << 20;

    private final Cache<Key, Image> tiles = Caffeine.newBuilder()
            .maximumWeight(CACHE_BYTES)
            .weigher((Key key, Image tile) -> (int) (4 * tile.getWidth() * tile.getHeight()))
            .executor(Runnable::run)
            .build();

    private record Key(PagePicture picture, int level, int column, int row) {}

    /**
     * Draws what the view shows.
     *
     * @param outputScale device pixels of a screen pixel, 2 on dense displays
     */
    public void paint(
            GraphicsContext graphics, PagePicture picture, Viewport viewport, Viewport.Size view, double outputScale) {
        int level = picture.levelFor(viewport.scale() * outputScale);
        double size = TILE * (double) (1 << level);
        Box visible = viewport.visible(view);
        int column0 = Math.max(0, (int) Math.floor(visible.left() / size));
        int row0 = Math.max(0, (int) Math.floor(visible.top() / size));
        graphics.setImageSmoothing(viewport.scale() < SHARP);
        for (int row = row0; row * size < Math.min(visible.bottom(), picture.height()); row++) {
            for (int column = column0; column * size < Math.min(visible.right(), picture.width()); column++) {
                paintTile(graphics, new Key(picture, level, column, row), viewport, outputScale);
            }
        }
    }

    private void paintTile(GraphicsContext graphics, Key key, Viewport viewport, double outputScale) {
        PixelImage source = key.picture.level(key.level);
        int x = key.column * TILE;
        int y = key.row * TILE;
        int width = Math.min(TILE, source.width() - x);
        int height = Math.min(TILE, source.height() - y);
        if (width <= 0 || height <= 0) {
            return;
        }
        double step = 1 << key.level;
        double left = snap(viewport.toScreenX(x * step), outputScale);
        double top = snap(viewport.toScreenY(y * step), outputScale);
        double right = snap(viewport.toScreenX((x + width) * step), outputScale);
        double bottom = snap(viewport.toScreenY((y + height) * step), outputScale);
        Image tile = tiles.get(key, k -> tile(source, x, y, width, height));
        graphics.drawImage(
                tile, Math.min(x, BORDER), Math.min(y, BORDER), width, height, left, top, right - left, bottom - top);
    }

    /** Tiles meet on whole device pixels. */
    private static double snap(double position, double outputScale) {
        return Math.rint(position * outputScale) / outputScale;
    }

    private static Image tile(PixelImage source, int x, int y, int width, int height) {
        int left = Math.max(0, x - BORDER);
        int top = Math.max(0, y - BORDER);
        int right = Math.min(source.width(), x + width + BORDER);
        int bottom = Math.min(source.height(), y + height + BORDER);
        var tile = new WritableImage(right - left, bottom - top);
        tile.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        right - left,
                        bottom - top,
                        PixelFormat.getIntArgbPreInstance(),
                        source.pixels(),
                        top * source.width() + left,
                        source.width());
        return tile;
    }
}
