package sigmark.labeling.guide.example;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.PixelImage;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.guide.ExampleScene;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.guide.check.CheckedRegion;

/** Makes the pictures of examples, and keeps them: each is small. Safe for any thread. */
public final class ExampleGallery {
    private static final double MARGIN_X = 70;
    private static final double MARGIN_Y = 16;
    private static final double DPI = 150;
    private static final int MOST_PIXELS = 4_000_000;

    private final SamplePages sample = new SamplePages();
    private final Map<GuideExample, Exhibit> kept = new ConcurrentHashMap<>();

    /**
     * The example's picture and label.
     *
     * @throws ProblemException {@code guide.no-picture} when its picture cannot be made
     */
    public Exhibit exhibit(GuideExample example) {
        Exhibit known = kept.get(example);
        if (known != null) {
            return known;
        }
        Exhibit made = make(example);
        if (kept.size() > 2000) {
            kept.clear();
        }
        kept.put(example, made);
        return made;
    }

    private Exhibit make(GuideExample example) {
        if (example.scene() instanceof ExampleScene.Drawn drawn) {
            SceneSetter.Set set = SceneSetter.set(drawn.text());
            return exhibit(example, new View(set.picture(), set.box(), set.others(), set.kind(), set.latex()));
        }
        if (example.scene() instanceof ExampleScene.Sample region) {
            return exhibit(example, ofSample(example, region.region()));
        }
        return exhibit(example, ofCut(example, (ExampleScene.Cut) example.scene()));
    }

    /** A scene before the example's own settings. */
    private record View(PixelImage picture, Box box, List<Box> others, FormulaKind kind, String latex) {}

    private static Exhibit exhibit(GuideExample example, View view) {
        List<Double> grow = example.grow();
        Box box;
        try {
            box = new Box(
                    view.box.left() - grow.get(0),
                    view.box.top() - grow.get(1),
                    view.box.right() + grow.get(2),
                    view.box.bottom() + grow.get(3));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(noPicture(example), e);
        }
        Optional<String> latex =
                example.latex().or(() -> view.latex.isEmpty() ? Optional.empty() : Optional.of(view.latex));
        CheckedRegion.Label label = new CheckedRegion.Label(
                box,
                example.kind().orElse(view.kind),
                example.writing(),
                latex.filter(text -> !text.isEmpty()),
                example.flags(),
                example.linked());
        return new Exhibit(view.picture, label, view.others, DPI);
    }

    private View ofSample(GuideExample example, String id) {
        SamplePages.Labeled region = sample.find(id).orElseThrow(() -> new ProblemException(noPicture(example)));
        PixelImage page = sample.page(region.image());
        Box window = new Box(
                        Math.floor(region.box().left() - MARGIN_X),
                        Math.floor(region.box().top() - MARGIN_Y),
                        Math.ceil(region.box().right() + MARGIN_X),
                        Math.ceil(region.box().bottom() + MARGIN_Y))
                .clip(page.width(), page.height())
                .orElseThrow(() -> new ProblemException(noPicture(example)));
        List<Box> others = new ArrayList<>();
        for (Box other : sample.boxesOn(region.image())) {
            if (!other.equals(region.box()) && other.sharedArea(window) > 0) {
                others.add(other.translate(-window.left(), -window.top()));
            }
        }
        return new View(
                page.crop(window),
                region.box().translate(-window.left(), -window.top()),
                others,
                region.kind(),
                region.latex());
    }

    private static View ofCut(GuideExample example, ExampleScene.Cut cut) {
        try {
            byte[] bytes = Base64.getDecoder().decode(cut.png().replaceAll("\\s", ""));
            var reader = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes));
            var readers = ImageIO.getImageReaders(reader);
            if (!readers.hasNext()) {
                throw new ProblemException(noPicture(example));
            }
            var png = readers.next();
            png.setInput(reader);
            if ((long) png.getWidth(0) * png.getHeight(0) > MOST_PIXELS) {
                throw new ProblemException(noPicture(example));
            }
            BufferedImage image = png.read(0);
            png.dispose();
            return new View(PixelImage.of(image), cut.box(), cut.others(), FormulaKind.INLINE, "");
        } catch (IOException | IllegalArgumentException e) {
            throw new ProblemException(noPicture(example), e);
        }
    }

    /** Lets go of the page that was decoded last; the pictures stay. */
    public void forgetPages() {
        sample.forgetPage();
    }

    private static Problem noPicture(GuideExample example) {
        return Problem.of("guide.no-picture", example.id());
    }
}
