package sigmark.labeling.edit;

import java.util.Optional;
import java.util.UUID;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Provenance;

/**
 * Copies what a model proposed into the human layer. The proposal itself stays as it is and is not shown while a human
 * region made from it exists.
 *
 * @param regionId id of the human region to be made
 */
public record AcceptProposal(String proposalId, String regionId) implements Edit {
    /** Accepts it under a new id. */
    public AcceptProposal(String proposalId) {
        this(proposalId, UUID.randomUUID().toString());
    }

    @Override
    public String name() {
        return "accept-proposal";
    }

    @Override
    public void applyTo(Draft draft) {
        FormulaRegion proposal = draft.region(proposalId);
        if (proposal.layer() != Layer.PROPOSAL) {
            throw Draft.refused("not-a-proposal", proposalId);
        }
        boolean again = draft.regionsOf(proposal.pageId(), Layer.HUMAN).stream().anyMatch(region -> region.origin()
                .filter(origin -> origin.proposalId().equals(proposalId))
                .isPresent());
        if (again) {
            return;
        }
        new DrawRegion(proposal.withId(regionId)
                        .withLayer(Layer.HUMAN)
                        .withOrder(FormulaRegion.AT_END)
                        .withState(LabelState.LABELED)
                        .withPieceOf(Optional.empty())
                        .withProvenance(Provenance.UNKNOWN)
                        .withOrigin(proposal.origin().map(origin -> origin.of(proposalId))))
                .applyTo(draft);
    }
}
