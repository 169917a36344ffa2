/** Commands about the work guide: check, export, diff, publish. Named in {@code sigmark.app.cli.CommandList}. */
@NullMarked
package sigmark.app.cli.guide;

import org.jspecify.annotations.NullMarked;
