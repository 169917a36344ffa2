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
import javax.imageio.ImageIO;
import sigmark.app.work.PageLoader;
import sigmark.inference.page.Box;
import sigmark.inference.page.PixelImage;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/**
 * Cuts a project's labeled formulas out of their pages for training: a picture a region and a list of JSON Lines. Pages of
 * the test split stay out, so that no one measures on what was trained on; pages without a split count as training.
 */
public final class ProjectCrops {
    private static final double MARGIN = 0.08;

    private final ProjectStore store;
    private final SliceQuery query;

    /** @param query which regions, such as {@code state:accepted} */
    public ProjectCrops(ProjectStore store, SliceQuery query) {
        this.store = store;
        this.query = query;
    }

    /** What was cut out. */
    public record Cut(Path list, int crops, int unreadablePages) {}

    /** Writes pictures and {@code crops.jsonl} into a folder; pages that cannot be read are counted, not fatal. */
    public Cut write(Path folder, Progress progress) {
        Map<String, List<FormulaRegion>> byPage = byPage();
        Path list = folder.resolve("crops.jsonl");
        int crops = 0;
        int unreadable = 0;
        int done = 0;
        try {
            Files.createDirectories(folder);
            try (BufferedWriter out = Files.newBufferedWriter(list, StandardCharsets.UTF_8)) {
                for (var entry : byPage.entrySet()) {
                    Optional<Page> page =
                            store.pages().find(entry.getKey()).filter(found -> found.split() != Split.TEST);
                    if (page.isPresent() && !progress.cancelled()) {
                        try {
                            PixelImage picture = PageLoader.load(store, page.get());
                            for (FormulaRegion region : entry.getValue()) {
                                write(page.get(), region, picture, folder, out);
                                crops++;
                            }
                        } catch (ProblemException e) {
                            unreadable++;
                        }
                    }
                    progress.update(++done, byPage.size(), "");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Cut(list, crops, unreadable);
    }

    private Map<String, List<FormulaRegion>> byPage() {
        Map<String, List<FormulaRegion>> byPage = new LinkedHashMap<>();
        for (FormulaRegion region : store.regions().search(query)) {
            boolean usable = region.layer() != Layer.PROPOSAL
                    && region.flags().isEmpty()
                    && region.latex().filter(latex -> !latex.isBlank()).isPresent();
            if (usable) {
                byPage.computeIfAbsent(region.pageId(), id -> new java.util.ArrayList<>())
                        .add(region);
            }
        }
        return byPage;
    }

    private static void write(Page page, FormulaRegion region, PixelImage picture, Path folder, BufferedWriter out)
            throws IOException {
        Box box = region.box();
        double margin = MARGIN * Math.min(box.width(), box.height()) + 2;
        Optional<Box> inside = box.grow(margin).clip(picture.width(), picture.height());
        if (inside.isEmpty()) {
            return;
        }
        String file = region.id() + ".png";
        ImageIO.write(
                picture.crop(inside.get()).toBufferedImage(),
                "png",
                folder.resolve(file).toFile());
        ObjectNode line = new ObjectMapper().createObjectNode();
        line.put("image", file).put("latex", region.latex().orElse(""));
        line.put("split", page.split() == Split.VALIDATION ? "validation" : "train");
        line.putObject("source").put("page", page.name()).put("region", region.id());
        out.write(line.toString());
        out.newLine();
    }
}
