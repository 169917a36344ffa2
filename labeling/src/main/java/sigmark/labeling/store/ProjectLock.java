package sigmark.labeling.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * Keeps a project from being opened twice. The operating system's lock on a file beside the database counts and ends
 * with its process however that dies; the file's text only says who holds it.
 */
final class ProjectLock implements AutoCloseable {
    /** The byte that is locked lies behind the text, which stays readable to others. */
    private static final long LOCKED_BYTE = 1L << 30;

    private final Path path;
    private final FileChannel channel;

    private ProjectLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws ProblemException {@code project.locked}, naming process and host */
    static ProjectLock take(Path path) throws IOException {
        String owner = ProcessHandle.current().pid() + " " + host() + " " + UUID.randomUUID();
        while (true) {
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
                if (lock == null) {
                    channel.close();
                    throw locked(path);
                }
            } catch (OverlappingFileLockException e) {
                channel.close();
                throw locked(path);
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
            if (text(path).equals(owner)) {
                return new ProjectLock(path, channel);
            }
            channel.close(); // its last holder deleted the file in between: this lock is on a file that is gone
        }
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new ProblemException(Problem.of("project.write-failed", path.toString(), "reason", reason(e)), e);
        }
    }

    private static ProblemException locked(Path path) throws IOException {
        String[] owner = text(path).split(" ", -1);
        String process = owner.length > 1 ? owner[0] : "?";
        String host = owner.length > 1 ? owner[1] : "?";
        return new ProblemException(Problem.of("project.locked", path.toString(), "process", process, "host", host));
    }

    private static String text(Path path) throws IOException {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
