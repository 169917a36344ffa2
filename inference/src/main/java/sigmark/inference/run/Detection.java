package sigmark.inference.run;

import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;

/**
 * A formula that a detector found.
 *
 * @param box in the upright page's pixels
 * @param score how sure the detector is, 0 to 1
 */
public record Detection(Box box, FormulaKind kind, Writing writing, double score) {
    public Detection {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score %s is not in 0 to 1".formatted(score));
        }
    }
}
