package sigmark.app.serve.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import sigmark.inference.page.Box;

/**
 * A part of a sample page, as somebody would photograph it, and the formulas that are on it.
 *
 * @param still for a device's camera: one picture
 * @param formulas in the part's pixels
 */
record SamplePhoto(String name, Path still, int width, int height, List<Formula> formulas) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int FORMULAS = 6;

    /** What is written there. */
    record Formula(Box box, String latex) {}

    /** One part of each page with at least three formulas, written to a folder. */
    static List<SamplePhoto> cut(Path sample, Path folder, List<String> pages) throws IOException {
        Map<String, JsonNode> labels = new HashMap<>();
        for (String line : Files.readAllLines(sample.resolve("labels.jsonl"))) {
            JsonNode page = new ObjectMapper().readTree(line);
            labels.put(Path.of(page.path("image").asText()).getFileName().toString(), page);
        }
        List<SamplePhoto> photos = new ArrayList<>();
        for (String page : pages) {
            photos.add(cut(sample.resolve("pages").resolve(page), labels.get(page), folder));
        }
        return photos;
    }

    private static SamplePhoto cut(Path file, JsonNode labels, Path folder) throws IOException {
        BufferedImage page = ImageIO.read(file.toFile());
        int width = Math.min(WIDTH, page.getWidth());
        int height = Math.min(HEIGHT, page.getHeight());
        int bestX = 0;
        int bestY = 0;
        int best = -1;
        for (int y = 0; y + height <= page.getHeight(); y += 20) {
            for (int x = 0; x + width <= page.getWidth(); x += 40) {
                int count =
                        Math.min(FORMULAS, within(labels, x, y, width, height).size());
                if (count > best) {
                    best = count;
                    bestX = x;
                    bestY = y;
                }
            }
        }
        BufferedImage part = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        part.createGraphics().drawImage(page.getSubimage(bestX, bestY, width, height), 0, 0, null);
        String name = file.getFileName().toString().replaceAll("\\.\\w+$", "");
        Path still = folder.resolve(name + ".mjpeg");
        write(part, still, 0.9f);
        return new SamplePhoto(name, still, width, height, within(labels, bestX, bestY, width, height));
    }

    private static List<Formula> within(JsonNode labels, int x, int y, int width, int height) {
        List<Formula> within = new ArrayList<>();
        for (JsonNode region : labels.path("regions")) {
            JsonNode box = region.path("box");
            double left = box.get(0).asDouble() - x;
            double top = box.get(1).asDouble() - y;
            double right = box.get(2).asDouble() - x;
            double bottom = box.get(3).asDouble() - y;
            if (left >= 4 && top >= 4 && right <= width - 4 && bottom <= height - 4) {
                within.add(new Formula(
                        new Box(left, top, right, bottom), region.path("latex").asText()));
            }
        }
        return within;
    }

    /** The formula that a box shows. */
    Optional<Formula> at(Box box) {
        return formulas.stream()
                .filter(formula -> formula.box().iou(box) > 0.3)
                .max(java.util.Comparator.comparingDouble(
                        formula -> formula.box().iou(box)));
    }

    static void write(BufferedImage image, Path file, float quality) throws IOException {
        Files.deleteIfExists(file);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
        try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }
}
