package sigmark.app.work.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import sigmark.app.work.PageLoader;
import sigmark.inference.detect.PageScale;
import sigmark.inference.page.Box;
import sigmark.inference.page.GreyImage;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.RegionFlag;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/**
 * Writes a project's finished pages for training a detector: a picture a page and a list of JSON Lines. A page counts only
 * when all that people boxed on it is among the wanted regions, for a formula without a box would be learned as none. Pages
 * of the test split stay out; pages without a split count as training.
 */
public final class ProjectPages {
    /** Larger text than this teaches nothing more, as training shows it smaller. */
    private static final double LARGEST_EM = 24;

    private final ProjectStore store;
    private final SliceQuery query;

    /** @param query which regions, such as {@code state:accepted} */
    public ProjectPages(ProjectStore store, SliceQuery query) {
        this.store = store;
        this.query = query;
    }

    /**
     * What was written.
     *
     * @param unfinished pages with boxes that the query leaves out
     */
    public record Written(Path list, int pages, int unfinished, int unreadable) {}

    /** Writes pictures and {@code pages.jsonl} into a folder; pages that cannot be read are counted, not fatal. */
    public Written write(Path folder, Progress progress) {
        Map<String, Set<String>> wanted = wanted();
        Path list = folder.resolve("pages.jsonl");
        int[] counts = new int[3];
        int done = 0;
        try {
            Files.createDirectories(folder);
            try (BufferedWriter out = Files.newBufferedWriter(list, StandardCharsets.UTF_8)) {
                for (var entry : wanted.entrySet()) {
                    Optional<Page> page =
                            store.pages().find(entry.getKey()).filter(found -> found.split() != Split.TEST);
                    if (page.isPresent() && !progress.cancelled()) {
                        counts[write(page.get(), entry.getValue(), folder, out)]++;
                    }
                    progress.update(++done, wanted.size(), "");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Written(list, counts[0], counts[1], counts[2]);
    }

    private Map<String, Set<String>> wanted() {
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        for (FormulaRegion region : store.regions().search(query)) {
            if (region.layer() == Layer.HUMAN) {
                wanted.computeIfAbsent(region.pageId(), id -> new TreeSet<>()).add(region.id());
            }
        }
        return wanted;
    }

    /** 0 when the page was written, 1 when it is unfinished, 2 when it cannot be read. */
    private int write(Page page, Set<String> wanted, Path folder, BufferedWriter out) throws IOException {
        List<FormulaRegion> boxed = store.regions().ofPage(page.id(), Layer.HUMAN).stream()
                .filter(region -> !region.flags().contains(RegionFlag.NOT_A_FORMULA))
                .toList();
        if (!boxed.stream().allMatch(region -> wanted.contains(region.id()))) {
            return 1;
        }
        try {
            GreyImage picture = PageLoader.load(store, page).grey();
            double scale = Math.min(1, LARGEST_EM / PageScale.em(picture));
            GreyImage small = scale < 1 ? PageScale.resized(picture, scale) : picture;
            String file = page.id() + ".png";
            ImageIO.write(
                    small.toPixelImage().toBufferedImage(),
                    "png",
                    folder.resolve(file).toFile());
            out.write(line(page, boxed, file, small, scale).toString());
            out.newLine();
            return 0;
        } catch (ProblemException unreadable) {
            return 2;
        }
    }

    private static ObjectNode line(Page page, List<FormulaRegion> boxed, String file, GreyImage picture, double scale) {
        ObjectNode line = new ObjectMapper().createObjectNode();
        line.put("image", file).put("width", picture.width()).put("height", picture.height());
        line.put("split", page.split() == Split.VALIDATION ? "validation" : "train");
        line.putObject("source").put("page", page.name());
        var regions = line.putArray("regions");
        for (FormulaRegion region : boxed) {
            Box box = region.box().scale(scale, scale);
            ObjectNode node = regions.addObject().put("id", region.id());
            node.putArray("box").add(box.left()).add(box.top()).add(box.right()).add(box.bottom());
            node.put("kind", region.kind().word()).put("latex", region.latex().orElse(""));
        }
        return line;
    }
}
