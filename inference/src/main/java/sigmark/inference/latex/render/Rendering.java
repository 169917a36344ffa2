package sigmark.inference.latex.render;

import java.util.List;
import java.util.Optional;
import sigmark.inference.latex.LatexProblem;

/**
 * What came of drawing a formula.
 *
 * @param image what can be shown; empty when nothing can
 * @param issues what cannot be shown or is wrong, with its place in the text; empty when all is shown
 */
public record Rendering(Optional<FormulaImage> image, List<LatexProblem> issues) {
    public Rendering {
        issues = List.copyOf(issues);
    }

    /** All of it is shown. */
    public boolean complete() {
        return image.isPresent() && issues.isEmpty();
    }
}
