package sigmark.inference.synthesis;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import sigmark.inference.page.Box;
import sigmark.inference.work.Progress;

/**
 * Writes drawn pages with exact labels: a picture a page and one list of JSON Lines of the detector's kind. The same
 * wishes give the same bytes on the same Java and the same fonts.
 */
public final class SyntheticPages {
    /** Name of the list. */
    public static final String LIST = "labels.jsonl";

    private final PageGenerator pages;
    private final Wish wish;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * What to draw.
     *
     * @param kinds taken in turn; at least one
     * @param seed of the first page
     * @param photo strength of the photo model, 0 (never) to 2
     * @param scan strength of the scan model with its bleed-through, 0 (never) to 1; where both are given they alternate
     * @param split written to each line
     */
    public record Wish(List<PageKind> kinds, long seed, double photo, double scan, String split) {
        public Wish {
            kinds = List.copyOf(kinds);
            if (kinds.isEmpty() || !(photo >= 0 && photo <= 2) || !(scan >= 0 && scan <= 1)) {
                throw new IllegalArgumentException("kinds=%s photo=%s scan=%s".formatted(kinds, photo, scan));
            }
        }
    }

    public SyntheticPages(PageGenerator pages, Wish wish) {
        this.pages = pages;
        this.wish = wish;
    }

    /** The page of a number, distorted as wished. */
    public InkPage draw(int number) {
        long seed = wish.seed() + number;
        InkPage print = pages.page(seed, wish.kinds().get(number % wish.kinds().size()));
        Random random = new Random(seed);
        if (photographed(number)) {
            double moire = random.nextInt(4) == 0 ? wish.photo() / 4 : 0;
            return new PhotoModel(wish.photo(), moire).photograph(print, seed);
        }
        if (wish.scan() > 0) {
            double bleed = random.nextInt(3) == 0 ? 0.25 * wish.scan() * random.nextDouble() : 0;
            return new ScanModel(bleed).scan(print, seed);
        }
        return print;
    }

    private boolean photographed(int number) {
        return wish.photo() > 0 && (wish.scan() == 0 || number % 2 == 0);
    }

    private boolean clean() {
        return wish.photo() == 0 && wish.scan() == 0;
    }

    /**
     * Writes pages and their list into a folder, which is made when it is missing. Stops between two pages when the
     * progress says so; what was written by then is whole.
     *
     * @return how many pages and formulas were written
     */
    public Count write(Path folder, int count, Progress progress) {
        int formulas = 0;
        int done = 0;
        try (BufferedWriter list = start(folder)) {
            while (done < count && !progress.cancelled()) {
                InkPage page = draw(done);
                String file = "page-%05d.%s".formatted(done + 1, clean() ? "png" : "jpg");
                Files.write(folder.resolve(file), clean() ? png(page) : SamplePages.jpeg(page));
                List<DrawnFormula> drawn = page.formulas();
                list.write(json.writeValueAsString(label(file, "s%05d".formatted(done + 1), page, drawn)));
                list.newLine();
                formulas += drawn.size();
                done++;
                progress.update(done, count, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Count(done, formulas);
    }

    /** Pages and formulas written. */
    public record Count(int pages, int formulas) {}

    private static BufferedWriter start(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.newBufferedWriter(folder.resolve(LIST), StandardCharsets.UTF_8);
    }

    private ObjectNode label(String file, String prefix, InkPage page, List<DrawnFormula> drawn) {
        ObjectNode line = json.createObjectNode();
        line.put("image", file);
        line.put("width", page.image().width());
        line.put("height", page.image().height());
        line.put("split", wish.split());
        var regions = line.putArray("regions");
        for (int i = 0; i < drawn.size(); i++) {
            DrawnFormula formula = drawn.get(i);
            Box box = formula.box();
            ObjectNode region = regions.addObject();
            region.put("id", "%s-%03d".formatted(prefix, i + 1));
            region.putArray("box")
                    .add((int) box.left())
                    .add((int) box.top())
                    .add((int) box.right())
                    .add((int) box.bottom());
            region.put("kind", formula.kind().word());
            region.put("writing", "printed");
            region.put("latex", formula.latex());
            region.putArray("flags");
            region.putNull("pieceOf");
        }
        return line;
    }

    private static byte[] png(InkPage page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(page.image().toBufferedImage(), "png", bytes);
        return bytes.toByteArray();
    }
}
