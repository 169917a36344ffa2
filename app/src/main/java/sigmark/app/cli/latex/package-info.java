/** The command that spells formulas in a form: {@link sigmark.app.cli.latex.SpellLatex}. */
@NullMarked
package sigmark.app.cli.latex;

import org.jspecify.annotations.NullMarked;
