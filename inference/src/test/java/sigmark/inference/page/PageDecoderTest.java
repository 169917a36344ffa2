package sigmark.inference.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

class PageDecoderTest {
    @TempDir
    Path folder;

    private static final int WHITE = 0xFFFFFFFF;
    private static final int BLACK = 0xFF000000;
    private static final int RED = 0xFFFF0000;

    private DecodedPage decode(String name, byte[] bytes) {
        return PageDecoder.decode(PageFiles.write(folder, name, bytes));
    }

    private Problem problemOf(String name, byte[] bytes) {
        return problemOf(PageFiles.write(folder, name, bytes));
    }

    private static Problem problemOf(Path file) {
        var thrown = catchThrowableOfType(ProblemException.class, () -> PageDecoder.decode(file));
        assertThat(thrown).as("decoding %s", file).isNotNull();
        return thrown.problem();
    }

    /** The colour in the middle of each mark, and of the paper, near enough for lossy formats. */
    private static void assertShowsPicture(PixelImage image) {
        assertThat(List.of(image.width(), image.height())).containsExactly(64, 40);
        assertNear(image, 2, 2, WHITE);
        assertNear(image, 12, 8, BLACK);
        assertNear(image, 50, 28, RED);
        assertNear(image, 62, 38, WHITE);
    }

    private static void assertNear(PixelImage image, int x, int y, int expected) {
        int actual = image.pixels()[y * image.width() + x];
        for (int shift = 0; shift <= 24; shift += 8) {
            assertThat(actual >> shift & 0xFF)
                    .as("pixel %d,%d is %08x, expected near %08x", x, y, actual, expected)
                    .isCloseTo(expected >> shift & 0xFF, org.assertj.core.data.Offset.offset(32));
        }
    }

