/**
 * The command line: everything that can be done to data in the window, headless. Open
 * {@link sigmark.app.cli.CommandShell} first; one class a command, all named in
 * {@link sigmark.app.cli.CommandList}. Knows no JavaFX.
 */
@NullMarked
package sigmark.app.cli;

import org.jspecify.annotations.NullMarked;
