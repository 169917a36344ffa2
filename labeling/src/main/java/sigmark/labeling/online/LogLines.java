package sigmark.labeling.online;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a log as bytes. A line longer than the limit is read past, not held, so that a file without line breaks
 * cannot fill the memory.
 */
public final class LogLines {
    /** Bytes of the longest line that is taken. */
    public static final int LONGEST = 4 << 20;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private byte[] line = new byte[1 << 12];
    private int length;
    private boolean tooLong;
    private long bytes;

    public LogLines(InputStream in) {
        this(in, LONGEST);
    }

    LogLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Goes to the next line; false at the end. */
    public boolean next() throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        while (true) {
            if (at == filled) {
                filled = in.read(buffer);
                at = 0;
                if (filled <= 0) {
                    filled = 0;
                    return any;
                }
                bytes += filled;
            }
            any = true;
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            append(end);
            boolean ended = end < filled;
            at = ended ? end + 1 : end;
            if (ended) {
                return true;
            }
        }
    }

    private void append(int end) {
        int more = end - at;
        if (tooLong || length + more > longest) {
            tooLong = true;
            return;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.min(longest, Math.max(length + more, line.length * 2)));
        }
        System.arraycopy(buffer, at, line, length, more);
        length += more;
    }

    /** The bytes of this line, the first {@link #length} of them; overwritten by the next. */
    public byte[] line() {
        return line;
    }

    /** Without the line break. */
    public int length() {
        return length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    }

    /** Longer than the limit: its bytes are not here. */
    public boolean tooLong() {
        return tooLong;
    }

    public boolean blank() {
        for (int i = 0; i < length; i++) {
            if (line[i] > ' ' || line[i] < 0) {
                return false;
            }
        }
        return !tooLong;
    }

    /** Bytes read from the file so far. */
    public long bytes() {
        return bytes;
    }
}
