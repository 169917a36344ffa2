package sigmark.labeling.online;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happens in a trial, one line after the other in a file that only grows. {@link #append} returns when the lines are
 * on the disk, so whatever was answered to a browser survives a kill; a last line that was cut off is passed over, and
 * cut away before the next one is written. {@link #fold} makes the online log of it. Safe for many threads.
 *
 * <p>A line: {@code {"kind":"request|answer|failed|event","id":request, …}}; see {@link TrialRequest}.
 */
public final class TrialJournal implements AutoCloseable {
    /** Name of the journal in a trial's folder. */
    public static final String FILE = "journal.jsonl";

    /** Name of the online log in a trial's folder. */
    public static final String LOG = "log.jsonl";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final FileChannel channel;

    private TrialJournal(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens or makes the journal of a folder; no other program can while it is open. */
    public static TrialJournal open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel = FileChannel.open(
                folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new IOException("the journal is in use");
            }
            channel.position(wholeLines(channel));
            channel.truncate(channel.position());
            return new TrialJournal(channel);
        } catch (IOException | OverlappingFileLockException inUse) {
            channel.close();
            throw inUse instanceof IOException failed ? failed : new IOException("the journal is in use", inUse);
        }
    }

    /**
     * Takes a person's requests out of a folder's journal and log, and deletes their images: what a project counted of
     * them stays counted there.
     *
     * @return how many requests went
     * @throws IOException when the trial is being served now, or the files cannot be written
     */
    public static int erase(Path folder, String user) throws IOException {
        Set<String> gone = new HashSet<>();
        Set<String> images = new HashSet<>();
        Set<String> others = new HashSet<>();
        TrialJournal held = open(folder);
        Path part = Files.createTempFile(folder, FILE, ".part");
        try {
            List<String> kept = new ArrayList<>();
            for (String text : Files.readAllLines(folder.resolve(FILE))) {
                JsonNode line = MAPPER.readTree(text);
                String id = line.path("id").asText("");
                String image = line.path("image").asText("");
                if (line.path("user").asText("").equals(user)) {
                    gone.add(id);
                }
                (gone.contains(id) ? images : others).add(image.substring(image.lastIndexOf('/') + 1));
                if (!gone.contains(id)) {
                    kept.add(text);
                }
            }
            Files.write(part, kept);
            images.removeAll(others); // two people may have sent the same picture
            images.remove("");
            for (String image : images) {
                Files.deleteIfExists(folder.resolve("images").resolve(image));
            }
            Files.move(part, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            held.close();
            Files.deleteIfExists(part);
        }
        if (Files.exists(folder.resolve(LOG))) {
            fold(folder);
        }
        return gone.size();
    }

    /** Length up to the last line break. */
    private static long wholeLines(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        long end = channel.size();
        while (end > 0) {
            long start = Math.max(0, end - buffer.capacity());
            buffer.clear().limit((int) (end - start));
            while (buffer.hasRemaining() && channel.read(buffer, start + buffer.position()) > 0) {
                continue;
            }
            for (int i = buffer.position() - 1; i >= 0; i--) {
                if (buffer.get(i) == '\n') {
                    return start + i + 1;
                }
            }
            end = start;
        }
        return 0;
    }

    /** Puts lines at the end; they are on the disk when this returns. A failed write leaves the journal as it was. */
    public synchronized void append(List<ObjectNode> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        long before = channel.position();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException failed) {
            channel.truncate(before);
            channel.position(before);
            throw failed;
        }
    }

    /**
     * The requests of a folder's journal in the order in which they came.
     *
     * @return by id
     */
    public static Map<String, TrialRequest> read(Path folder) throws IOException {
        Map<String, TrialRequest> requests = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(folder.resolve(FILE))) {
            LogLines lines = new LogLines(in);
            while (lines.next()) {
                if (!lines.blank() && !lines.tooLong()) {
                    take(requests, lines);
                }
            }
        }
        return requests;
    }

    private static void take(Map<String, TrialRequest> requests, LogLines lines) {
        JsonNode line;
        try {
            line = MAPPER.readTree(lines.line(), 0, lines.length());
        } catch (IOException cutOff) {
            return;
        }
        String id = line.path("id").asText("");
        if (!id.isEmpty()) {
            requests.computeIfAbsent(id, TrialRequest::new).add(line);
        }
    }

    /** Writes the online log of a folder's journal beside it, whole or not at all, and says where. */
    public static Path fold(Path folder) throws IOException {
        Path log = folder.resolve(LOG);
        Path part = Files.createTempFile(folder, LOG, ".part");
        try {
            try (Writer writer = Files.newBufferedWriter(part)) {
                for (TrialRequest request : read(folder).values()) {
                    var event = request.event();
                    if (event.isPresent()) {
                        writer.write(EventJson.write(event.get()));
                        writer.write('\n');
                    }
                }
            }
            Files.move(part, log, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        return log;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
