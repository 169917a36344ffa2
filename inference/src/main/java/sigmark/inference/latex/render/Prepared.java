package sigmark.inference.latex.render;

import java.util.List;
import sigmark.inference.latex.LatexProblem;

/**
 * LaTeX as the renderer takes it.
 *
 * @param showable false when nothing of it may be tried
 */
record Prepared(String latex, boolean showable, List<LatexProblem> issues) {}
