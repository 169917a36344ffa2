package sigmark.labeling.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sigmark.inference.work.Balance;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.inference.work.Progress;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.slice.SliceQuery;

/** Finds linked images again that were moved. A file counts as the same when its SHA-256 is the same. */
final class Relinker {
    private final ProjectStore store;

    /** Hashes of files looked at, because many pages may come from one PDF. */
    private final Map<Path, String> hashes = new HashMap<>();

    private final List<Page> moved = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    Relinker(ProjectStore store) {
        this.store = store;
    }

    /** Pages linked below {@code from} are looked for at the same place below {@code to}. */
    Balance relink(Path from, Path to, Progress progress) {
        Path oldRoot = from.toAbsolutePath().normalize();
        Path newRoot = to.toAbsolutePath().normalize();
        List<Page> pages = store.pages().list(SliceQuery.ALL).stream()
                .filter(page -> !page.source().copied())
                .filter(page -> Path.of(page.source().path()).startsWith(oldRoot))
                .toList();
        for (Page page : pages) {
            if (progress.cancelled()) {
                break;
            }
            Path old = Path.of(page.source().path());
            move(page, newRoot.resolve(oldRoot.relativize(old)));
            progress.update(moved.size() + leftOut.size(), pages.size(), page.name());
        }
        return new Balance(pages.size(), moved.size(), leftOut);
    }

    /** The page is looked for in that file. */
    Balance relink(Page page, Path file) {
        move(page, file.toAbsolutePath().normalize());
        return new Balance(1, moved.size(), leftOut);
    }

    /** Pages whose file was found, with their new source. */
    List<Page> moved() {
        return moved;
    }

    private void move(Page page, Path file) {
        Optional<Problem> problem = problem(page, file);
        if (problem.isPresent()) {
            leftOut.add(new LeftOut(page.name(), problem.get()));
            return;
        }
        PageSource was = page.source();
        String path = file.toString().replace('\\', '/');
        moved.add(page.withSource(new PageSource(path, was.copied(), was.sha256(), was.pdfPage(), was.dpi())));
    }

    private Optional<Problem> problem(Page page, Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.of(Problem.of("project.image-missing", file.toString()));
        }
        try {
            String hash = hashes.containsKey(file) ? hashes.get(file) : sha256(file);
            hashes.put(file, hash);
            return hash.equals(page.source().sha256())
                    ? Optional.empty()
                    : Optional.of(Problem.of("project.image-differs", file.toString(), "page", page.name()));
        } catch (IOException e) {
            return Optional.of(
                    Problem.of("project.unreadable", file.toString(), "reason", String.valueOf(e.getMessage())));
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
