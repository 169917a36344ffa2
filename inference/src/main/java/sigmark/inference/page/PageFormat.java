package sigmark.inference.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that hold pages, told by their first bytes and never by the file's name. */
public enum PageFormat {
    PNG("png"),
    JPEG("jpg", "jpeg", "jpe", "jfif"),
    TIFF("tif", "tiff"),
    BMP("bmp", "dib"),
    WEBP("webp"),
    PDF("pdf");

    /** So many bytes from the start are enough for {@link #ofHead}. */
    static final int HEAD = 1024;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> extensions;

    PageFormat(String... extensions) {
        this.extensions = List.of(extensions);
    }

    /** The usual file name extensions, lower case, the first one for new files. */
    public List<String> extensions() {
        return extensions;
    }

    /** Whether a file of this name looks like a page; says nothing of what is in it. */
    public static Optional<PageFormat> ofName(String fileName) {
        String extension = extension(fileName);
        for (PageFormat format : values()) {
            if (format.extensions.contains(extension)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The format of a file by its first bytes; empty when it holds no page. */
    public static Optional<PageFormat> of(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return ofHead(stream.readNBytes(HEAD));
        }
    }

    /** The text after the last dot, lower case; empty without one. */
    static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The format of a file that begins with these bytes. */
    static Optional<PageFormat> ofHead(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (text.startsWith("II*\0")
                || text.startsWith("MM\0*")
                || text.startsWith("II+\0")
                || text.startsWith("MM\0+")) {
            return Optional.of(TIFF);
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        }
        if (text.contains("%PDF-")) {
            return Optional.of(PDF);
        }
        // Two letters alone are too little to go by: the reserved words of the header must be zero as well.
        boolean bitmap = text.startsWith("BM") && text.startsWith("\0\0\0\0", 6);
        return bitmap ? Optional.of(BMP) : Optional.empty();
    }

    /** The name of a picture format that is known but not read, for the message. */
    static Optional<String> foreign(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("ftyp", 4)) {
            String brand = text.length() >= 12 ? text.substring(8, 12) : "";
            return Optional.of(
                    brand.startsWith("avi") ? "AVIF" : brand.matches("hei.|hev.|mif1|msf1") ? "HEIC" : "MP4");
        }
        if (text.startsWith("GIF8")) {
            return Optional.of("GIF");
        }
        if (text.startsWith("\0\0\0\fjP  ") || text.startsWith("\u00ffO\u00ffQ")) {
            return Optional.of("JPEG 2000");
        }
        if (text.startsWith("8BPS")) {
            return Optional.of("PSD");
        }
        if (text.startsWith("AT&TFORM")) {
            return Optional.of("DjVu");
        }
        return text.contains("<svg") ? Optional.of("SVG") : Optional.empty();
    }
}
