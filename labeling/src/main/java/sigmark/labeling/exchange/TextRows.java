package sigmark.labeling.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/**
 * Lines of a UTF-8 file, each decoded on its own so that one damaged line spoils no other. Lines end with LF or CRLF; a
 * byte order mark in front is passed over.
 */
final class TextRows {
    /** A longer line is no label of ours. */
    private static final int LONGEST_LINE = 64 << 20;

    private TextRows() {}

    /**
     * Gives each line that is not blank, with its number from 1.
     *
     * @param row takes {@code file:line} and the text
     */
    static void each(Path file, ReadLabels result, BiConsumer<String, String> row) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            var line = new ByteArrayOutputStream();
            long number = 1;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                int from = 0;
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\n') {
                        line.write(buffer, from, i - from);
                        give(file, number++, line, result, row);
                        from = i + 1;
                    }
                }
                line.write(buffer, from, read - from);
                if (line.size() > LONGEST_LINE) {
                    result.loseRow(where(file, number), "line of more than 64 MB");
                    return;
                }
            }
            give(file, number, line, result, row);
        }
    }

    static String where(Path file, long line) {
        return file.getFileName() + ":" + line;
    }

    private static void give(
            Path file, long number, ByteArrayOutputStream line, ReadLabels result, BiConsumer<String, String> row) {
        byte[] bytes = line.toByteArray();
        line.reset();
        String where = where(file, number);
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            result.loseRow(where, "not UTF-8");
            return;
        }
        if (number == 1 && text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (text.endsWith("\r")) {
            text = text.substring(0, text.length() - 1);
        }
        if (!text.isBlank()) {
            row.accept(where, text);
        }
    }

    /** The beginning of a file as text, for a look at its format; empty when it cannot be read. */
    static String beginning(Path file, int bytes) {
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            return "";
        }
    }
}
