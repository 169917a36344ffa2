package sigmark.inference.classify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import sigmark.inference.model.ModelStore;
import sigmark.inference.page.GreyImage;
import sigmark.inference.page.Writing;

/**
 * A rule that tells type from handwriting while no trained classifier is there. Type has thick and thin strokes, level
 * bars and upright stems, and letters that come back alike on the same line; a pen has one thickness and nothing comes
 * back alike. Each of {@link InkStatistics#variation}, {@link InkStatistics#straight} and {@link InkStatistics#levels}
 * votes; {@link #MARK} and more in the sum is print. Weights and mark are round numbers, not fitted.
 *
 * <p>Limits: a single letter gives little to tell by; sans-serif type and type set in one thickness look like a pen; on
 * a photo turned by more than about three degrees bars are no longer level, which takes a vote from print.
 */
public final class InkRule implements WritingClassifier {
    /** What descriptions of pipelines call it. */
    public static final String NAME = "ink-rule-1";

    private static final double STRAIGHT = 0.5;
    private static final double LEVELS = 0.5;
    private static final double MARK = 0.7;

    @Override
    public List<Writing> classify(List<GreyImage> crops) {
        return crops.stream().map(crop -> writing(InkStatistics.of(crop))).toList();
    }

    /** Print when nothing is to be seen. */
    static Writing writing(InkStatistics ink) {
        return ink.shapes() == 0 || vote(ink) >= MARK ? Writing.PRINTED : Writing.HANDWRITTEN;
    }

    static double vote(InkStatistics ink) {
        return ink.variation() + STRAIGHT * ink.straight() + LEVELS * ink.levels();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String hash() {
        String constants = "%s %s %s %s".formatted(NAME, STRAIGHT, LEVELS, MARK);
        return ModelStore.hash(List.of(constants.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public boolean rule() {
        return true;
    }
}
