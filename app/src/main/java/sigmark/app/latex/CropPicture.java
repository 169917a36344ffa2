package sigmark.app.latex;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import sigmark.inference.page.Box;
import sigmark.inference.page.PixelImage;

/**
 * A region cut out of its page with a little room around it.
 *
 * @param inkWidth of the region itself, in page pixels
 * @param typeSize guess of the type's size in page pixels, from the region's height
 */
public record CropPicture(Image image, double inkWidth, double inkHeight, double typeSize) {
    private static final double MARGIN = 0.14;
    private static final double LARGEST = 4;

    /** Cuts the box out; blocks for as long as copying its pixels takes. */
    public static CropPicture of(PixelImage page, Box box) {
        double margin = Math.max(3, Math.min(box.width(), box.height()) * MARGIN);
        PixelImage cut = page.crop(box.grow(margin));
        var image = new WritableImage(cut.width(), cut.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        cut.width(),
                        cut.height(),
                        PixelFormat.getIntArgbPreInstance(),
                        cut.pixels(),
                        0,
                        cut.width());
        return new CropPicture(image, box.width(), box.height(), typeSize(box));
    }

    /** Lines of school mathematics are about 1.3 times their type's size high; higher boxes hold fractions or rows. */
    private static double typeSize(Box box) {
        double lines = Math.max(1, Math.rint(box.height() / Math.max(1, box.width()) * 6));
        return box.height() / (1.3 * Math.min(lines, 4));
    }

    double width() {
        return image.getWidth();
    }

    double height() {
        return image.getHeight();
    }

    /** Small crops are enlarged, but not to mush. */
    double largestScale() {
        return LARGEST;
    }
}
