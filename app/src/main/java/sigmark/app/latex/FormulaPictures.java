package sigmark.app.latex;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import sigmark.app.base.Jobs;
import sigmark.inference.latex.LatexProblem;
import sigmark.inference.latex.render.FormulaImage;
import sigmark.inference.latex.render.FormulaRenderer;
import sigmark.inference.latex.render.RenderStyle;
import sigmark.inference.latex.render.Rendering;

/** Draws formulas off the window's thread and keeps the recent ones. One for all screens. */
public final class FormulaPictures {
    private static final int KEPT = 600;
    private static final int LONGEST_KEPT = 2000;

    private final Jobs jobs;
    private final Cache<Key, Drawn> kept =
            Caffeine.newBuilder().maximumSize(KEPT).executor(Runnable::run).build();

    public FormulaPictures(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * How a formula is drawn.
     *
     * @param size of the type in screen pixels
     * @param outputScale device pixels of a screen pixel
     */
    public record Look(double size, double outputScale, Color ink, boolean display) {}

    /** A picture in device pixels, as far as the text could be drawn. */
    public record Drawn(Optional<Image> image, double baseline, List<LatexProblem> flaws) {}

    private record Key(String latex, Look look) {}

    Jobs.Latest latest() {
        return jobs.latest();
    }

    Jobs.Latest latestFirst() {
        return jobs.latestFirst();
    }

    double scaleOf(Node node) {
        return node.getScene() == null || node.getScene().getWindow() == null
                ? 1
                : node.getScene().getWindow().getOutputScaleX();
    }

    /** At once when it is kept, else soon; an older wish of the same place is forgotten. */
    void draw(Jobs.Latest place, String latex, Look look, Consumer<Drawn> then) {
        Drawn known = kept.getIfPresent(new Key(latex, look));
        if (known != null) {
            place.forget();
            then.accept(known);
            return;
        }
        place.load(() -> draw(latex, look), then, problem -> then.accept(new Drawn(Optional.empty(), 0, List.of())));
    }

    /** Draws on the calling thread. */
    public Drawn draw(String latex, Look look) {
        Rendering rendering = FormulaRenderer.render(
                latex,
                new RenderStyle(
                        Math.max(1, Math.min(400, look.size * look.outputScale)), argb(look.ink), look.display));
        Drawn drawn = new Drawn(
                rendering.image().map(FormulaPictures::image),
                rendering.image().map(FormulaImage::baseline).orElse(0),
                rendering.issues());
        if (latex.length() <= LONGEST_KEPT) {
            kept.put(new Key(latex, look), drawn);
        }
        return drawn;
    }

    private static Image image(FormulaImage drawn) {
        var image = new WritableImage(drawn.width(), drawn.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        drawn.width(),
                        drawn.height(),
                        PixelFormat.getIntArgbInstance(),
                        drawn.argb(),
                        0,
                        drawn.width());
        return image;
    }

    private static int argb(Color color) {
        int alpha = (int) Math.round(color.getOpacity() * 255);
        int red = (int) Math.round(color.getRed() * 255);
        int green = (int) Math.round(color.getGreen() * 255);
        int blue = (int) Math.round(color.getBlue() * 255);
        return alpha << 24 | red << 16 | green << 8 | blue;
    }
}
