package sigmark.inference.page;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/** Pages of PDF files, drawn by PDFBox. */
final class PdfPages {
    private PdfPages() {}

    /** Sizes of all pages as they would be drawn; refuses the file when a page is too large. */
    static List<PageFrame> frames(Path file, int dpi) throws IOException {
        try (PDDocument document = open(file)) {
            int pages = document.getNumberOfPages();
            if (pages == 0 || pages > PageDecoder.MAX_PAGES) {
                throw new ProblemException(
                        Problem.of("image.too-many-pages", file.toString(), "pages", String.valueOf(pages)));
            }
            List<PageFrame> frames = new ArrayList<>(pages);
            for (PDPage page : document.getPages()) {
                double[] size = size(page, dpi / 72.0);
                RasterReader.refuseIfTooLarge(size[0], size[1], file);
                frames.add(new PageFrame((int) size[0], (int) size[1], 1));
            }
            return frames;
        }
    }

    static PixelImage draw(Path file, int page, int dpi) throws IOException {
        try (PDDocument document = open(file)) {
            return draw(file, document, page, dpi / 72f);
        }
    }

    /** A page drawn small, twice as large as asked and then reduced, so that thin strokes stay. */
    static PixelImage thumbnail(Path file, int page, int maxSide) throws IOException {
        try (PDDocument document = open(file)) {
            double[] size = size(pageOf(file, document, page), 1);
            double scale = Math.min(DRAW_AT_MOST, 2 * maxSide / Math.max(size[0], size[1]));
            return draw(file, document, page, (float) scale).reducedTo(maxSide);
        }
    }

    private static final double DRAW_AT_MOST = PageDecoder.DEFAULT_DPI / 72.0;

    private static PDDocument open(Path file) throws IOException {
        try {
            return Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache());
        } catch (InvalidPasswordException e) {
            throw new ProblemException(Problem.of("image.password", file.toString()), e);
        }
    }

    private static PDPage pageOf(Path file, PDDocument document, int page) {
        if (page < 0 || page >= document.getNumberOfPages()) {
            throw new ProblemException(
                    Problem.of("image.page-missing", file.toString(), "page", String.valueOf(page + 1)));
        }
        return document.getPage(page);
    }

    /** Width and height in pixels, rounded as PDFBox does, turned as the page is. */
    private static double[] size(PDPage page, double scale) {
        PDRectangle crop = page.getCropBox();
        double width = Math.max(1, Math.floor(crop.getWidth() * (float) scale));
        double height = Math.max(1, Math.floor(crop.getHeight() * (float) scale));
        boolean sideways = page.getRotation() == 90 || page.getRotation() == 270;
        return sideways ? new double[] {height, width} : new double[] {width, height};
    }

    private static PixelImage draw(Path file, PDDocument document, int page, float scale) throws IOException {
        double[] size = size(pageOf(file, document, page), scale);
        RasterReader.refuseIfTooLarge(size[0], size[1], file);
        BufferedImage drawn = new WatchedRenderer(document, file).renderImage(page, scale, ImageType.RGB);
        return PixelImage.of(drawn);
    }

    /** Gives up on pages that draw for ever and on pictures inside a page that would fill the memory. */
    private static final class WatchedRenderer extends PDFRenderer {
        private final Path file;

        WatchedRenderer(PDDocument document, Path file) {
            super(document);
            this.file = file;
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new WatchedDrawer(parameters, file);
        }
    }

    private static final class WatchedDrawer extends PageDrawer {
        private final Path file;
        private final long deadlineNanos = System.nanoTime() + RasterReader.TIME_LIMIT.toNanos();

        WatchedDrawer(PageDrawerParameters parameters, Path file) throws IOException {
            super(parameters);
            this.file = file;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (System.nanoTime() - deadlineNanos > 0) {
                throw new ProblemException(Problem.of("image.too-slow", file.toString()));
            }
            super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            RasterReader.refuseIfTooLarge(image.getWidth(), image.getHeight(), file);
            super.drawImage(image);
        }
    }
}
