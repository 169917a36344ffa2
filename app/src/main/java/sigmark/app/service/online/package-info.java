/**
 * What the service's users did: edit probability by version, slice and day, outcomes, times from capture to display, two
 * versions held against each other, and the requests behind each number. Open {@link
 * sigmark.app.service.online.OnlinePage} first; the numbers come from {@code analysis.online}.
 */
@NullMarked
package sigmark.app.service.online;

import org.jspecify.annotations.NullMarked;
