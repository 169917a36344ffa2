package sigmark.labeling.exchange.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes a table as CSV that a spreadsheet opens right by double click: UTF-8 with byte order mark, CRLF, quotes where
 * needed. A text cell that a spreadsheet would run as a formula ({@code =}, {@code +}, {@code -}, {@code @}, or a tab or
 * return in front) gets an apostrophe before it; numbers are written as numbers.
 */
public final class CsvTable implements AutoCloseable {
    private final Writer out;

    /** Begins a table on a writer that encodes UTF-8. */
    public CsvTable(Writer out, List<String> columns) {
        this.out = out;
        write("\uFEFF");
        row(columns);
    }

    /** Writes a row; each cell is a {@link Number} or else its text. */
    public void row(List<?> cells) {
        for (int i = 0; i < cells.size(); i++) {
            write((i > 0 ? "," : "") + cell(cells.get(i)));
        }
        write("\r\n");
    }

    private static String cell(Object value) {
        String text = String.valueOf(value);
        if (value instanceof Number) {
            return text;
        }
        if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean quoted =
                text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';' || c == '\t')
                        || !text.equals(text.strip());
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
