package sigmark.inference.page;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/**
 * Finds the orientation tag (0x0112) in the EXIF block of a JPEG, PNG, WebP or TIFF file. Reads only the few bytes on
 * the way there, so that a broken or hostile block costs nothing.
 */
final class ExifOrientation {
    /** The block is there but cannot be followed. */
    static final class Damaged extends Exception {
        Damaged(String message) {
            super(message);
        }
    }

    private static final int TAG = 0x0112;
    private static final int MAX_STEPS = 10_000;

    private final RandomAccessFile file;

    ExifOrientation(RandomAccessFile file) {
        this.file = file;
    }

    /** The orientation 1 to 8 of a page; 1 where the file says nothing. */
    int read(PageFormat format, int page) throws IOException, Damaged {
        try {
            OptionalInt found =
                    switch (format) {
                        case JPEG -> inJpeg();
                        case PNG -> inChunks(8, ByteOrder.BIG_ENDIAN, true);
                        case WEBP -> inChunks(12, ByteOrder.LITTLE_ENDIAN, false);
                        case TIFF -> inTiff(0, page);
                        case BMP, PDF -> OptionalInt.empty();
                    };
            int value = found.orElse(1);
            if (value < 1 || value > 8) {
                // 0 is written by many programs for "not known".
                return 1;
            }
            return value;
        } catch (java.io.EOFException e) {
            throw new Damaged("ends early");
        }
    }

    private OptionalInt inJpeg() throws IOException, Damaged {
        long at = 2;
        for (int step = 0; step < MAX_STEPS && at + 4 <= file.length(); step++) {
            ByteBuffer segment = bytes(at, 4, ByteOrder.BIG_ENDIAN);
            int marker = segment.getShort() & 0xFFFF;
            int length = segment.getShort() & 0xFFFF;
            if ((marker & 0xFF00) != 0xFF00 || marker == 0xFFDA || marker == 0xFFD9) {
                return OptionalInt.empty();
            }
            if (marker == 0xFFFF) { // fill byte before a marker
                at++;
                continue;
            }
            if (marker == 0xFFE1 && length >= 16 && isExif(at + 4)) {
                return inTiff(at + 10, 0);
            }
            at += 2L + length;
        }
        return OptionalInt.empty();
    }

    private boolean isExif(long at) throws IOException {
        ByteBuffer name = bytes(at, 6, ByteOrder.BIG_ENDIAN);
        return name.getInt() == 0x45786966 && name.getShort() == 0;
    }

    /** PNG has length, name, data, checksum; RIFF has name, length, data padded to two. */
    private OptionalInt inChunks(long start, ByteOrder order, boolean png) throws IOException, Damaged {
        long at = start;
        for (int step = 0; step < MAX_STEPS && at + 8 <= file.length(); step++) {
            int first = bytes(at, 4, png ? order : ByteOrder.BIG_ENDIAN).getInt();
            int second = bytes(at + 4, 4, png ? ByteOrder.BIG_ENDIAN : order).getInt();
            int name = png ? second : first;
            long length = (png ? first : second) & 0xFFFFFFFFL;
            if (name == (png ? 0x65584966 : 0x45584946)) { // eXIf, EXIF
                boolean prefixed = length > 6 && isExif(at + 8);
                return inTiff(at + (prefixed ? 14 : 8), 0);
            }
            at += 8 + (png ? length + 4 : length + (length & 1));
        }
        return OptionalInt.empty();
    }

    private OptionalInt inTiff(long base, int page) throws IOException, Damaged {
        ByteBuffer head = bytes(base, 8, ByteOrder.BIG_ENDIAN);
        short mark = head.getShort();
        if (mark != 0x4949 && mark != 0x4D4D) {
            throw new Damaged("no byte order mark");
        }
        ByteOrder order = mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        head.order(order);
        int version = head.getShort();
        if (version == 43) { // BigTIFF: orientation is not looked for
            return OptionalInt.empty();
        }
        if (version != 42) {
            throw new Damaged("version " + version);
        }
        long at = head.getInt() & 0xFFFFFFFFL;
        for (int i = 0; ; i++) {
            if (at == 0 || i > MAX_STEPS) {
                return OptionalInt.empty();
            }
            int entries = bytes(base + at, 2, order).getShort() & 0xFFFF;
            if (i == page) {
                return inDirectory(bytes(base + at + 2, entries * 12, order), entries);
            }
            at = bytes(base + at + 2 + entries * 12L, 4, order).getInt() & 0xFFFFFFFFL;
        }
    }

    private static OptionalInt inDirectory(ByteBuffer directory, int entries) {
        for (int i = 0; i < entries; i++) {
            if ((directory.getShort(i * 12) & 0xFFFF) == TAG) {
                int type = directory.getShort(i * 12 + 2);
                return OptionalInt.of(
                        type == 4 ? directory.getInt(i * 12 + 8) : directory.getShort(i * 12 + 8) & 0xFFFF);
            }
        }
        return OptionalInt.empty();
    }

    private ByteBuffer bytes(long at, int count, ByteOrder order) throws IOException {
        if (at < 0 || at + count > file.length()) {
            throw new java.io.EOFException();
        }
        byte[] read = new byte[count];
        file.seek(at);
        file.readFully(read);
        return ByteBuffer.wrap(read).order(order);
    }
}
