package sigmark.labeling.store;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import sigmark.labeling.edit.Change;
import sigmark.labeling.edit.Deltas;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Layer;
import sigmark.labeling.slice.SliceQuery;

/** A project's regions. People's are changed by edits, through {@link ProjectStore#apply}; proposals here. */
public final class RegionStore {
    private final Database database;
    private final Columns columns;
    private final Function<Function<Handle, Change>, Change> changing;

    RegionStore(Database database, Columns columns, Function<Function<Handle, Change>, Change> changing) {
        this.database = database;
        this.columns = columns;
        this.changing = changing;
    }

    public Optional<FormulaRegion> find(String id) {
        return database.read(handle -> RegionRows.find(handle, id));
    }

    /** Whether any region ever had that id, those on removed pages included: a new one must not take it. */
    public boolean knows(String id) {
        return database.read(handle -> handle.createQuery("SELECT count(*) > 0 FROM region WHERE id = :id")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    /** The page's regions of all layers in reading order; proposals that a human region was made from are left out. */
    public List<FormulaRegion> ofPage(String pageId) {
        return withoutAccepted(database.read(handle -> RegionRows.ofPage(handle, pageId)));
    }

    /** The page's regions of one layer in reading order, accepted proposals among them. */
    public List<FormulaRegion> ofPage(String pageId, Layer layer) {
        return database.read(handle -> RegionRows.ofPage(handle, pageId)).stream()
                .filter(region -> region.layer() == layer)
                .toList();
    }

    /** Regions that match, page by page in reading order; at most {@code limit}. */
    public List<FormulaRegion> search(SliceQuery query, int limit) {
        long[] keys = columns.regionKeys(query, limit);
        return database.read(handle -> RegionRows.withKeys(handle, keys));
    }

    /** All regions that match. */
    public List<FormulaRegion> search(SliceQuery query) {
        return search(query, Integer.MAX_VALUE);
    }

    public int count(SliceQuery query) {
        return columns.countRegions(query);
    }

    /**
     * Puts new proposals in the place of all that the page had. What people made is not touched, nor is the undo stack.
     */
    public Change replaceProposals(String pageId, List<FormulaRegion> proposals) {
        for (FormulaRegion proposal : proposals) {
            if (proposal.layer() != Layer.PROPOSAL || !proposal.pageId().equals(pageId)) {
                throw new IllegalArgumentException(
                        "region %s is no proposal on page %s".formatted(proposal.id(), pageId));
            }
        }
        return changing.apply(handle -> {
            handle.createUpdate(
                            """
                            DELETE FROM region
                            WHERE layer = 'proposal' AND page = (SELECT key FROM page WHERE id = :page)
                            """)
                    .bind("page", pageId)
                    .execute();
            RegionRows.put(handle, proposals);
            long revision = Journal.nextRevision(handle);
            return new Change(revision, 0, Change.Kind.PROPOSALS, "proposals", Deltas.NONE, List.of(pageId));
        });
    }

    private static List<FormulaRegion> withoutAccepted(List<FormulaRegion> regions) {
        Set<String> accepted = new HashSet<>();
        regions.forEach(region -> region.origin().ifPresent(origin -> accepted.add(origin.proposalId())));
        return regions.stream()
                .filter(region -> region.layer() != Layer.PROPOSAL || !accepted.contains(region.id()))
                .toList();
    }
}
