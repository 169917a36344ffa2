package sigmark.labeling.exchange.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** File names as people mean them: composed (NFC) and decomposed (NFD) Hangul are the same name. */
public final class FileNames {
    private static final int LONGEST = 180;

    private FileNames() {}

    /** The name in NFC. */
    public static String nfc(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** The folder that a file lies in. */
    public static Path folderOf(Path file) {
        Path absolute = file.toAbsolutePath();
        Path parent = absolute.getParent();
        return parent == null ? absolute : parent;
    }

    /** The last part of a path written with {@code /} or {@code \}, in NFC. */
    public static String base(String path) {
        return nfc(path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
    }

    /** The name without its extension. */
    public static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /** The extension with its dot; empty without one. */
    public static String ending(String name) {
        return name.substring(stem(name).length());
    }

    /** A name that every file system takes: no separators, control or reserved characters, not too long, in NFC. */
    public static String safe(String name) {
        String plain = nfc(name).replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "-").strip();
        if (plain.isEmpty() || plain.chars().allMatch(c -> c == '.')) {
            plain = "page";
        }
        String ending = ending(plain);
        int room = LONGEST - Math.min(ending.length(), 20);
        String stem = stem(plain);
        return stem.length() <= room
                ? plain
                : stem.substring(0, room) + ending.substring(0, Math.min(ending.length(), 20));
    }

    /**
     * A name that is not taken yet, and takes it: {@code a.png}, {@code a (2).png}, … Names that differ in letter case
     * only count as equal, because some file systems hold them to be so.
     *
     * @param taken names so far, by {@link #key}
     */
    public static String unique(String name, Set<String> taken) {
        String candidate = nfc(name);
        for (int i = 2; !taken.add(key(candidate)); i++) {
            candidate = nfc(stem(name) + " (" + i + ")" + ending(name));
        }
        return candidate;
    }

    /** What two names have in common when they are the same file. */
    public static String key(String name) {
        return nfc(name).toLowerCase(Locale.ROOT);
    }

    /**
     * The file that a label file means by a path: below that folder, in either Unicode form, with either separator.
     * Never a file outside the folder, whatever the path says, so that a label file cannot reach for other files.
     */
    public static Optional<Path> find(Path folder, String relative) {
        Path at = folder;
        try {
            for (String part : relative.replace('\\', '/').split("/")) {
                if (part.isEmpty() || part.equals(".")) {
                    continue;
                }
                if (part.equals("..")) {
                    return Optional.empty();
                }
                Path next = at.resolve(part);
                at = Files.exists(next) ? next : sameName(at, part).orElse(next);
            }
            return !at.equals(folder) && Files.isRegularFile(at) ? Optional.of(at) : Optional.empty();
        } catch (InvalidPathException | IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> sameName(Path folder, String name) throws IOException {
        if (name.chars().allMatch(c -> c < 128) || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        String wanted = nfc(name);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> nfc(String.valueOf(file.getFileName())).equals(wanted))
                    .findFirst();
        }
    }
}
