package sigmark.labeling.packing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import javax.imageio.ImageIO;
import sigmark.inference.page.Box;
import sigmark.inference.page.PageDecoder;
import sigmark.inference.page.PixelImage;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.guide.Dispute;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Page;
import sigmark.labeling.question.Crop;
import sigmark.labeling.question.Question;
import sigmark.labeling.question.QuestionState;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.QuestionStore;
import sigmark.labeling.store.delivery.VendorCopyStore;
import sigmark.labeling.store.guide.DisputeStore;

/** Asks questions about regions and pages, with the picture of what is asked about. */
public final class Asking {
    /** Pixels around the region that the picture shows. */
    private static final double MARGIN = 12;

    private final ProjectStore store;

    public Asking(ProjectStore store) {
        this.store = store;
    }

    /** What a question is about. */
    public record About(String pageId, Optional<String> regionId, String latex, Crop crop) {}

    /** A region, with its LaTeX and its picture when the image can be read. */
    public About aboutRegion(String regionId) {
        FormulaRegion region = store.regions()
                .find(regionId)
                .orElseThrow(() -> new ProblemException(Problem.of("edit.no-such-region", regionId)));
        Page page = store.pages()
                .find(region.pageId())
                .orElseThrow(() -> new ProblemException(Problem.of("edit.no-such-page", region.pageId())));
        return new About(page.id(), Optional.of(regionId), region.latex().orElse(""), crop(page, region.box()));
    }

    /** A whole page. */
    public About aboutPage(String pageId) {
        Page page = store.pages()
                .find(pageId)
                .orElseThrow(() -> new ProblemException(Problem.of("edit.no-such-page", pageId)));
        return new About(page.id(), Optional.empty(), "", Crop.NONE);
    }

    /** Asks, in the name of whoever has the project open. */
    public Question ask(About about, String text, Optional<String> rule, boolean blocking) {
        Question question = new Question(
                UUID.randomUUID().toString(),
                about.pageId(),
                about.regionId(),
                rule,
                text.strip(),
                about.latex(),
                about.crop(),
                blocking,
                store.author().person(),
                store.clock().instant(),
                new VendorCopyStore(store).copy().map(copy -> copy.work().id()),
                QuestionState.OPEN,
                Optional.empty(),
                OptionalInt.empty());
        new QuestionStore(store).put(java.util.List.of(question));
        return question;
    }

    /**
     * Says that a rule judges a region wrongly, and asks about it once: the question is tied to region and rule and goes
     * to the curator like any other.
     *
     * @param text the question, in the asker's language
     */
    public Dispute dispute(FormulaRegion region, String rule, String text) {
        DisputeStore disputes = new DisputeStore(store);
        Dispute dispute = disputes.add(region, rule, "");
        if (dispute.questionId().isEmpty()) {
            Question question = ask(aboutRegion(region.id()), text, Optional.of(rule), false);
            disputes.setQuestion(dispute.id(), question.id());
        }
        return dispute;
    }

    private Crop crop(Page page, Box box) {
        try {
            PixelImage upright = PageDecoder.decode(
                            store.pages().imagePath(page),
                            page.source().pdfPage().orElse(0),
                            page.source().dpi() > 0 ? page.source().dpi() : PageDecoder.DEFAULT_DPI)
                    .upright()
                    .turned(page.quarterTurns());
            Optional<Box> shown = box.grow(MARGIN).clip(upright.width(), upright.height());
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            boolean written =
                    shown.isPresent() && ImageIO.write(upright.crop(shown.get()).toBufferedImage(), "png", png);
            return written ? Crop.of(png.toByteArray()) : Crop.NONE;
        } catch (ProblemException | IOException e) {
            return Crop.NONE; // the question is worth more than its picture
        }
    }
}
