package sigmark.labeling.review;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import sigmark.inference.page.Box;
import sigmark.inference.page.PageDecoder;
import sigmark.inference.page.PixelImage;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.guide.ExampleScene;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.store.ProjectStore;

/** Makes an example of the guide out of a labeled region: its picture with what lies around it, box and label. */
public final class RegionExample {
    private static final double MARGIN_X = 70;
    private static final double MARGIN_Y = 16;

    private RegionExample() {}

    /**
     * The example, numbered 1; blocks while the page is decoded.
     *
     * @param notes a few words by language
     * @throws ProblemException {@code edit.no-such-region}, {@code guide.example-gold} where the page is gold, or what
     *     keeps its image from being read
     */
    public static GuideExample of(
            ProjectStore store, String regionId, String ruleId, boolean good, Map<String, String> notes) {
        FormulaRegion region = store.regions()
                .find(regionId)
                .orElseThrow(() -> new ProblemException(Problem.of("edit.no-such-region", regionId)));
        Page page = store.pages()
                .find(region.pageId())
                .orElseThrow(() -> new ProblemException(Problem.of("edit.no-such-page", region.pageId())));
        if (!store.regions().ofPage(page.id(), Layer.GOLD).isEmpty()) {
            throw new ProblemException(Problem.of("guide.example-gold", page.name()));
        }
        List<FormulaRegion> labels = store.regions().ofPage(page.id(), Layer.HUMAN);
        boolean linked = region.pieceOf().isPresent()
                || labels.stream()
                        .anyMatch(other ->
                                other.pieceOf().filter(regionId::equals).isPresent());
        return new GuideExample(
                ruleId,
                good,
                1,
                cut(store, page, region, labels),
                List.of(0.0, 0.0, 0.0, 0.0),
                Optional.of(region.latex().orElse("")),
                Optional.of(region.kind()),
                region.writing(),
                region.flags(),
                linked,
                notes);
    }

    private static ExampleScene.Cut cut(
            ProjectStore store, Page page, FormulaRegion region, List<FormulaRegion> labels) {
        PixelImage upright = PageDecoder.decode(
                        store.pages().imagePath(page),
                        page.source().pdfPage().orElse(0),
                        page.source().dpi() > 0 ? page.source().dpi() : PageDecoder.DEFAULT_DPI)
                .upright()
                .turned(page.quarterTurns());
        Box box = region.box();
        Box window = new Box(
                        Math.floor(box.left() - MARGIN_X),
                        Math.floor(box.top() - MARGIN_Y),
                        Math.ceil(box.right() + MARGIN_X),
                        Math.ceil(box.bottom() + MARGIN_Y))
                .clip(upright.width(), upright.height())
                .orElseThrow(() -> new ProblemException(Problem.of("guide.no-picture", page.name())));
        List<Box> others = new ArrayList<>();
        for (FormulaRegion other : labels) {
            if (!other.id().equals(region.id()) && other.box().sharedArea(window) > 0) {
                others.add(other.box().translate(-window.left(), -window.top()));
            }
        }
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(upright.crop(window).toBufferedImage(), "png", png);
            return new ExampleScene.Cut(
                    Base64.getEncoder().encodeToString(png.toByteArray()),
                    box.translate(-window.left(), -window.top()),
                    others,
                    page.source().sha256());
        } catch (IOException e) {
            throw new ProblemException(Problem.of("guide.no-picture", page.name()), e);
        }
    }
}
