package sigmark.labeling.exchange;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.edit.DrawRegion;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Page;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/** Projects and page files for tests of import and export. */
final class Samples {
    static final Author AUTHOR = new Author("Kim");

    private Samples() {}

    /** A page that looks like no other seed's. */
    static BufferedImage picture(int width, int height, long seed) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        var random = new Random(seed * 7919 + 13);
        for (int i = 0; i < 12; i++) {
            graphics.fillRect(random.nextInt(width), random.nextInt(height), 1 + width / 6, 1 + height / 10);
        }
        graphics.dispose();
        for (int i = width * height / 20; i > 0; i--) {
            image.setRGB(random.nextInt(width), random.nextInt(height), 0x808080);
        }
        return image;
    }

    static byte[] encoded(BufferedImage image, String format) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG of that stored size whose EXIF says this orientation. */
    static byte[] jpeg(int width, int height, long seed, int orientation) {
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0, //
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1, //
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        byte[] plain = encoded(picture(width, height, seed), "jpg");
        var bytes = new ByteArrayOutputStream();
        bytes.write(plain, 0, 2);
        bytes.writeBytes(exif);
        bytes.write(plain, 2, plain.length - 2);
        return bytes.toByteArray();
    }

    static byte[] pdf(int pages) {
        try (var document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                var page = new PDPage(new PDRectangle(72 + 10 * i, 144));
                document.addPage(page);
                var random = new Random(i);
                try (var content = new PDPageContentStream(document, page)) {
                    for (int k = 0; k < 400; k++) {
                        content.addRect(random.nextFloat() * 80, random.nextFloat() * 144, 3, 2);
                        content.fill();
                    }
                }
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path folder, String name, byte[] bytes) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path folder, String name, String text) {
        return write(folder, name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static Path png(Path folder, String name, int width, int height, long seed) {
        return write(folder, name, encoded(picture(width, height, seed), "png"));
    }

    static ProjectStore project(Path folder) {
        return ProjectStore.create(folder, "Test", AUTHOR);
    }

    /** A project with one page of 200×300. */
    static ProjectStore projectWithPage(Path folder, String name) {
        ProjectStore store = project(folder.resolve("project"));
        Path image = png(folder.resolve("source"), name, 200, 300, 1);
        PageImporter.importPages(store, java.util.List.of(image), ImportOptions.DEFAULT, Progress.SILENT);
        return store;
    }

    static Page page(ProjectStore store, String name) {
        return store.pages().list(SliceQuery.ALL).stream()
                .filter(page -> page.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no page " + name));
    }

    static FormulaRegion draw(ProjectStore store, Page page, Box box, Optional<String> latex) {
        FormulaRegion region = FormulaRegion.drawn(page.id(), box, FormulaKind.DISPLAY, Writing.PRINTED)
                .withLatex(latex);
        store.apply(new DrawRegion(region), 0);
        return region;
    }
}
