package sigmark.inference.training.detector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import sigmark.inference.detect.PageScale;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.GreyImage;
import sigmark.inference.page.PageDecoder;
import sigmark.inference.synthesis.DrawnFormula;
import sigmark.inference.synthesis.InkPage;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * Pages that lie in files with the boxes of all their formulas, as JSON Lines of the detector's kind name them (an image's
 * path is taken from the list's own folder). Pictures are read when they are asked for; a few stay in memory, at the size
 * of training.
 */
final class LabeledPages implements PageSource {
    private static final String TRAINING = "train";
    private static final int KEPT = 32;

    private final List<Item> items;
    private final Map<Path, Labeled> kept = new LinkedHashMap<>(KEPT, 0.75f, true);

    /** A page's file and what is on it. */
    private record Item(Path image, List<DrawnFormula> formulas) {}

    /** A page at the largest size of training, its boxes with it. */
    private record Labeled(GreyImage image, List<DrawnFormula> formulas) {}

    private LabeledPages(List<Item> items) {
        this.items = items;
    }

    /** Reads lists; lines of other splits are left out (those without one count as {@code train}). */
    static LabeledPages read(List<Path> lists, String split) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Item> items = new ArrayList<>();
        for (Path list : lists) {
            for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
                JsonNode node = json.readTree(line);
                if (node.path("split").asText(TRAINING).equals(split)) {
                    Path image = list.toAbsolutePath()
                            .resolveSibling(node.path("image").asText());
                    items.add(new Item(image, formulas(node.path("regions"))));
                }
            }
        }
        return new LabeledPages(List.copyOf(items));
    }

    private static List<DrawnFormula> formulas(JsonNode regions) {
        List<DrawnFormula> formulas = new ArrayList<>();
        for (JsonNode region : regions) {
            JsonNode box = region.path("box");
            if (box.path(2).asDouble() > box.path(0).asDouble()
                    && box.path(3).asDouble() > box.path(1).asDouble()) {
                formulas.add(new DrawnFormula(
                        region.path("latex").asText(""),
                        region.path("kind").asText().equals(FormulaKind.DISPLAY.word())
                                ? FormulaKind.DISPLAY
                                : FormulaKind.INLINE,
                        new Box(
                                box.path(0).asDouble(),
                                box.path(1).asDouble(),
                                box.path(2).asDouble(),
                                box.path(3).asDouble())));
            }
        }
        return formulas;
    }

    int size() {
        return items.size();
    }

    /** A page at its own size with its true boxes; empty when its picture cannot be read. */
    Optional<Whole> whole(int index) {
        Item item = items.get(index);
        try {
            return Optional.of(new Whole(PageDecoder.decode(item.image()).upright(), item.formulas()));
        } catch (ProblemException moved) {
            return Optional.empty();
        }
    }

    /** A page as it is. */
    record Whole(sigmark.inference.page.PixelImage image, List<DrawnFormula> formulas) {}

    /** @throws ProblemException {@code training.no-pages} when not one picture can be read */
    @Override
    public Sheet page(long number, double em) {
        int first = new Random(number * 31 + 7).nextInt(items.size());
        for (int i = 0; i < items.size(); i++) {
            Optional<Labeled> page = labeled(items.get((first + i) % items.size()));
            if (page.isPresent()) {
                return new Sheet(atEm(page.get(), em), false);
            }
        }
        throw new ProblemException(
                Problem.of("training.no-pages", items.get(first).image().toString()));
    }

    private Optional<Labeled> labeled(Item item) {
        Labeled known = kept.get(item.image());
        if (known != null) {
            return Optional.of(known);
        }
        try {
            GreyImage grey = PageDecoder.decode(item.image()).upright().grey();
            double scale = Math.min(2, PatchSource.LARGEST_EM / PageScale.em(grey));
            Labeled labeled = new Labeled(PageScale.resized(grey, scale), scaled(item.formulas(), scale));
            if (kept.size() >= KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            kept.put(item.image(), labeled);
            return Optional.of(labeled);
        } catch (ProblemException moved) {
            return Optional.empty(); // moved or broken since the list was made: the others still train
        }
    }

    private static InkPage atEm(Labeled page, double em) {
        double scale = em / PatchSource.LARGEST_EM;
        GreyImage image = PageScale.resized(page.image(), scale);
        return InkPage.labeled(image, scaled(page.formulas(), scale));
    }

    private static List<DrawnFormula> scaled(List<DrawnFormula> formulas, double scale) {
        return formulas.stream()
                .map(each ->
                        new DrawnFormula(each.latex(), each.kind(), each.box().scale(scale, scale)))
                .toList();
    }
}
