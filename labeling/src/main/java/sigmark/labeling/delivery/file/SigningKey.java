package sigmark.labeling.delivery.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * An Ed25519 key that packages are signed with. It lies in the person's own data folder, never in a project: whoever
 * gets the project's folder cannot sign in its name.
 */
public final class SigningKey {
    private static final String ALGORITHM = "Ed25519";
    private static final int SHORT = 32;

    private final PrivateKey secret;
    private final PublicKey open;

    private SigningKey(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.open = open;
    }

    /** A new key. */
    public static SigningKey make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new SigningKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java from 15 on has Ed25519", e);
        }
    }

    /**
     * The key of that name, made and kept when there is none yet.
     *
     * @param folder the person's folder of keys
     * @param name letters, digits, hyphens: a project's id
     */
    public static SigningKey kept(Path folder, String name) {
        if (!name.matches("[A-Za-z0-9-]{1,80}")) {
            throw new IllegalArgumentException("no name of a key: " + name);
        }
        Path file = folder.resolve(name + ".key");
        try {
            if (!Files.exists(file)) {
                keep(make(), folder, file);
            }
            List<String> lines = Files.readAllLines(file);
            return new SigningKey(
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(0)))),
                    publicKey(lines.get(1)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ProblemException(
                    Problem.of("package.key-unreadable", file.toString(), "detail", String.valueOf(e.getMessage())), e);
        }
    }

    private static void keep(SigningKey key, Path folder, Path file) throws IOException {
        Files.createDirectories(folder);
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        Set<PosixFilePermission> mine = PosixFilePermissions.fromString("rw-------");
        Path part = posix
                ? Files.createTempFile(folder, "key", ".part", PosixFilePermissions.asFileAttribute(mine))
                : Files.createTempFile(folder, "key", ".part");
        try {
            String secret = Base64.getEncoder().encodeToString(key.secret.getEncoded());
            Files.writeString(part, secret + "\n" + key.publicText() + "\n");
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key that cannot sign", e);
        }
    }

    static boolean verifies(String publicText, byte[] bytes, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(publicKey(publicText));
            signature.update(bytes);
            return signature.verify(signed);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false; // a key or signature that is none does not verify
        }
    }

    private static PublicKey publicKey(String text) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM)
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
    }

    /** The public half as manifests hold it. */
    public String publicText() {
        return Base64.getEncoder().encodeToString(open.getEncoded());
    }

    public String fingerprint() {
        return fingerprint(publicText());
    }

    /** What people compare by telephone: eight groups of four hex digits. */
    public static String fingerprint(String publicText) {
        String hash = Hashes.sha256(publicText.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return hash.substring(0, SHORT).replaceAll("(....)(?=.)", "$1-");
    }
}
