package sigmark.inference.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.work.ProblemException;

/** Valid files with bytes changed, cut, doubled or inserted: the answer is a page or a problem, soon. */
class PageDecoderFuzzTest {
    private static final long SLOWEST_MILLIS = 5_000;

    /** PDFBox writes a line for each oddity; held here so that the level stays. */
    private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");

    @TempDir
    Path folder;

    @BeforeAll
    static void quiet() {
        PDFBOX.setLevel(Level.OFF);
    }

    private static Map<String, byte[]> valid() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.png", PageFiles.encode(PageFiles.picture(BufferedImage.TYPE_INT_RGB), "png"));
        files.put("indexed.png", PageFiles.encode(PageFiles.picture(BufferedImage.TYPE_BYTE_INDEXED), "png"));
        files.put("a.jpg", PageFiles.jpeg(6));
        files.put("cmyk.jpg", PageFiles.JPEG_CMYK);
        files.put("a.bmp", PageFiles.encode(PageFiles.picture(BufferedImage.TYPE_INT_RGB), "bmp"));
        files.put("a.webp", PageFiles.WEBP);
        files.put("l.webp", PageFiles.WEBP_LOSSLESS);
        files.put(
                "a.tif",
                PageFiles.tiff(
                        PageFiles.picture(BufferedImage.TYPE_INT_RGB),
                        PageFiles.picture(BufferedImage.TYPE_BYTE_BINARY)));
        files.put("a.pdf", PageFiles.pdf(2, ""));
        return files;
    }

    static byte[] mutated(byte[] valid, Random random) {
        byte[] bytes = valid.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            // Headers are short and matter most: half of the changes go there.
            int at = random.nextInt(random.nextBoolean() ? Math.min(64, bytes.length) : bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 ->
                    Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) (random.nextBoolean() ? 0xFF : 0));
                case 3 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                default -> {
                    byte[] longer = Arrays.copyOf(bytes, bytes.length + 8);
                    System.arraycopy(bytes, at, longer, at + 8, bytes.length - at);
                    bytes = longer;
                }
            }
        }
        return bytes;
    }

    private void fuzz(long millis, long seed) {
        long end = System.nanoTime() + millis * 1_000_000;
        int pages = 0;
        int problems = 0;
        Map<String, byte[]> files = valid();
        for (long round = 0; System.nanoTime() < end; round++) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                byte[] bytes = mutated(each.getValue(), new Random(seed + round));
                Path file = PageFiles.write(folder, each.getKey(), bytes);
                long before = System.nanoTime();
                try {
                    PageDecoder.probe(file);
                    PageDecoder.decode(file);
                    PageDecoder.thumbnail(file, 16);
                    pages++;
                } catch (ProblemException e) {
                    problems++;
                } catch (Throwable e) {
                    fail("%s, seed %d: %s".formatted(each.getKey(), seed + round, e), e);
                }
                assertThat((System.nanoTime() - before) / 1_000_000)
                        .as("milliseconds for %s, seed %d", each.getKey(), seed + round)
                        .isLessThan(SLOWEST_MILLIS);
            }
        }
        assertThat(pages).isPositive();
        assertThat(problems).isPositive();
    }

    @Test
    void answersWithAPageOrAProblem() {
        fuzz(4_000, 1);
    }

    @Test
    @Tag("long")
    void answersForLong() {
        fuzz(300_000, 1_000_000);
    }
}
