package sigmark.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.imageio.ImageIO;
import sigmark.inference.page.DecodedPage;
import sigmark.inference.page.PageDecoder;
import sigmark.inference.page.PageFrame;
import sigmark.inference.page.PageProbe;
import sigmark.inference.page.PixelImage;
import sigmark.inference.work.ProblemException;

/**
 * The images of a trial. They are kept as pixels alone: where and when a photo was taken, which cameras write into it,
 * never reaches the folder.
 */
final class TrialImages {
    private final Path folder;
    private final long mostPixels;

    TrialImages(Path folder, long mostPixels) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("images"));
        this.mostPixels = mostPixels;
    }

    /**
     * An image that came in.
     *
     * @param decodeNanos how long reading it took
     * @param file what is kept of it, when its bytes can be; otherwise its pixels are
     */
    record Image(PixelImage pixels, long decodeNanos, String sha256, Optional<byte[]> file) {}

    /** Reads an image; one that is too large is refused by its head, before its pixels need memory. */
    Image read(byte[] bytes) throws IOException {
        Path file = Files.createTempFile(folder, "in", ".part");
        try {
            Files.write(file, bytes);
            PageProbe probe = PageDecoder.probe(file);
            PageFrame frame = probe.pages().get(0);
            if ((long) frame.width() * frame.height() > mostPixels) {
                throw new TrialRefusal(413, "too-many-pixels");
            }
            long start = System.nanoTime();
            DecodedPage page = PageDecoder.decode(file);
            long nanos = System.nanoTime() - start;
            // a picture that must be turned loses what says so
            Optional<byte[]> kept = frame.exifOrientation() == 1 ? JpegSegments.withoutWords(bytes) : Optional.empty();
            return new Image(page.upright(), nanos, sha256(bytes), kept);
        } catch (ProblemException unreadable) {
            TrialRefusal refusal = new TrialRefusal(415, "not-an-image");
            refusal.initCause(unreadable);
            throw refusal;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Keeps the pixels and gives the file's name. */
    String keep(Image image) throws IOException {
        String name = image.sha256().substring(0, 32) + (image.file().isPresent() ? ".jpg" : ".png");
        Path target = folder.resolve(name);
        if (!Files.exists(target)) {
            Path part = Files.createTempFile(folder, "keep", ".part");
            try {
                if (image.file().isPresent()) {
                    Files.write(part, image.file().get());
                } else {
                    ImageIO.write(image.pixels().toBufferedImage(), "png", part.toFile());
                }
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        }
        return "images/" + name;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