    @Test
    void readsEveryFormat() {
        assertShowsPicture(decode("a.png", PageFiles.encode(PageFiles.picture(BufferedImage.TYPE_INT_RGB), "png"))
                .upright());
        assertShowsPicture(decode("a.jpg", PageFiles.jpeg()).upright());
        assertShowsPicture(decode("cmyk.jpg", PageFiles.JPEG_CMYK).upright());
        assertShowsPicture(decode("a.bmp", PageFiles.encode(PageFiles.picture(BufferedImage.TYPE_INT_RGB), "bmp"))
                .upright());
        assertShowsPicture(decode("a.webp", PageFiles.WEBP).upright());
        assertShowsPicture(decode("l.webp", PageFiles.WEBP_LOSSLESS).upright());
        assertShowsPicture(decode("a.tif", PageFiles.tiff(PageFiles.picture(BufferedImage.TYPE_INT_RGB)))
                .upright());
        Path pdf = PageFiles.write(folder, "a.pdf", PageFiles.pdf(1, ""));
        assertShowsPicture(PageDecoder.decode(pdf, 0, 72).upright());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_USHORT_565_RGB
            })
    void keepsColoursOfEveryPixelLayout(int type) {
        assertShowsPicture(decode("a.png", PageFiles.encode(PageFiles.picture(type), "png"))
                .upright());
    }

    @Test
    void putsTransparentPagesOnWhitePaper() {
        var image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00123456);
        image.setRGB(1, 0, 0x80000000);
        assertThat(decode("a.png", PageFiles.encode(image, "png")).upright().pixels())
                .containsExactly(WHITE, 0xFF7F7F7F);
    }

    @Test
    void doesNotBrightenGrey() {
        var eight = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        eight.getRaster().setSample(0, 0, 0, 100);
        var sixteen = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
        sixteen.getRaster().setSample(0, 0, 0, 100 << 8 | 17);
        assertThat(decode("8.png", PageFiles.encode(eight, "png")).upright().pixels())
                .containsExactly(0xFF646464);
        assertThat(decode("16.png", PageFiles.encode(sixteen, "png")).upright().pixels())
                .containsExactly(0xFF646464);
        assertThat(decode("16.tif", PageFiles.tiff(sixteen)).upright().pixels()).containsExactly(0xFF646464);
    }

    @Test
    void readsOneBitScans() {
        var scan = new BufferedImage(64, 40, BufferedImage.TYPE_BYTE_BINARY);
        var graphics = scan.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 64, 20);
        graphics.dispose();
        for (var decoded :
                List.of(decode("a.tif", PageFiles.tiff(scan)), decode("a.png", PageFiles.encode(scan, "png")))) {
            assertNear(decoded.upright(), 63, 19, WHITE);
            assertNear(decoded.upright(), 0, 20, BLACK);
        }
    }

    /** Where the middle of the black mark, raw (12,8), comes to lie. */
    @ParameterizedTest
    @CsvSource({
        "1,64,12,8",
        "2,64,51,8",
        "3,64,51,31",
        "4,64,12,31",
        "5,40,8,12",
        "6,40,31,12",
        "7,40,31,51",
        "8,40,8,51"
    })
    void turnsUprightByExif(int orientation, int width, int x, int y) {
        Path file = PageFiles.write(folder, "a.jpg", PageFiles.jpeg(orientation));
        DecodedPage page = PageDecoder.decode(file);
        assertThat(List.of(page.rawWidth(), page.rawHeight(), page.exifOrientation()))
                .containsExactly(64, 40, orientation);
        assertThat(page.upright().width()).isEqualTo(width);
        assertNear(page.upright(), x, y, BLACK);
        assertThat(PageDecoder.probe(file).pages()).containsExactly(new PageFrame(64, 40, orientation));
        assertThat(PageDecoder.thumbnail(file, 32).width()).isEqualTo(width / 2);
    }

    @Test
    void turnsByHand() {
        PixelImage image = decode("a.jpg", PageFiles.jpeg()).upright();
        assertNear(image.turned(1), 31, 12, BLACK);
        assertThat(image.turned(1).turned(2).turned(1).pixels()).isEqualTo(image.pixels());
    }

    @Test
    void readsEachPageOfTiffAndPdf() {
        var small = new BufferedImage(10, 20, BufferedImage.TYPE_INT_RGB);
        Path tiff =
                PageFiles.write(folder, "a.tiff", PageFiles.tiff(PageFiles.picture(BufferedImage.TYPE_INT_RGB), small));
        assertThat(PageDecoder.probe(tiff).pages()).containsExactly(new PageFrame(64, 40, 1), new PageFrame(10, 20, 1));
        assertThat(PageDecoder.decode(tiff, 1, 0).upright().width()).isEqualTo(10);

        Path pdf = PageFiles.write(folder, "a.pdf", PageFiles.pdf(3, ""));
        assertThat(PageDecoder.probe(pdf, 144).pages()).hasSize(3).contains(new PageFrame(128, 80, 1));
        assertThat(PageDecoder.decode(pdf, 2, 144).upright().width()).isEqualTo(128);
        assertThat(catchThrowableOfType(ProblemException.class, () -> PageDecoder.decode(pdf, 3, 72))
                        .problem()
                        .code())
                .isEqualTo("image.page-missing");
    }

    @Test
    void goesByContentNotByName() {
        DecodedPage page = decode("photo.png", PageFiles.jpeg());
        assertShowsPicture(page.upright());
        assertThat(page.remarks()).extracting(Problem::code).containsExactly("image.mislabeled");
        assertThat(decode("photo.jpeg", PageFiles.jpeg()).remarks()).isEmpty();
    }

    @Test
    void refusesWhatIsNotAPage() throws IOException {
        assertThat(problemOf("a.png", new byte[0]).code()).isEqualTo("image.empty");
        assertThat(problemOf("a.png", "Dear reader".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("image.not-an-image");
        assertThat(problemOf("a.jpg", "\0\0\0\u0018ftypheic".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(
                        Problem.of("image.unsupported", folder.resolve("a.jpg").toString(), "format", "HEIC"));
        assertThat(problemOf(folder.resolve("nowhere.png")).code()).isEqualTo("image.missing");
        assertThat(problemOf(folder).code()).isEqualTo("image.folder");
        assertThat(problemOf("locked.pdf", PageFiles.pdf(1, "secret")).code()).isEqualTo("image.password");
        byte[] damaged = Arrays.copyOf("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 500);
        assertThat(problemOf("damaged.pdf", damaged).code()).isEqualTo("image.damaged");
    }

    @Test
    void refusesTruncatedFiles() {
        var noise = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        var random = new java.util.Random(1);
        for (int i = 0; i < 40_000; i++) {
            noise.setRGB(i % 200, i / 200, random.nextInt());
        }
        for (String format : List.of("png", "jpg", "bmp", "tiff")) {
            byte[] whole = PageFiles.encode(noise, format);
            for (int share : List.of(30, 60, 90)) {
                byte[] cut = Arrays.copyOf(whole, whole.length * share / 100);
                assertThat(problemOf("cut." + format, cut).code())
                        .as("%s cut to %d %%", format, share)
                        .isIn("image.truncated", "image.damaged");
            }
        }
        byte[] jpeg = PageFiles.encode(noise, "jpg");
        assertThat(problemOf("cut.jpg", Arrays.copyOf(jpeg, jpeg.length / 2)).code())
                .isEqualTo("image.truncated");
        assertThat(decode("no-end-mark.jpg", Arrays.copyOf(jpeg, jpeg.length - 2))
                        .upright()
                        .width())
                .isEqualTo(200);
    }

    @Test
    void refusesAbsurdSizesBeforeTakingMemory() throws IOException {
        long before = System.nanoTime();
        Problem png = problemOf("huge.png", pngHeader(60_000, 60_000));
        assertThat(png.code()).isEqualTo("image.too-large");
        assertThat(png.facts()).containsEntry("width", "60000").containsEntry("limit", "120");
        // Within the limit, but no file this small holds so many pixels.
        assertThat(problemOf("bomb.png", pngHeader(10_000, 11_000)).code()).isEqualTo("image.truncated");
        assertThat(problemOf("wide.png", pngHeader(Integer.MAX_VALUE, 1)).code())
                .isEqualTo("image.too-large");

        try (var document = new PDDocument()) {
            document.addPage(new PDPage(new PDRectangle(14_400, 14_400)));
            Path pdf = folder.resolve("huge.pdf");
            document.save(pdf.toFile());
            assertThat(problemOf(pdf).code()).isEqualTo("image.too-large");
            assertThat(catchThrowableOfType(ProblemException.class, () -> PageDecoder.probe(pdf))
                            .problem()
                            .code())
                    .isEqualTo("image.too-large");
            assertThat(PageDecoder.thumbnail(pdf, 100).width()).isEqualTo(100);
        }
        assertThat(System.nanoTime() - before).isLessThan(10_000_000_000L);
    }

    private static byte[] pngHeader(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeLong(0x89504E470D0A1A0AL);
        var header = new ByteArrayOutputStream();
        var chunk = new DataOutputStream(header);
        chunk.writeInt(0x49484452);
        chunk.writeInt(width);
        chunk.writeInt(height);
        chunk.write(new byte[] {8, 2, 0, 0, 0});
        out.writeInt(13);
        out.write(header.toByteArray());
        var crc = new CRC32();
        crc.update(header.toByteArray());
        out.writeInt((int) crc.getValue());
        out.writeInt(0);
        out.writeInt(0x49444154);
        out.writeInt(0x35AF061E);
        return bytes.toByteArray();
    }

    @Test
    void saysThatExifIsDamagedAndShowsThePageAsStored() {
        byte[] jpeg = PageFiles.jpeg(6);
        jpeg[12] = 'X';
        DecodedPage page = decode("a.jpg", jpeg);
        assertThat(page.exifOrientation()).isEqualTo(1);
        assertThat(page.remarks()).extracting(Problem::code).containsExactly("image.exif");
    }

    @Test
    void readsNamesInHangulAndBlanks() {
        assertShowsPicture(decode("수학 1단원 (최종).jpg", PageFiles.jpeg()).upright());
    }

    @Test
    void givesNoThumbnailLargerThanThePage() throws IOException {
        Path file = PageFiles.write(folder, "a.jpg", PageFiles.jpeg());
        assertThat(PageDecoder.thumbnail(file, 500).width()).isEqualTo(64);
        assertThat(PageDecoder.thumbnail(file, 16).height()).isEqualTo(10);
        assertThat(Files.size(file)).isPositive();
    }
}
