package sigmark.app.serve;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a trial is served.
 *
 * @param folder where journal, log and images go
 * @param imagesAs what stands before the images' names in the log, such as {@code trials/november}
 * @param port 0 for any free one
 * @param network whether other machines may come; they need the pairing code
 * @param code the pairing code; empty when none is asked for
 * @param certificate key store (PKCS 12) for an encrypted line
 * @param certificatePassword opens it
 * @param mostBytes of an image
 * @param mostPixels of an image
 * @param imagesAMinute that one user may send
 */
public record TrialSettings(
        Path folder,
        String imagesAs,
        int port,
        boolean network,
        String code,
        Optional<Path> certificate,
        String certificatePassword,
        int mostBytes,
        long mostPixels,
        int imagesAMinute) {
    private static final int USUAL_BYTES = 16 << 20;
    private static final long USUAL_PIXELS = 40_000_000;
    private static final int USUAL_RATE = 20;

    public TrialSettings {
        if (network && code.isEmpty()) {
            throw new IllegalArgumentException("a trial on the network needs a pairing code");
        }
        if (port < 0 || port > 65_535 || mostBytes < 1 || mostPixels < 1 || imagesAMinute < 1) {
            throw new IllegalArgumentException("port %d, %d bytes, %d pixels, %d images a minute"
                    .formatted(port, mostBytes, mostPixels, imagesAMinute));
        }
    }

    /** For this machine alone, with the usual limits. */
    public static TrialSettings local(Path folder, String imagesAs, int port) {
        return new TrialSettings(
                folder, imagesAs, port, false, "", Optional.empty(), "", USUAL_BYTES, USUAL_PIXELS, USUAL_RATE);
    }

    /** The same for other machines too. */
    public TrialSettings onNetwork(String code, Optional<Path> certificate, String password) {
        return new TrialSettings(
                folder, imagesAs, port, true, code, certificate, password, mostBytes, mostPixels, imagesAMinute);
    }

    /** With other limits. */
    public TrialSettings limited(int bytes, long pixels, int images) {
        return new TrialSettings(
                folder, imagesAs, port, network, code, certificate, certificatePassword, bytes, pixels, images);
    }

    public boolean encrypted() {
        return certificate.isPresent();
    }
}
