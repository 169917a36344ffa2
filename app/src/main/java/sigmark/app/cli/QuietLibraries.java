package sigmark.app.cli;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps lines that libraries log about their own doings off a command's standard error. */
final class QuietLibraries {
    /** Held, for a logger that nobody holds forgets its level. */
    private static final List<Logger> TALKATIVE = List.of(Logger.getLogger("org.flywaydb"));

    /** What these find wrong with a file comes as a problem with its remedy; their own lines only repeat it. */
    private static final List<Logger> REPEATING =
            List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

    private QuietLibraries() {}

    static void quiet() {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
        REPEATING.forEach(logger -> logger.setLevel(Level.OFF));
    }
}
