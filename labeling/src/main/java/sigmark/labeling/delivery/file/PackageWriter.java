package sigmark.labeling.delivery.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.delivery.WorkPackage;

/**
 * Writes a package file beside its place and puts it there when it is whole. Entries are stored as they are, in the
 * order given, all with one time: the same content is the same file, byte for byte.
 */
public final class PackageWriter implements AutoCloseable {
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "signature";

    /** Zip's own first day, so that nothing is told by the time of an entry. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path target;
    private final Path part;
    private final ZipOutputStream zip;
    private final Map<String, Manifest.Entry> entries = new LinkedHashMap<>();

    /** @throws ProblemException {@code package.cannot-write} */
    public PackageWriter(Path target) {
        this.target = target.toAbsolutePath();
        this.part = this.target.resolveSibling("." + this.target.getFileName() + ".part");
        try {
            Files.createDirectories(this.target.getParent());
            OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 17);
            this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /** Adds an entry. */
    public void add(String name, byte[] content) {
        entry(name, () -> new java.io.ByteArrayInputStream(content));
    }

    /** Adds a file's content as an entry; the file is read twice, never held. */
    public void add(String name, Path file) {
        entry(name, () -> Files.newInputStream(file));
    }

    private interface Source {
        InputStream open() throws IOException;
    }

    private void entry(String name, Source source) {
        try {
            MessageDigest digest = Hashes.digest();
            CRC32 crc = new CRC32();
            long size = 0;
            byte[] buffer = new byte[1 << 16];
            try (InputStream in = source.open()) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                    crc.update(buffer, 0, read);
                    size += read;
                }
            }
            entries.put(name, new Manifest.Entry(size, HexFormat.of().formatHex(digest.digest())));
            stored(name, source, size, crc.getValue());
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private void stored(String name, Source source, long size, long crc) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(size);
        entry.setCompressedSize(size);
        entry.setCrc(crc);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        try (InputStream in = source.open()) {
            in.transferTo(zip);
        }
        zip.closeEntry();
    }

    /**
     * Signs what was added; {@link #place} then puts the file in its place.
     *
     * @return hash of the manifest
     */
    public String finish(Manifest.Kind kind, WorkPackage work, String answers, int handIn, SigningKey key) {
        byte[] manifest = new Manifest(kind, work, key.publicText(), answers, handIn, entries).bytes();
        try {
            small(MANIFEST, manifest);
            small(SIGNATURE, key.sign(manifest));
            zip.close();
            return Hashes.sha256(manifest);
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /** Puts the finished file in its place. */
    public void place() {
        try {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private void small(String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        stored(name, () -> new java.io.ByteArrayInputStream(content), content.length, crc.getValue());
    }

    private ProblemException cannotWrite(IOException e) {
        return new ProblemException(
                Problem.of("package.cannot-write", target.toString(), "detail", String.valueOf(e.getMessage())), e);
    }

    /** Removes what was not finished. */
    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            // an empty or failed zip; its part is removed below
        }
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // a file too many, with a name that says so
        }
    }
}
