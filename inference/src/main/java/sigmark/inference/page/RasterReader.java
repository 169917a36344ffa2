package sigmark.inference.page;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/** One open image file behind ImageIO: the JDK's readers, and TwelveMonkeys' where those do not read the file. */
final class RasterReader implements AutoCloseable {
    /** A page that is not decoded by then is given up: no honest file of the allowed size takes so long. */
    static final Duration TIME_LIMIT = Duration.ofSeconds(60);

    private final Path file;
    private final PageFormat format;
    private ImageReader reader;
    private ImageInputStream input;
    private boolean second;

    private RasterReader(Path file, PageFormat format, ImageReader reader, ImageInputStream input) {
        this.file = file;
        this.format = format;
        this.reader = reader;
        this.input = input;
    }

    static RasterReader open(Path file, PageFormat format) throws IOException {
        ImageInputStream input = new FileImageInputStream(file.toFile());
        ImageReader reader = readerOf(format, false);
        reader.setInput(input, format != PageFormat.TIFF, true);
        return new RasterReader(file, format, reader, input);
    }

    private static ImageReader readerOf(PageFormat format, boolean second) throws IOException {
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT));
        ImageReader found = null;
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            boolean jdk = reader.getClass().getName().startsWith("com.sun.");
            // The JDK's TIFF reader takes sizes in the file at their word; TwelveMonkeys' checks them.
            boolean preferJdk = format != PageFormat.TIFF && !second;
            if (found == null || jdk == preferJdk) {
                found = reader;
            }
        }
        if (found == null) {
            throw new IOException("no reader for " + format);
        }
        return found;
    }

    int pages() throws IOException {
        if (format != PageFormat.TIFF) {
            return 1;
        }
        int pages = reader.getNumImages(true);
        if (pages > PageDecoder.MAX_PAGES) {
            throw new ProblemException(
                    Problem.of("image.too-many-pages", file.toString(), "pages", String.valueOf(pages)));
        }
        return pages;
    }

    /** The page's size; refuses what is too large to decode. */
    PageFrame frame(int page, int orientation) throws IOException {
        if (page < 0 || page >= pages()) {
            throw new ProblemException(
                    Problem.of("image.page-missing", file.toString(), "page", String.valueOf(page + 1)));
        }
        int width;
        int height;
        try {
            width = reader.getWidth(page);
            height = reader.getHeight(page);
        } catch (IOException | RuntimeException e) {
            if (!useSecond()) {
                throw e;
            }
            width = reader.getWidth(page);
            height = reader.getHeight(page);
        }
        if (width <= 0 || height <= 0) {
            throw new IOException("size %d×%d".formatted(width, height));
        }
        refuseIfTooLarge(width, height, file);
        return new PageFrame(width, height, orientation);
    }

    static void refuseIfTooLarge(double width, double height, Path file) {
        if (width * height > PageDecoder.MAX_PIXELS || width > 100_000 || height > 100_000) {
            throw new ProblemException(Problem.of(
                    "image.too-large",
                    file.toString(),
                    "width",
                    "%.0f".formatted(width),
                    "height",
                    "%.0f".formatted(height),
                    "limit",
                    String.valueOf(PageDecoder.MAX_PIXELS / 1_000_000)));
        }
    }

    /** Decodes a page, taking every {@code step}th pixel of every {@code step}th row. */
    PixelImage read(int page, PageFrame frame, int step, List<Problem> remarks) throws IOException {
        // Deflate makes at most 1032 bytes of one: a file that promises more is cut short, or a trap.
        if (format == PageFormat.PNG && (double) frame.rawWidth() * frame.rawHeight() / 8 / 1032 > Files.size(file)) {
            throw new ProblemException(Problem.of("image.truncated", file.toString()));
        }
        BufferedImage image;
        try {
            image = decode(page, step, remarks);
        } catch (ProblemException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (!useSecond()) {
                throw e;
            }
            image = decode(page, step, remarks);
        }
        PixelRows rows = PixelRows.of(image);
        var upright = new Upright(image.getWidth(), image.getHeight(), frame.exifOrientation());
        for (int y = 0; y < image.getHeight(); y++) {
            rows.read(y, upright.row(), upright.offset(y));
            upright.done(y);
        }
        return upright.image();
    }

    private BufferedImage decode(int page, int step, List<Problem> remarks) throws IOException {
        var watch = new ReadWatch(System.nanoTime() + TIME_LIMIT.toNanos());
        reader.addIIOReadProgressListener(watch);
        IIOReadWarningListener warnings = (source, warning) -> watch.warn(warning);
        reader.addIIOReadWarningListener(warnings);
        try {
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(page, param);
            if (watch.late()) {
                throw new ProblemException(Problem.of("image.too-slow", file.toString()));
            }
            judge(watch, remarks);
            return image;
        } finally {
            reader.removeIIOReadProgressListener(watch);
            reader.removeIIOReadWarningListener(warnings);
        }
    }

    /** A JPEG that ends inside its picture is refused; one that only lacks its end mark is whole. */
    private void judge(ReadWatch watch, List<Problem> remarks) {
        if (watch.warned("premature end") || (watch.warned("eoi") && watch.warned("corrupt jpeg data"))) {
            throw new ProblemException(Problem.of("image.truncated", file.toString()));
        }
        if (watch.warned("corrupt") || watch.warned("error reading")) {
            remarks.add(Problem.of("image.partly-damaged", file.toString(), "detail", watch.firstWarning()));
        }
    }

    /** Turns to the other reader, once; false when there is none. */
    private boolean useSecond() throws IOException {
        if (second || format == PageFormat.PNG || format == PageFormat.WEBP) {
            return false;
        }
        second = true;
        close();
        input = new FileImageInputStream(file.toFile());
        reader = readerOf(format, true);
        reader.setInput(input, format != PageFormat.TIFF, true);
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        input.close();
    }
}
