package sigmark.app.analyze.model;

import java.util.List;
import java.util.Optional;

/**
 * Where a person stands in the workbench: what the way back is made of.
 *
 * @param sample id of the sample that is open or selected
 */
public record Place(Screen screen, List<SampleFacet> facets, SampleOrder order, Optional<String> sample) {
    /** The workbench's screens. */
    public enum Screen {
        OVERVIEW,
        SAMPLE,
        SLICES,
        COMPARE
    }

    public Place {
        facets = List.copyOf(facets);
    }

    /** The same list of samples on the same screen: going there again is no step. */
    boolean sameView(Place other) {
        return screen == other.screen && facets.equals(other.facets) && order.equals(other.order);
    }
}
