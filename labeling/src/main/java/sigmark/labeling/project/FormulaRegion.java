package sigmark.labeling.project;

import java.util.Optional;
import java.util.Set;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;

/**
 * A formula on a page.
 *
 * @param id a UUID that stays the same in every copy of the project and in work packages
 * @param pageId the page's id, a UUID too
 * @param order place in reading order on the page, ascending; gaps allowed
 * @param box in the upright page's pixels
 * @param latex byte for byte as typed; absent while nobody typed any (empty text is a label too)
 * @param pieceOf id of the region that this one continues, when a formula is broken across lines
 * @param origin the proposal it is, or was accepted from
 */
public record FormulaRegion(
        String id,
        String pageId,
        Layer layer,
        int order,
        Box box,
        FormulaKind kind,
        Writing writing,
        Optional<String> latex,
        LabelState state,
        Set<RegionFlag> flags,
        Set<String> tags,
        String remark,
        Optional<String> pieceOf,
        Provenance provenance,
        Optional<ProposalOrigin> origin) {
    public FormulaRegion {
        flags = Set.copyOf(flags);
        tags = Set.copyOf(tags);
    }
}
