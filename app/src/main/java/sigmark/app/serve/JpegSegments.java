package sigmark.app.serve;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Takes out of a JPEG file what does not draw: where and when it was taken, by which camera, comments, previews. */
final class JpegSegments {
    private static final int START = 0xD8;
    private static final int SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int APP0 = 0xE0;
    private static final int COLOURS = 0xE2;
    private static final int ADOBE = 0xEE;
    private static final int APP15 = 0xEF;

    private JpegSegments() {}

    /** The same picture, pixel by pixel, without such segments; empty when the file is not built like a JPEG. */
    static Optional<byte[]> withoutWords(byte[] file) {
        if (file.length < 4 || (file[0] & 0xFF) != 0xFF || (file[1] & 0xFF) != START) {
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
        out.write(file, 0, 2);
        int at = 2;
        while (at + 4 <= file.length) {
            int kind = file[at + 1] & 0xFF;
            int length = (file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF;
            if ((file[at] & 0xFF) != 0xFF || length < 2 || at + 2 + length > file.length) {
                return Optional.empty();
            }
            if (kind == SCAN) {
                out.write(file, at, file.length - at);
                return Optional.of(out.toByteArray());
            }
            boolean drawn = kind == APP0 || kind == COLOURS || kind == ADOBE || kind < APP0 || kind > APP15;
            if (drawn && kind != COMMENT) {
                out.write(file, at, 2 + length);
            }
            at += 2 + length;
        }
        return Optional.empty();
    }
}
