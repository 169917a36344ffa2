package sigmark.app.main;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The window's log: one file of at most a megabyte and two older ones, in the person's state folder. */
final class LogFile {
    private static final int BYTES = 1 << 20;

    private LogFile() {}

    /** Starts to write; where the folder cannot be written the window goes on without. */
    static Path start(Path folder) {
        Path file = folder.resolve("sigmark.0.log");
        try {
            Files.createDirectories(folder);
            Handler handler = new FileHandler(folder.resolve("sigmark.%g.log").toString(), BYTES, 3, true);
            handler.setEncoding(StandardCharsets.UTF_8.name());
            handler.setFormatter(new SimpleFormatter());
            handler.setLevel(Level.INFO);
            Logger.getLogger("").addHandler(handler);
        } catch (IOException e) {
            Logger.getLogger(LogFile.class.getName()).log(Level.WARNING, "no log file in " + folder, e);
        }
        return file;
    }
}
