package sigmark.labeling.voc;

import java.time.Instant;
import java.util.Optional;
import sigmark.inference.page.Box;

/**
 * A complaint or remark of a user.
 *
 * @param channel such as {@code in-app}, {@code mail}
 * @param text as the person wrote it, with what identifies people blacked out
 * @param image path below the project's folder, or as it was given; empty when there is none
 * @param box the formula that it is about, in the image's pixels
 * @param redaction what was blacked out before storing, in words; empty when nothing was
 * @param cause absent until somebody coded it
 * @param detail the word of an error class; empty when there is none
 * @param erased the person was taken out: text, image and LaTeX are gone
 * @param more fields that are not known here, as a JSON object
 */
public record VocItem(
        String id,
        Instant receivedAt,
        String channel,
        String text,
        String language,
        String image,
        Optional<Box> box,
        Optional<String> predictedLatex,
        Optional<String> correctedLatex,
        VocOrigin origin,
        VocConsent consent,
        String redaction,
        Optional<VocCause> cause,
        String detail,
        VocSeverity severity,
        VocState state,
        VocLinks links,
        boolean erased,
        String more) {
    public VocItem {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a complaint without an id");
        }
    }

    /** With another text, image and account of what was blacked out. */
    public VocItem kept(String text, String image, String redaction) {
        return new VocItem(
                id,
                receivedAt,
                channel,
                text,
                language,
                image,
                box,
                predictedLatex,
                correctedLatex,
                origin,
                consent,
                redaction,
                cause,
                detail,
                severity,
                state,
                links,
                erased,
                more);
    }
}
