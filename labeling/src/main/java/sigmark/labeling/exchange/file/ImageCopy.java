package sigmark.labeling.exchange.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * A file copied beside its place and hashed on the way; it gets its name only when it is wanted and complete. Closing
 * removes what was not wanted.
 */
public final class ImageCopy implements AutoCloseable {
    /** Room that is left on the disk for the project itself. */
    private static final long SPARE_BYTES = 32L << 20;

    private final Path part;
    private final String sha256;
    private boolean placed;

    private ImageCopy(Path part, String sha256) {
        this.part = part;
        this.sha256 = sha256;
    }

    /**
     * Copies a file into a folder, under a name that no page has.
     *
     * @throws ProblemException {@code exchange.disk-full}
     */
    public static ImageCopy of(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        long size = Files.size(file);
        if (usable(folder) < size + SPARE_BYTES) {
            throw diskFull(folder);
        }
        Path part = folder.resolve("." + UUID.randomUUID() + ".part");
        try {
            return new ImageCopy(part, copy(file, part));
        } catch (IOException e) {
            Files.deleteIfExists(part);
            boolean full = String.valueOf(e.getMessage()).contains("space") || usable(folder) < size;
            if (full) {
                throw diskFull(folder);
            }
            throw e;
        }
    }

    /** Bytes left there; asked of the folder itself, as its file store has no name in containers and changed roots. */
    private static long usable(Path folder) {
        return folder.toFile().getUsableSpace();
    }

    private static ProblemException diskFull(Path folder) {
        return new ProblemException(Problem.of("exchange.disk-full", folder.toString()));
    }

    private static String copy(Path file, Path part) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 17];
        try (InputStream in = Files.newInputStream(file);
                FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The hash of a file's content, lower-case hex. */
    public static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 17];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Hash of what was copied, lower-case hex. */
    public String sha256Hex() {
        return sha256;
    }

    /** The copy under its passing name. */
    public Path file() {
        return part;
    }

    /** Gives the copy its name, at once and whole. */
    public Path placeAs(String name) throws IOException {
        Path place = part.resolveSibling(name);
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        placed = true;
        return place;
    }

    @Override
    public void close() throws IOException {
        if (!placed) {
            Files.deleteIfExists(part);
        }
    }
}
