package sigmark.labeling.store;

import java.util.Map;
import sigmark.labeling.edit.Change;
import sigmark.labeling.project.Split;

/**
 * What dealing pages out to splits came to.
 *
 * @param pages pages dealt out, by split
 * @param groups groups of near duplicates among all pages, single pages not counted
 * @param largestGroup pages in the largest of them; 1 when there is none
 */
public record SplitOutcome(Change change, Map<Split, Integer> pages, int groups, int largestGroup) {
    public SplitOutcome {
        pages = Map.copyOf(pages);
    }
}
