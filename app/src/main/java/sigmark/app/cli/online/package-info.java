/**
 * Commands for the online test: logs in, reports out, complaints, agreement of offline and online; open
 * {@link sigmark.app.cli.online.OnlineCommands} first. The arithmetic is in {@code analysis.online}.
 */
@NullMarked
package sigmark.app.cli.online;

import org.jspecify.annotations.NullMarked;
