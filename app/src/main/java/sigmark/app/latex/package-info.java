/**
 * Typing and seeing LaTeX: the editor with highlighting, completion, snippets and palette, and formulas drawn beside
 * their crops. Open {@link sigmark.app.latex.LatexEditor} first. What LaTeX means lives in {@code inference.latex},
 * how it is drawn in {@code inference.latex.render}.
 */
@NullMarked
package sigmark.app.latex;

import org.jspecify.annotations.NullMarked;
