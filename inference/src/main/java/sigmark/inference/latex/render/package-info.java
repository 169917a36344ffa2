/**
 * Pictures of formulas, and what cannot be shown. Open {@link sigmark.inference.latex.render.FormulaRenderer} first. A
 * layer rewrites what people and models write into what JLaTeXMath accepts; its types stay in this package.
 */
@NullMarked
package sigmark.inference.latex.render;

import org.jspecify.annotations.NullMarked;
