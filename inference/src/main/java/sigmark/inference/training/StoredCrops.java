package sigmark.inference.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.page.GreyImage;
import sigmark.inference.page.PageDecoder;
import sigmark.inference.recognize.Vocabulary;
import sigmark.inference.work.ProblemException;

/**
 * Crops that lie in files with their LaTeX, as JSON Lines of the recognizer's kind name them (an image's path is taken from
 * the list's own folder). Clean ones get paper, blur and noise anew at each draw; pictures are read when they are drawn.
 */
public final class StoredCrops implements CropSource {
    private static final String TRAINING = "train";
    private static final double WORN = 0.8;
    private static final double EM = 24;
    private static final double CLEAN_PAPER = 245;

    private final List<Item> items;

    /** A crop's file and its answer. */
    private record Item(Path image, List<Integer> pieces) {}

    private StoredCrops(List<Item> items) {
        this.items = items;
    }

    /** The crops of a list to train on. */
    public static StoredCrops read(Path jsonLines, Vocabulary vocabulary) throws IOException {
        return read(jsonLines, vocabulary, TRAINING);
    }

    /** The formulas of a list, for a vocabulary that covers them. */
    static List<String> formulas(Path jsonLines) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> formulas = new ArrayList<>();
        for (String line : Files.readAllLines(jsonLines, StandardCharsets.UTF_8)) {
            formulas.add(json.readTree(line).path("latex").asText(""));
        }
        return formulas;
    }

    /**
     * Reads a list; lines of other splits (those without one count as {@code train}) and formulas that the vocabulary cannot
     * write are left out.
     */
    public static StoredCrops read(Path jsonLines, Vocabulary vocabulary, String split) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Path folder = jsonLines.toAbsolutePath().getParent();
        List<Item> items = new ArrayList<>();
        for (String line : Files.readAllLines(jsonLines, StandardCharsets.UTF_8)) {
            JsonNode node = json.readTree(line);
            String latex = node.path("latex").asText("");
            if (node.path("split").asText(TRAINING).equals(split) && !latex.isBlank() && folder != null) {
                Path image = folder.resolve(node.path("image").asText());
                vocabulary
                        .encode(CanonicalForm.tokens(latex))
                        .filter(ids -> ids.length > 0)
                        .ifPresent(ids -> items.add(
                                new Item(image, IntStream.of(ids).boxed().toList())));
            }
        }
        return new StoredCrops(List.copyOf(items));
    }

    /** How many crops it can give. */
    public int size() {
        return items.size();
    }

    /** The first crops as they are, at most so many; pictures that cannot be read are left out. */
    List<LabeledCrop> all(int most) {
        List<LabeledCrop> crops = new ArrayList<>();
        for (Item item : items.subList(0, Math.min(most, items.size()))) {
            picture(item).ifPresent(image -> crops.add(new LabeledCrop(image, item.pieces())));
        }
        return crops;
    }

    private static Optional<GreyImage> picture(Item item) {
        try {
            return Optional.of(PageDecoder.decode(item.image()).upright().grey());
        } catch (ProblemException e) {
            return Optional.empty(); // moved or broken since the list was made: the others still train
        }
    }

    @Override
    public Optional<LabeledCrop> draw(Random random, int mostPieces) {
        if (items.isEmpty()) {
            return Optional.empty();
        }
        Item item = items.get(random.nextInt(items.size()));
        if (item.pieces().size() > mostPieces) {
            return Optional.empty();
        }
        return picture(item).map(image -> new LabeledCrop(worn(image, random), item.pieces()));
    }

    private static GreyImage worn(GreyImage image, Random random) {
        if (random.nextDouble() > WORN || paper(image) < CLEAN_PAPER) {
            return image;
        }
        float[] ink = new float[image.width() * image.height()];
        byte[] pixels = image.pixels();
        for (int i = 0; i < ink.length; i++) {
            ink[i] = (255 - (pixels[i] & 0xFF)) / 255f;
        }
        return CropWear.wear(new CropWear.Coverage(image.width(), image.height(), ink), EM, random);
    }

    /** Mean brightness of the outermost pixels. */
    private static double paper(GreyImage image) {
        long sum = 0;
        for (int x = 0; x < image.width(); x++) {
            sum += image.at(x, 0) + image.at(x, image.height() - 1);
        }
        return sum / (2.0 * image.width());
    }
}
