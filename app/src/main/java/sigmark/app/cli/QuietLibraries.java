package sigmark.app.cli;

import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps lines that libraries log about their own doings off a command's standard error. */
final class QuietLibraries {
    /** Held, for a logger that nobody holds forgets its level. */
    private static final List<Logger> TALKATIVE = List.of(Logger.getLogger("org.flywaydb"));

    /**
     * What these find wrong with a file comes as a problem with its remedy; their own lines only repeat it. They stay in
     * a log, where one is kept.
     */
    private static final List<String> REPEATING = List.of("org.apache.pdfbox", "org.apache.fontbox");

    private QuietLibraries() {}

    static void quiet() {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            if (handler instanceof ConsoleHandler) {
                handler.setFilter(QuietLibraries::isNews);
            }
        }
    }

    private static boolean isNews(LogRecord line) {
        String logger = String.valueOf(line.getLoggerName());
        return REPEATING.stream().noneMatch(logger::startsWith);
    }
}
