/**
 * The voice of the customer: complaints and remarks, how they are coded, and the improvement points that come of them.
 * Records and the files they come from; open {@link sigmark.labeling.voc.VocItem} first. Storage is in
 * {@code labeling.store.online}, ranking and closing by measurement in {@code analysis.voc}.
 */
@NullMarked
package sigmark.labeling.voc;

import org.jspecify.annotations.NullMarked;
