/**
 * Training and sample data made by machine: formulas from a grammar, pages that typeset them among Korean and English
 * text, and what a camera or a scanner does to a page. Everything follows from a seed. Open
 * {@link sigmark.inference.synthesis.PageGenerator} first, or {@link sigmark.inference.synthesis.FormulaGrammar} for
 * formulas alone. Training itself lives in {@code training}.
 */
@NullMarked
package sigmark.inference.synthesis;

import org.jspecify.annotations.NullMarked;
