/**
 * The field trial: a small web service with one page that shows what a pipeline makes of a photo and records what its
 * user does with it. Open {@link sigmark.app.serve.TrialServer} first. What happened is written by
 * {@code labeling.online.TrialJournal}; nothing here knows JavaFX.
 */
@NullMarked
package sigmark.app.serve;

import org.jspecify.annotations.NullMarked;
