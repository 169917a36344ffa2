/**
 * The online log: requests of a trial or of the live service, what was shown and what users did with it. Records, the
 * JSON Lines they come from, and what one request adds to the counts; open {@link sigmark.labeling.online.OnlineEvent}
 * first. Storage is in {@code labeling.store.online}, rates and comparisons are in {@code analysis.online}.
 */
@NullMarked
package sigmark.labeling.online;

import org.jspecify.annotations.NullMarked;
