package sigmark.labeling.exchange;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import sigmark.inference.page.PageDecoder;
import sigmark.inference.page.PageFormat;
import sigmark.inference.page.PixelImage;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.exchange.file.FileNames;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.store.ProjectStore;

/** The pages of an export, with their human regions and images. All boxes are in the upright page's pixels. */
public final class ExportSet {
    private final ProjectStore store;
    private final ExportOptions options;
    private final List<Page> pages;
    private final Map<String, String> names = new HashMap<>();

    ExportSet(ProjectStore store, ExportOptions options) {
        this.store = store;
        this.options = options;
        this.pages = store.pages().list(options.query());
        Set<String> taken = new HashSet<>();
        for (Page page : pages) {
            names.put(page.id(), FileNames.unique(fileName(page), taken));
        }
    }

    public ExportOptions options() {
        return options;
    }

    public List<Page> pages() {
        return pages;
    }

    /** The page's human regions in reading order. */
    public List<FormulaRegion> regions(Page page) {
        return store.regions().ofPage(page.id(), Layer.HUMAN);
    }

    /** Those of them that the query selects by themselves, for models that see crops. */
    List<FormulaRegion> cropRegions(Page page) {
        return regions(page).stream()
                .filter(region -> options.query().matches(page, region))
                .toList();
    }

    /** Whether someone looked for formulas on the page, so that none means none. */
    public boolean isLabeled(Page page) {
        return page.state() != LabelState.UNTOUCHED || !regions(page).isEmpty();
    }

    /** The page's file name in the export: unique, without folder. */
    public String imageName(Page page) {
        return names.getOrDefault(page.id(), page.id());
    }

    /**
     * A file can be handed on as it is when every program shows it as we do; pages of PDF and TIFF, and those that EXIF
     * or a person turned, are written anew as PNG.
     */
    private static boolean asItIs(Page page) {
        return page.source().pdfPage().isEmpty() && page.exifOrientation() == 1 && page.quarterTurns() == 0;
    }

    private static String fileName(Page page) {
        String safe = FileNames.safe(page.name()).replace('#', '-');
        boolean named = PageFormat.ofName(safe).filter(f -> f != PageFormat.PDF).isPresent();
        if (asItIs(page) && named && !safe.toLowerCase(java.util.Locale.ROOT).matches(".*\\.tiff?")) {
            return safe;
        }
        return (asItIs(page) ? FileNames.stem(safe) : safe.replace('.', '-')) + ".png";
    }

    /** Writes the page's image, upright, when images are wanted; false and noted when its file cannot be read. */
    boolean writeImage(Page page, Path folder, ExportBalance balance) throws IOException {
        if (!options.images()) {
            return true;
        }
        try {
            writeImage(page, folder);
            return true;
        } catch (ProblemException e) {
            balance.leaveOut(page.name(), e.problem());
            return false;
        }
    }

    /** The page's pixels; empty and noted when its file cannot be read. */
    Optional<PixelImage> pixels(Page page, ExportBalance balance) {
        try {
            return Optional.of(pixels(page));
        } catch (ProblemException e) {
            balance.leaveOut(page.name(), e.problem());
            return Optional.empty();
        }
    }

    private void writeImage(Page page, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve(imageName(page));
        Path file = store.pages().imagePath(page);
        String ending = FileNames.ending(imageName(page));
        if (Files.isRegularFile(file) && asItIs(page) && ending.equals(FileNames.ending(FileNames.safe(page.name())))) {
            Files.copy(file, target);
        } else {
            writePng(pixels(page), target);
        }
    }

    /** The page's pixels, upright and as turned by hand. */
    private PixelImage pixels(Page page) {
        Path file = store.pages().imagePath(page);
        PixelImage upright = PageDecoder.decode(
                        file,
                        page.source().pdfPage().orElse(0),
                        page.source().dpi() > 0 ? page.source().dpi() : PageDecoder.DEFAULT_DPI)
                .upright();
        return upright.turned(page.quarterTurns());
    }

    static void writePng(PixelImage image, Path file) throws IOException {
        BufferedImage picture = image.toBufferedImage();
        if (!ImageIO.write(picture, "png", file.toFile())) {
            throw new IOException("no PNG writer");
        }
    }
}
