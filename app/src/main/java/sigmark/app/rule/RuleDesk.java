package sigmark.app.rule;

import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import sigmark.app.base.Desk;
import sigmark.app.latex.FormulaPictures;
import sigmark.inference.work.Problem;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.guide.book.ExamplePainter;
import sigmark.labeling.guide.example.ExampleGallery;
import sigmark.labeling.guide.example.Exhibit;

/** What views of rules are handed: texts and jobs, drawn formulas, and the pictures of examples. */
public record RuleDesk(Desk desk, FormulaPictures pictures, ExampleGallery gallery) {
    /** An example ready to be shown. */
    public record Shown(Exhibit exhibit, Image picture) {}

    /** The guide's language that goes with the window's. */
    public String language() {
        return desk.texts().language().code();
    }

    /** Makes an example's picture off the window's thread. */
    void show(GuideExample example, Consumer<Shown> then, Consumer<Problem> onFailure) {
        show(example, example.good(), then, onFailure);
    }

    /** Makes its picture with the box of a good or a bad example, whichever it is. */
    public void show(GuideExample example, boolean asGood, Consumer<Shown> then, Consumer<Problem> onFailure) {
        desk.jobs()
                .load(
                        () -> {
                            Exhibit exhibit = gallery.exhibit(example);
                            return new Shown(exhibit, image(ExamplePainter.paint(exhibit, asGood)));
                        },
                        then,
                        onFailure);
    }

    private static Image image(BufferedImage painted) {
        int width = painted.getWidth();
        int height = painted.getHeight();
        int[] pixels = painted.getRGB(0, 0, width, height, new int[width * height], 0, width);
        var image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }
}
