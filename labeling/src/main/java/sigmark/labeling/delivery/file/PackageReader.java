package sigmark.labeling.delivery.file;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;

/**
 * Reads a package file that may have been made to do harm. Opening it checks names, sizes, manifest and signature;
 * {@link #verify} every hash. A package that was unpacked and packed again by another program is read too: in a folder,
 * compressed, its names in UTF-8 or the old Korean code page.
 */
public final class PackageReader implements AutoCloseable {
    private static final int MOST_ENTRIES = 200_000;
    private static final long LARGEST_MANIFEST = 64L << 20;
    private static final long LARGEST_ENTRY = 2L << 30;
    private static final long LARGEST_PACKAGE = 200L << 30;
    /** Pictures hardly shrink and labels shrink to a twentieth; what shrinks more was made to. */
    private static final long MOST_SHRUNK = 200;

    private static final int SMALL_ENTRY = 1 << 20;
    private static final int LONGEST_LINE = 32 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(50)
                        .maxStringLength(LONGEST_LINE)
                        .build());
    }

    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
    private final Manifest manifest;
    private final String manifestSha256;

    /**
     * Opens and checks a package.
     *
     * @throws ProblemException {@code package.not-a-package}, {@code .truncated}, {@code .unsafe-name},
     *     {@code .duplicate-entry}, {@code .too-large}, {@code .bad-manifest}, {@code .newer}, {@code .bad-signature},
     *     {@code .missing-entry}, {@code .unknown-entry}
     */
    public PackageReader(Path file) {
        this.file = file;
        this.zip = open(file);
        try {
            collect();
            byte[] bytes = small(PackageWriter.MANIFEST, LARGEST_MANIFEST);
            this.manifest = manifest(bytes);
            this.manifestSha256 = Hashes.sha256(bytes);
            checkSignature(bytes);
            checkEntries();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static ZipFile open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(Problem.of("package.missing", file.toString()));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            if (head.length < 4 || head[0] != 'P' || head[1] != 'K') {
                throw new ProblemException(Problem.of("package.not-a-package", file.toString()));
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        try {
            return zip(file);
        } catch (ZipException e) {
            throw new ProblemException(
                    Problem.of("package.truncated", file.toString(), "detail", String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Names of ours are ASCII; only a folder around them may be Korean, in whichever code. */
    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException notUtf8) {
            Charset korean = Charset.isSupported("x-windows-949")
                    ? Charset.forName("x-windows-949")
                    : StandardCharsets.ISO_8859_1;
            return new ZipFile(file.toFile(), korean);
        }
    }

    private void collect() {
        if (zip.size() > MOST_ENTRIES) {
            throw tooLarge("%d entries".formatted(zip.size()));
        }
        Map<String, ZipEntry> all = new LinkedHashMap<>();
        long total = 0;
        for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
            String name = safe(entry.getName());
            if (entry.isDirectory() || isLitter(name)) {
                continue;
            }
            long size = entry.getSize();
            total += Math.max(0, size);
            boolean shrunk = size > SMALL_ENTRY && size / Math.max(1, entry.getCompressedSize()) > MOST_SHRUNK;
            if (size > LARGEST_ENTRY || total > LARGEST_PACKAGE || shrunk) {
                throw tooLarge("%s unpacks to %,d bytes".formatted(name, size));
            }
            if (all.put(name, entry) != null) {
                throw new ProblemException(Problem.of("package.duplicate-entry", file.toString(), "name", name));
            }
        }
        String folder = folderAround(all.keySet());
        all.forEach((name, entry) -> {
            if (name.startsWith(folder)) {
                entries.put(name.substring(folder.length()), entry);
            } else {
                throw new ProblemException(Problem.of("package.unknown-entry", file.toString(), "name", name));
            }
        });
    }

    /** A name that stays inside the package, with {@code /} between its parts. */
    private String safe(String name) {
        String plain = name.replace('\\', '/');
        boolean unsafe = plain.startsWith("/")
                || plain.contains(":")
                || plain.length() > 500
                || plain.chars().anyMatch(c -> c < ' ')
                || java.util.Arrays.asList(plain.split("/", -1)).contains("..");
        if (unsafe) {
            throw new ProblemException(Problem.of("package.unsafe-name", file.toString(), "name", printable(name)));
        }
        return plain;
    }

    private static boolean isLitter(String name) {
        return name.startsWith("__MACOSX/")
                || name.endsWith(".DS_Store")
                || name.endsWith("Thumbs.db")
                || name.endsWith("desktop.ini");
    }

    private String folderAround(Set<String> names) {
        if (names.contains(PackageWriter.MANIFEST)) {
            return "";
        }
        return names.stream()
                .filter(name ->
                        name.endsWith("/" + PackageWriter.MANIFEST) && name.indexOf('/') == name.lastIndexOf('/'))
                .findFirst()
                .map(name -> name.substring(0, name.length() - PackageWriter.MANIFEST.length()))
                .orElseThrow(() -> new ProblemException(Problem.of("package.not-a-package", file.toString())));
    }

    private Manifest manifest(byte[] bytes) {
        try {
            JsonNode root = JSON.readTree(bytes);
            int version = Manifest.version(root).orElseThrow(() -> new IOException("no sigpack"));
            if (version > Manifest.VERSION) {
                throw new ProblemException(
                        Problem.of("package.newer", file.toString(), "version", Integer.toString(version)));
            }
            return Manifest.of(root);
        } catch (IOException e) {
            throw new ProblemException(Problem.of("package.bad-manifest", file.toString(), "detail", firstLine(e)), e);
        }
    }

    private static String firstLine(Exception e) {
        return printable(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }

    private static String printable(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 200 ? plain.substring(0, 200) + "…" : plain;
    }

    private void checkSignature(byte[] bytes) {
        byte[] signature = small(PackageWriter.SIGNATURE, 1024);
        if (!SigningKey.verifies(manifest.signer(), bytes, signature)) {
            throw new ProblemException(Problem.of("package.bad-signature", file.toString()));
        }
    }

    private void checkEntries() {
        Set<String> there = new HashSet<>(entries.keySet());
        there.remove(PackageWriter.MANIFEST);
        there.remove(PackageWriter.SIGNATURE);
        manifest.entries().forEach((name, stated) -> {
            ZipEntry entry = entries.get(name);
            if (entry == null) {
                throw new ProblemException(
                        Problem.of("package.missing-entry", file.toString(), "name", printable(name)));
            }
            if (entry.getSize() >= 0 && entry.getSize() != stated.size()) {
                throw changed(name);
            }
            there.remove(name);
        });
        if (!there.isEmpty()) {
            throw new ProblemException(Problem.of(
                    "package.unknown-entry",
                    file.toString(),
                    "name",
                    printable(there.iterator().next())));
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /** Hash by which a return names the package that it answers. */
    public String manifestSha256() {
        return manifestSha256;
    }

    public Path file() {
        return file;
    }

    public boolean has(String name) {
        return manifest.entries().containsKey(name);
    }

    /**
     * Reads everything once and compares it with the manifest.
     *
     * @throws ProblemException {@code package.changed-entry}, {@code package.cancelled}
     */
    public void verify(Progress progress) {
        int done = 0;
        for (String name : manifest.entries().keySet()) {
            if (progress.cancelled()) {
                throw new ProblemException(Problem.of("package.cancelled", file.toString()));
            }
            copy(name, OutputStream.nullOutputStream());
            progress.update(++done, manifest.entries().size(), name);
        }
    }

    /** Content of a small entry, checked. */
    public byte[] bytes(String name) {
        Manifest.Entry stated = stated(name);
        if (stated.size() > LARGEST_MANIFEST) {
            throw tooLarge("%s has %,d bytes".formatted(name, stated.size()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) Math.min(stated.size(), SMALL_ENTRY));
        copy(name, out);
        return out.toByteArray();
    }

    /** A small entry as JSON, checked. */
    public JsonNode json(String name) {
        try {
            return JSON.readTree(bytes(name));
        } catch (IOException e) {
            throw badLabels(name, firstLine(e));
        }
    }

    /** Writes an entry's content, and fails when it is not what the manifest states; what was written is then void. */
    public void copy(String name, OutputStream out) {
        Manifest.Entry stated = stated(name);
        MessageDigest digest = Hashes.digest();
        byte[] buffer = new byte[1 << 16];
        long left = stated.size();
        try (InputStream in = zip.getInputStream(entry(name))) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw changed(name);
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        } catch (ZipException | java.io.EOFException e) {
            throw new ProblemException(
                    Problem.of("package.truncated", file.toString(), "detail", String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        if (left != 0 || !HexFormat.of().formatHex(digest.digest()).equals(stated.sha256())) {
            throw changed(name);
        }
    }

    /** What to do with one line of an entry. */
    public interface LineTaker {
        /** @throws IllegalArgumentException when the line makes no sense */
        void take(JsonNode line);
    }

    /** Reads an entry of JSON lines one by one; {@link #verify} it before. */
    public void lines(String name, LineTaker taker) {
        int number = 0;
        try (InputStream in = new BufferedInputStream(zip.getInputStream(entry(name)), 1 << 16)) {
            for (byte[] line = line(in, name); line.length > 0; line = line(in, name)) {
                number++;
                taker.take(JSON.readTree(line));
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException | IllegalArgumentException e) {
            throw badLabels(name + ":" + number, firstLine(e));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The next line with its end; empty after the last. */
    private byte[] line(InputStream in, String name) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
            if (line.size() > LONGEST_LINE) {
                throw tooLarge("a line of " + name);
            }
        }
        return line.toByteArray();
    }

    /** The problem of content that makes no sense although it is signed. */
    public ProblemException badLabels(String where, String detail) {
        return new ProblemException(
                Problem.of("package.bad-labels", file.toString(), "place", where, "detail", printable(detail)));
    }

    private Manifest.Entry stated(String name) {
        Manifest.Entry stated = manifest.entries().get(name);
        if (stated == null) {
            throw new ProblemException(Problem.of("package.missing-entry", file.toString(), "name", printable(name)));
        }
        return stated;
    }

    private ZipEntry entry(String name) {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw new ProblemException(Problem.of("package.missing-entry", file.toString(), "name", printable(name)));
        }
        return entry;
    }

    private byte[] small(String name, long most) {
        ZipEntry entry = entry(name);
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) most + 1);
            if (bytes.length > most) {
                throw tooLarge(name);
            }
            return bytes;
        } catch (ZipException | java.io.EOFException e) {
            throw new ProblemException(
                    Problem.of("package.truncated", file.toString(), "detail", String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private ProblemException changed(String name) {
        return new ProblemException(Problem.of("package.changed-entry", file.toString(), "name", printable(name)));
    }

    private ProblemException tooLarge(String detail) {
        return new ProblemException(Problem.of("package.too-large", file.toString(), "detail", printable(detail)));
    }

    private static ProblemException unreadable(Path file, IOException e) {
        return new ProblemException(
                Problem.of("package.unreadable", file.toString(), "detail", String.valueOf(e.getMessage())), e);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            // it was only read
        }
    }
}
