/**
 * Changing a guide's texts part by part, so that all that was not touched stays as it was written, comments included.
 * Open {@link sigmark.labeling.guide.draft.DraftEdit} first.
 */
@NullMarked
package sigmark.labeling.guide.draft;

import org.jspecify.annotations.NullMarked;
