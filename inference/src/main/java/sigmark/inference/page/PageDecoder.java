package sigmark.inference.page;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * Reads pages from PNG, JPEG, TIFF, BMP, WebP and PDF files. The format is told by content, pages come upright, on
 * white, and every file that cannot be read ends in a {@link ProblemException} of concern {@code image}: sizes are
 * checked before memory is taken, and work that takes too long is cut off. Blocks; safe from any thread.
 */
public final class PageDecoder {
    /** Pixels of the largest page that is decoded: 120 megapixels, 480 MB in memory. */
    public static final long MAX_PIXELS = 120_000_000;

    /** Resolution at which a PDF page is drawn unless someone chooses another. */
    public static final int DEFAULT_DPI = 200;

    /** Pages of one file that are looked at; a file with more is refused. */
    static final int MAX_PAGES = 20_000;

    private PageDecoder() {}

    /** What the file holds, without decoding pixels; PDF pages at {@link #DEFAULT_DPI}. */
    public static PageProbe probe(Path file) {
        return probe(file, DEFAULT_DPI);
    }

    /** What the file holds, without decoding pixels; PDF pages at this resolution. */
    public static PageProbe probe(Path file, int dpi) {
        return guarded(file, () -> {
            PageFormat format = format(file);
            List<Problem> remarks = remarks(file, format);
            if (format == PageFormat.PDF) {
                return new PageProbe(format, PdfPages.frames(file, dpi), remarks);
            }
            List<PageFrame> frames = new ArrayList<>();
            try (var reader = RasterReader.open(file, format)) {
                int pages = reader.pages();
                for (int i = 0; i < pages; i++) {
                    frames.add(reader.frame(
                            i,
                            i == 0
                                    ? orientation(file, format, i, remarks)
                                    : orientation(file, format, i, new ArrayList<>())));
                }
            }
            return new PageProbe(format, frames, remarks);
        });
    }

    /** The only or first page of a file. */
    public static DecodedPage decode(Path file) {
        return decode(file, 0, DEFAULT_DPI);
    }

    /**
     * One page of a file.
     *
     * @param page 0-based, of a PDF or a TIFF
     * @param dpi resolution at which a PDF page is drawn; without meaning for images
     */
    public static DecodedPage decode(Path file, int page, int dpi) {
        return guarded(file, () -> {
            PageFormat format = format(file);
            List<Problem> remarks = remarks(file, format);
            if (format == PageFormat.PDF) {
                PixelImage drawn = PdfPages.draw(file, page, dpi);
                return new DecodedPage(drawn, drawn.width(), drawn.height(), 1, remarks);
            }
            int orientation = orientation(file, format, page, remarks);
            try (var reader = RasterReader.open(file, format)) {
                PageFrame frame = reader.frame(page, orientation);
                PixelImage upright = reader.read(page, frame, 1, remarks);
                return new DecodedPage(upright, frame.rawWidth(), frame.rawHeight(), orientation, remarks);
            }
        });
    }

    /** The first page, upright, reduced so that neither side is longer than {@code maxSide}; never enlarged. */
    public static PixelImage thumbnail(Path file, int maxSide) {
        return thumbnail(file, 0, maxSide);
    }

    /** A page, upright, reduced so that neither side is longer than {@code maxSide}; never enlarged. */
    public static PixelImage thumbnail(Path file, int page, int maxSide) {
        return guarded(file, () -> {
            PageFormat format = format(file);
            if (format == PageFormat.PDF) {
                return PdfPages.thumbnail(file, page, maxSide);
            }
            int orientation = orientation(file, format, page, new ArrayList<>());
            try (var reader = RasterReader.open(file, format)) {
                PageFrame frame = reader.frame(page, orientation);
                int step = Math.max(1, Math.max(frame.rawWidth(), frame.rawHeight()) / (2 * maxSide));
                return reader.read(page, frame, step, new ArrayList<>()).reducedTo(maxSide);
            }
        });
    }

    private static PageFormat format(Path file) throws IOException {
        byte[] head;
        try (var stream = Files.newInputStream(file)) {
            head = stream.readNBytes(PageFormat.HEAD);
        }
        if (head.length == 0) {
            throw new ProblemException(Problem.of("image.empty", file.toString()));
        }
        return PageFormat.ofHead(head)
                .orElseThrow(() -> new ProblemException(PageFormat.foreign(head)
                        .map(name -> Problem.of("image.unsupported", file.toString(), "format", name))
                        .orElseGet(() -> Problem.of("image.not-an-image", file.toString()))));
    }

    private static List<Problem> remarks(Path file, PageFormat format) {
        List<Problem> remarks = new ArrayList<>();
        String extension = PageFormat.extension(String.valueOf(file.getFileName()));
        if (!format.extensions().contains(extension)) {
            remarks.add(
                    Problem.of("image.mislabeled", file.toString(), "extension", extension, "format", format.name()));
        }
        return remarks;
    }

    private static int orientation(Path file, PageFormat format, int page, List<Problem> remarks) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            return new ExifOrientation(bytes).read(format, page);
        } catch (ExifOrientation.Damaged e) {
            remarks.add(Problem.of("image.exif", file.toString(), "detail", String.valueOf(e.getMessage())));
            return 1;
        }
    }

    /** Work on a file that may be anything. */
    interface Decoding<T> {
        T run() throws IOException;
    }

    /**
     * Turns whatever a decoder throws into a problem. The decoders are other people's and fail on broken files in every
     * way there is, so here everything is caught; memory that cannot be had is the file's fault too.
     */
    private static <T> T guarded(Path file, Decoding<T> decoding) {
        String where = file.toString();
        if (!Files.isRegularFile(file)) {
            String code = Files.isDirectory(file) ? "image.folder" : "image.missing";
            throw new ProblemException(Problem.of(code, where));
        }
        if (!Files.isReadable(file)) {
            throw new ProblemException(Problem.of("image.unreadable", where, "detail", "permission"));
        }
        try {
            return decoding.run();
        } catch (ProblemException e) {
            throw e;
        } catch (EOFException e) {
            throw new ProblemException(Problem.of("image.truncated", where), e);
        } catch (OutOfMemoryError e) {
            throw new ProblemException(Problem.of("image.memory", where), e);
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
            throw new ProblemException(problemOf(e, where), e);
        }
    }

    private static Problem problemOf(Throwable cause, String where) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            String text = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
            if (t instanceof EOFException || text.contains("unexpected end") || text.contains("premature")) {
                return Problem.of("image.truncated", where);
            }
        }
        String detail = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return Problem.of("image.damaged", where, "detail", detail);
    }
}
