package sigmark.inference.page;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/**
 * Small page files of every kind for tests. All show the same picture of 64×40: white, black in [4,21)×[4,13), red in
 * [40,61)×[20,37).
 */
final class PageFiles {
    static final byte[] WEBP =
            decode("UklGRvYAAABXRUJQVlA4IOoAAAAwCACdASpAACgAPjEUiEKiISEYDVQAIAMEsYA8G/kH4S/kBSq/xm9QCgQNNP/Unr"
                    + "QM0A/gHv9F0okuUai0QlhYjThnxGTzORCVsAD+/jR//VRQXaP/+Yl//vLxP/5zTGhP/5df//emf/zms7CePxt87Hf8"
                    + "+LQ//8XM0cXx0f//+/dj9utsfAXHCgVln/s0w/9Hn/72NzKSjPpNlHnivPF+eeMC+K3EDxetbv5yOoTWrsKiNP2/yA"
                    + "W//tCP/6I/3/3ZGxnJ/4JTnvf9dB/t9Sk0E9PReqrNK4/5uSPWIcO3/93/1yhd8EdwAAA=");
    static final byte[] WEBP_LOSSLESS =
            decode("UklGRjYAAABXRUJQVlA4TCkAAAAvP8AJABcw//M///MfKAU1bSMxIfkcC83f+o8R/Z8Arw+gqxhcon1CVgA=");
    static final byte[] JPEG_CMYK =
            decode("/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCx"
                    + "AWEBETFBUVFQwPFxgWFBgSFBUU/9sAQwEDBAQFBAUJBQUJFA0LDRQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU"
                    + "FBQUFBQUFBQUFBQUFBQUFBQUFBQU/8AAFAgAKABABAERAAIRAQMRAQQRAP/EABcAAQEBAQAAAAAAAAAAAAAAAAAICQ"
                    + "f/xAA8EAABAQQHBAYFDQAAAAAAAAAAAwEFERICBAYHCBMUCRYZIRUYMWfU5BdBVZSlJjI3QkVRVmFjdpWmtP/EABkB"
                    + "AQADAQEAAAAAAAAAAAAAAAAGBwgFCf/EADkRAAECAgQGEAcAAAAAAAAAAAABAgMRBAUGEgcWF0FRUhMUITFTYWNlkZ"
                    + "Kio9HT4uMVNDZyc7Gy/9oADgQBAAIRAxEEAAA/AMqgCqcdOOnqYbk/IjfHeXXfa2h02n0/6Ks82f8AlCX1x5ACVeOl"
                    + "3Jf2zyQAO/4KNpH1wL03rYz0d7o6FyqvfW9Oa2eRdBLLk06cI58Zpm/NhDnFgAtUAAAAAAAAAEVbSPBRbjGB6O9zHr"
                    + "Z92bu9I6vp2sLpT6jSyZeUipGGRTjGHbRhHnAARXwUb8PxVd//ACNe8GACn9nls8rxsJ19D6tfa99WXeLtrtn1nSmk"
                    + "5K1WVVmK06zVlWUmsUq6bJZUabIxa2LWcu1rABoUAAAAAAAAAAAAAAAAAAXdwuO834B5knOLHLdn1GVMuvNve+0Bwu"
                    + "O834B5kYsct2fUMuvNve+0Dk2JfBn1eLC1C0m+G8GqeSbv03RmmlmSVUnmzqcYZUIQ+t28ufKrKpvh8FIuyXprLelm"
                    + "XjXQWBYnCTjhWL6BtTYrrFfO/enJzWylcbrTnPNvAmojZdYAAAAAAAAN3S8zyqAABJm0u+gpxfuRD/LWiKWk+Ub9yf"
                    + "pTQGBP6ij/AIXf3DBmqVubVAAAAAAAABpVxLrsPYVrfc6r4ksjGSiaruhPExVkTtFw8HrP8sDiXXYewrW+51XxIxko"
                    + "mq7oTxGRO0XDwes/ywcPxe4vbHX+XbO2z1nna/KnXas9kq/TUeaCNBNqdFFeg1jG0FabZoq0fVCDG8/v4lb1vAp8BI"
                    + "UJFRUWe7LQvGuktDB3g7rWydaxKdTokNzXQ1YiMVyrNXMXOxqSk1c+jcB//9k=");

    private PageFiles() {}

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    static BufferedImage picture(int type) {
        return paint(new BufferedImage(64, 40, type));
    }

    static BufferedImage paint(BufferedImage image) {
        var graphics = image.createGraphics();
        if (!image.getColorModel().hasAlpha()) {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, 64, 40);
        }
        graphics.setColor(Color.BLACK);
        graphics.fillRect(4, 4, 17, 9);
        graphics.setColor(Color.RED);
        graphics.fillRect(40, 20, 21, 17);
        graphics.dispose();
        return image;
    }

    static byte[] encode(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] jpeg() {
        return encode(picture(BufferedImage.TYPE_3BYTE_BGR), "jpg");
    }

    /** A JPEG with an EXIF block that says this orientation; big-endian. */
    static byte[] jpeg(int orientation) {
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
        byte[] plain = jpeg();
        var bytes = new ByteArrayOutputStream();
        bytes.write(plain, 0, 2);
        bytes.writeBytes(exif);
        bytes.write(plain, 2, plain.length - 2);
        return bytes.toByteArray();
    }

    static byte[] tiff(BufferedImage... pages) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A PDF of pages of 64×40 points; with a password unless that is empty. */
    static byte[] pdf(int pages, String password) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                var page = new PDPage(new PDRectangle(64, 40));
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.addRect(4, 27, 17, 9);
                    content.fill();
                    content.setNonStrokingColor(1f, 0f, 0f);
                    content.addRect(40, 3, 21, 17);
                    content.fill();
                }
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Path write(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
