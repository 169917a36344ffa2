/** The commands about candidates: comparing runs and keeping verdicts on them. */
@NullMarked
package sigmark.app.cli.candidate;

import org.jspecify.annotations.NullMarked;
