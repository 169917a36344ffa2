/**
 * Writing the next version of the guide: rules, chapters and examples with what vendors will see beside them, versions
 * side by side, and publishing. Open {@link sigmark.app.guide.draft.DraftPage} first; {@link
 * sigmark.app.guide.draft.DraftModel} knows no node.
 */
@NullMarked
package sigmark.app.guide.draft;

import org.jspecify.annotations.NullMarked;
