package sigmark.labeling.delivery.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/** Public keys of projects that packages came from: the first one is remembered, another one is refused. */
public final class KnownKeys {
    private final Path folder;

    /** @param folder the person's folder of keys */
    public KnownKeys(Path folder) {
        this.folder = folder;
    }

    /**
     * Remembers the key of a project that is new, and compares that of a known one.
     *
     * @throws ProblemException {@code package.wrong-key}
     */
    public void check(Path packageFile, Manifest manifest) {
        String id = Hashes.sha256(manifest.work().projectId().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Path file = folder.resolve("project-" + id.substring(0, 32) + ".pub");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                Files.writeString(file, manifest.signer());
            } else if (!Files.readString(file).equals(manifest.signer())) {
                throw new ProblemException(Problem.of(
                        "package.wrong-key",
                        packageFile.toString(),
                        "fingerprint",
                        SigningKey.fingerprint(manifest.signer()),
                        "known",
                        SigningKey.fingerprint(Files.readString(file))));
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("package.key-unreadable", file.toString(), "detail", String.valueOf(e.getMessage())), e);
        }
    }
}
