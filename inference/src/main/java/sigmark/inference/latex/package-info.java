/**
 * LaTeX as text: tokens, the canonical form that training, metrics and search share, and distances between token lists.
 * Open {@link sigmark.inference.latex.CanonicalForm} first. Drawing formulas lives in {@code latex.render}. Pure
 * functions of strings; nothing here fails on any text.
 */
@NullMarked
package sigmark.inference.latex;

import org.jspecify.annotations.NullMarked;
