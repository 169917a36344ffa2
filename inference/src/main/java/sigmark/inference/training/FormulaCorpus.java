package sigmark.inference.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import sigmark.inference.latex.CanonicalForm;

/**
 * Formulas to train on and formulas kept apart to measure with. A list's line is held out when the SHA-256 of its text
 * without blanks and with each digit replaced by 0 is 0 modulo 20; training lines that are a held-out one but for its
 * digits and spelling are dropped.
 *
 * @param training LaTeX as its authors wrote it
 * @param heldOut never trained on
 */
public record FormulaCorpus(List<String> training, List<String> heldOut) {
    private static final BigInteger SHARE = BigInteger.valueOf(20);

    public FormulaCorpus {
        training = List.copyOf(training);
        heldOut = List.copyOf(heldOut);
    }

    /** Reads a list of formulas, one a line, gzipped when its name ends in {@code .gz}. */
    public static FormulaCorpus ofLines(Path file) throws IOException {
        List<String> training = new ArrayList<>();
        List<String> heldOut = new ArrayList<>();
        Set<String> keptApart = new HashSet<>();
        for (String line : lines(file)) {
            if (isHeldOut(line)) {
                heldOut.add(line);
                keptApart.add(likeness(line));
            }
        }
        for (String line : lines(file)) {
            if (!isHeldOut(line) && (keptApart.isEmpty() || !keptApart.contains(likeness(line)))) {
                training.add(line);
            }
        }
        return new FormulaCorpus(training, heldOut);
    }

    /** Reads JSON lines with {@code latex} and {@code source}; the sources named are left out. Nothing is held out. */
    public static FormulaCorpus ofJsonLines(Path file, Set<String> withoutSources) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> training = new ArrayList<>();
        for (String line : lines(file)) {
            JsonNode node = json.readTree(line);
            if (!withoutSources.contains(node.path("source").asText())) {
                training.add(node.path("latex").asText());
            }
        }
        return new FormulaCorpus(training, List.of());
    }

    /** Whether a formula of a list is kept apart for measuring. */
    public static boolean isHeldOut(String latex) {
        String key = latex.replaceAll("\\s", "").replaceAll("[0-9]", "0");
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, hash).mod(SHARE).signum() == 0;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String likeness(String latex) {
        return CanonicalForm.of(latex).replaceAll("[0-9]", "0");
    }

    private static List<String> lines(Path file) throws IOException {
        var raw = Files.newInputStream(file);
        var in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        }
    }
}
