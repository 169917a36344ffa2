package sigmark.app.service;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import sigmark.inference.page.Box;
import sigmark.inference.page.PageDecoder;
import sigmark.inference.page.PixelImage;

/** An image as wide as the room there is, with boxes on it. */
public final class BoxedPicture extends Region {
    private static final int LONGEST = 1400;

    private final ImageView view;
    private final Read read;
    private final List<Mark> marks;

    /**
     * An image made smaller for the screen.
     *
     * @param fullWidth of the file, in pixels: boxes are in these
     */
    public record Read(Image image, double fullWidth) {}

    /** @param styleClass {@code mark-model}, {@code mark-person}, {@code mark-right}, {@code mark-wrong} */
    public record Mark(Box box, String styleClass) {}

    public BoxedPicture(Read read, List<Mark> marks, String spoken) {
        this.read = read;
        this.marks = List.copyOf(marks);
        view = new ImageView(read.image());
        view.setPreserveRatio(true);
        view.setSmooth(true);
        getStyleClass().add("boxed-picture");
        getChildren().add(view);
        marks.forEach(mark -> {
            Rectangle drawn = new Rectangle();
            drawn.getStyleClass().addAll("picture-mark", mark.styleClass());
            getChildren().add(drawn);
        });
        setMinWidth(0);
        setMaxWidth(read.image().getWidth());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(spoken);
    }

    /** Reads a file; blocks while it is decoded. */
    public static Read read(Path file) {
        double fullWidth = PageDecoder.probe(file).pages().get(0).width();
        return new Read(of(PageDecoder.thumbnail(file, LONGEST)).image(), fullWidth);
    }

    /** Pixels as they are. */
    public static Read of(PixelImage small) {
        var image = new WritableImage(small.width(), small.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        small.width(),
                        small.height(),
                        PixelFormat.getIntArgbInstance(),
                        small.pixels(),
                        0,
                        small.width());
        return new Read(image, small.width());
    }

    private double scale() {
        return Math.min(1, getWidth() / read.image().getWidth()) * read.image().getWidth() / read.fullWidth();
    }

    @Override
    protected double computePrefWidth(double height) {
        return read.image().getWidth();
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double shown = width < 0
                ? read.image().getWidth()
                : Math.min(width, read.image().getWidth());
        return shown * read.image().getHeight() / read.image().getWidth();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        view.setFitWidth(Math.min(getWidth(), read.image().getWidth()));
        double scale = scale();
        for (int i = 0; i < marks.size(); i++) {
            Box box = marks.get(i).box();
            Rectangle drawn = (Rectangle) getChildren().get(i + 1);
            drawn.setX(box.left() * scale);
            drawn.setY(box.top() * scale);
            drawn.setWidth((box.right() - box.left()) * scale);
            drawn.setHeight((box.bottom() - box.top()) * scale);
        }
    }
}
