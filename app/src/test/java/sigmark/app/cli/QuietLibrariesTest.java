package sigmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class QuietLibrariesTest {
    private static final Logger ROOT = Logger.getLogger("");

    /** A log, as the window keeps one. */
    private static final class Kept extends Handler {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void whatAProblemRepeatsIsKeptInALogAndOffTheConsole() {
        ConsoleHandler console = new ConsoleHandler();
        console.setLevel(Level.OFF);
        Kept log = new Kept();
        ROOT.addHandler(console);
        ROOT.addHandler(log);
        try {
            QuietLibraries.quiet();
            Logger.getLogger("org.apache.pdfbox.pdfparser.COSParser").severe("broken table");
            assertThat(log.lines).contains("broken table");
            assertThat(console.getFilter().isLoggable(record("org.apache.pdfbox.pdfparser.COSParser")))
                    .isFalse();
            assertThat(console.getFilter().isLoggable(record("sigmark.app"))).isTrue();
        } finally {
            ROOT.removeHandler(console);
            ROOT.removeHandler(log);
        }
    }

    private static LogRecord record(String logger) {
        LogRecord line = new LogRecord(Level.SEVERE, "line");
        line.setLoggerName(logger);
        return line;
    }
}
