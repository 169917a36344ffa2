/**
 * Keeps the work guide in its versions, the draft of the next one, quiz results and disputes. Open
 * {@link sigmark.labeling.store.guide.GuideStore} first.
 */
@NullMarked
package sigmark.labeling.store.guide;

import org.jspecify.annotations.NullMarked;
