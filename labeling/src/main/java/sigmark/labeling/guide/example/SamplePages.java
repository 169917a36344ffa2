package sigmark.labeling.guide.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.PixelImage;

/** The pages and labels of the sample that ships on the class path; keeps the page it decoded last. */
final class SamplePages {
    private static final String PLACE = "/sigmark/sample/";

    private final Map<String, Labeled> regions = new HashMap<>();
    private final Map<String, List<Box>> boxes = new HashMap<>();
    private String lastImage = "";
    private @Nullable PixelImage lastPage;

    /** A labeled region of the sample. */
    record Labeled(String image, Box box, FormulaKind kind, String latex) {}

    SamplePages() {
        InputStream in = SamplePages.class.getResourceAsStream(PLACE + "labels.jsonl");
        if (in == null) {
            return;
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            ObjectMapper json = new ObjectMapper();
            for (String line : reader.lines().filter(l -> !l.isBlank()).toList()) {
                add(json.readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sample's labels", e);
        }
    }

    private void add(JsonNode page) {
        String image = page.path("image").asText();
        List<Box> all = new ArrayList<>();
        for (JsonNode region : page.path("regions")) {
            JsonNode corners = region.path("box");
            Box box = new Box(
                    corners.path(0).asDouble(),
                    corners.path(1).asDouble(),
                    corners.path(2).asDouble(),
                    corners.path(3).asDouble());
            all.add(box);
            FormulaKind kind = FormulaKind.ofWord(region.path("kind").asText()).orElse(FormulaKind.INLINE);
            regions.put(
                    region.path("id").asText(),
                    new Labeled(image, box, kind, region.path("latex").asText()));
        }
        boxes.put(image, all);
    }

    Optional<Labeled> find(String id) {
        return Optional.ofNullable(regions.get(id));
    }

    List<Box> boxesOn(String image) {
        return boxes.getOrDefault(image, List.of());
    }

    String sha256(String image) {
        try (InputStream in = SamplePages.class.getResourceAsStream(PLACE + image)) {
            return in == null
                    ? ""
                    : HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + image, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    synchronized PixelImage page(String image) {
        PixelImage known = lastPage;
        if (known != null && lastImage.equals(image)) {
            return known;
        }
        try (InputStream in = SamplePages.class.getResourceAsStream(PLACE + image)) {
            BufferedImage read = in == null ? null : ImageIO.read(in);
            if (read == null) {
                throw new IllegalStateException("missing from the class path: " + PLACE + image);
            }
            PixelImage page = PixelImage.of(read);
            lastImage = image;
            lastPage = page;
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + image, e);
        }
    }

    synchronized void forgetPage() {
        lastPage = null;
    }
}
