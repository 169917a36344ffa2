package sigmark.labeling.project;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import sigmark.inference.latex.LatexTokenizer;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;

/**
 * A formula on a page.
 *
 * @param id a UUID that stays the same in every copy of the project and in work packages
 * @param pageId the page's id, a UUID too
 * @param order place in reading order on the page, ascending; gaps allowed; {@link #AT_END} when it is drawn
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
    /** The order of a region that is yet to be placed behind all others of its layer. */
    public static final int AT_END = -1;

    public FormulaRegion {
        if (id.isEmpty() || pageId.isEmpty()) {
            throw new IllegalArgumentException("region '%s' on page '%s' lacks an id".formatted(id, pageId));
        }
        flags = Set.copyOf(flags);
        tags = Set.copyOf(tags);
    }

    /** A region as a person draws it: new id, no LaTeX yet; whoever stores it fills in who and when. */
    public static FormulaRegion drawn(String pageId, Box box, FormulaKind kind, Writing writing) {
        return new FormulaRegion(
                UUID.randomUUID().toString(),
                pageId,
                Layer.HUMAN,
                AT_END,
                box,
                kind,
                writing,
                Optional.empty(),
                LabelState.LABELED,
                Set.of(),
                Set.of(),
                "",
                Optional.empty(),
                Provenance.UNKNOWN,
                Optional.empty());
    }

    /** A region as a model proposes it; it has no LaTeX when {@code latex} is empty. */
    public static FormulaRegion proposed(
            String pageId, int order, Box box, FormulaKind kind, Writing writing, String latex, ProposalOrigin origin) {
        return drawn(pageId, box, kind, writing)
                .withLayer(Layer.PROPOSAL)
                .withOrder(order)
                .withLatex(latex.isEmpty() ? Optional.empty() : Optional.of(latex))
                .withState(LabelState.UNTOUCHED)
                .withOrigin(Optional.of(origin));
    }

    /** No LaTeX, or only blanks. */
    public boolean lacksLatex() {
        return latex.isEmpty() || latex.get().codePoints().allMatch(LatexTokenizer::isBlank);
    }

    /** Whether the model that it comes from was unsure of it. */
    public boolean doubtful() {
        return origin.isPresent() && origin.get().doubtful();
    }

    public FormulaRegion withId(String id) {
        return new FormulaRegion(
                id,
                pageId,
                layer,
                order,
                box,
                kind,
                writing,
                latex,
                state,
                flags,
                tags,
                remark,
                pieceOf,
                provenance,
                origin);
    }

    public FormulaRegion withPageId(String pageId) {
        return new FormulaRegion(
                id,
                pageId,
                layer,
                order,
                box,
                kind,
                writing,
                latex,
                state,
                flags,
                tags,
                remark,
                pieceOf,
                provenance,
                origin);
    }

    public FormulaRegion withLayer(Layer layer) {
        return new FormulaRegion(
                id,
                pageId,
                layer,
                order,
                box,
                kind,
                writing,
                latex,
                state,
                flags,
                tags,
                remark,
                pieceOf,
                provenance,
                origin);
    }

    public FormulaRegion withOrder(int order) {
        return new FormulaRegion(
                id,
                pageId,
                layer,
                order,
                box,
                kind,
                writing,
                latex,
                state,
                flags,
                tags,
                remark,
                pieceOf,
                provenance,
                origin);
    }

    public FormulaRegion withBox(Box box) {
        return new FormulaRegion(
                id,
                pageId,
                layer,
                order,
                box,
                kind,
                writing,
                latex,
                state,
                flags,
                tags,
                remark,
                pieceOf,
                provenance,
                origin);
    }

    public FormulaRegion withKind(FormulaKind kind) {
        return new FormulaRegion(
                id,
                pageId,
                layer,
                order,
                box,
                kind,
                writing,
                latex,
                state,
                flags,
                tags,
                remark,
                pieceOf,
                provenance,
                origin);
    }

    public FormulaRegion withWriting(Writing writing) {
        return new FormulaRegion(
                id,
                pageId,
                layer,
                order,
                box,
                kind,
                writing,
                latex,
                state,
                flags,
                tags,
                remark,
                pieceOf,
                provenance,
                origin);
    }

    public FormulaRegion withLatex(Optional<String> latex) {
        return new FormulaRegion(
                id,
                pageId,
                layer,
                order,
                box,
                kind,
                writing,
                latex,
                state,
                flags,
                tags,
                remark,
                pieceOf,
                provenance,
                origin);
    }

    public FormulaRegion withState(LabelState state) {
        return new FormulaRegion(
                id,
                pageId,
                layer,
                order,
                box,
                kind,
                writing,
                latex,
                state,
                flags,
                tags,
                remark,
                pieceOf,
                provenance,
                origin);
    }

    public FormulaRegion withFlags(Set<RegionFlag> flags) {
        return new FormulaRegion(
                id,
                pageId,
                layer,
                order,
                box,
                kind,
                writing,
                latex,
                state,
                flags,
                tags,
                remark,
                pieceOf,
                provenance,
                origin);
    }

    public FormulaRegion withTags(Set<String> tags) {
        return new FormulaRegion(
                id,
                pageId,
                layer,
                order,
                box,
                kind,
                writing,
                latex,
                state,
                flags,
                tags,
                remark,
                pieceOf,
                provenance,
                origin);
    }

    public FormulaRegion withRemark(String remark) {
        return new FormulaRegion(
                id,
                pageId,
                layer,
                order,
                box,
                kind,
                writing,
                latex,
                state,
                flags,
                tags,
                remark,
                pieceOf,
                provenance,
                origin);
    }

    public FormulaRegion withPieceOf(Optional<String> pieceOf) {
        return new FormulaRegion(
                id,
                pageId,
                layer,
                order,
                box,
                kind,
                writing,
                latex,
                state,
                flags,
                tags,
                remark,
                pieceOf,
                provenance,
                origin);
    }

    public FormulaRegion withProvenance(Provenance provenance) {
        return new FormulaRegion(
                id,
                pageId,
                layer,
                order,
                box,
                kind,
                writing,
                latex,
                state,
                flags,
                tags,
                remark,
                pieceOf,
                provenance,
                origin);
    }

    public FormulaRegion withOrigin(Optional<ProposalOrigin> origin) {
        return new FormulaRegion(
                id,
                pageId,
                layer,
                order,
                box,
                kind,
                writing,
                latex,
                state,
                flags,
                tags,
                remark,
                pieceOf,
                provenance,
                origin);
    }
}
