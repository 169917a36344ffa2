package sigmark.app.main;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import sigmark.app.base.Desk;
import sigmark.app.base.words.Message;

/** What helps to find a fault: versions, machine, and the last lines of the log. Holds no labels and no images. */
final class Diagnostics {
    private static final int LAST_LINES = 200;

    private final Desk desk;
    private final Path log;
    private final String version;

    Diagnostics(Desk desk, Path log, String version) {
        this.desk = desk;
        this.log = log;
        this.version = version;
    }

    Path log() {
        return log;
    }

    String version() {
        return version;
    }

    /** Puts the text on the clipboard and says so. */
    void copy() {
        desk.jobs()
                .load(
                        this::text,
                        text -> {
                            ClipboardContent content = new ClipboardContent();
                            content.putString(text);
                            Clipboard.getSystemClipboard().setContent(content);
                            desk.notices().toast(Message.of("shell.diagnostics-copied"));
                        },
                        desk.notices()::problem);
    }

    String text() throws IOException {
        Runtime runtime = Runtime.getRuntime();
        String head = String.join(
                "\n",
                "Sigmark " + version,
                "Java " + Runtime.version() + ", " + System.getProperty("java.vendor", ""),
                "JavaFX " + System.getProperty("javafx.runtime.version", "not started"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                "Cores " + runtime.availableProcessors() + ", memory " + (runtime.maxMemory() >> 20) + " MiB, used "
                        + ((runtime.totalMemory() - runtime.freeMemory()) >> 20) + " MiB",
                "Log " + log,
                "");
        if (!Files.exists(log)) {
            return head;
        }
        List<String> lines =
                List.of(Files.readString(log, StandardCharsets.UTF_8).split("\n", -1));
        return head + String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
