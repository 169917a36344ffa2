package sigmark.analysis.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.quality.PagePictures;
import sigmark.inference.page.PixelImage;
import sigmark.labeling.store.ProjectStore;

/** Pictures of samples as data that stands in the page itself. Keeps the last page, so ask page by page. */
final class SamplePictures {
    private static final int WIDEST = 560;
    private static final int HIGHEST = 200;
    private static final double MARGIN = 6;

    private final PagePictures pages;

    SamplePictures(ProjectStore store) {
        this.pages = new PagePictures(store);
    }

    /** The sample's part of its page with a little around it; absent when the page cannot be read. */
    Optional<PixelImage> crop(EvaluationSample sample) {
        return pages.upright(sample.page()).flatMap(image -> sample.box()
                .grow(MARGIN)
                .clip(image.width(), image.height())
                .map(image::crop));
    }

    /** A PNG as a data address, made smaller when it is large. */
    static String data(PixelImage image) {
        double scale = Math.min(1, Math.min((double) WIDEST / image.width(), (double) HIGHEST / image.height()));
        BufferedImage picture = image.toBufferedImage();
        if (scale < 1) {
            picture = smaller(picture, scale);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static BufferedImage smaller(BufferedImage picture, double scale) {
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }
}
