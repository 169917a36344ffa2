package sigmark.labeling.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Page;

/** All that a change changed, each page and region at most once. A removed page keeps its regions, unseen. */
public record Deltas(List<Delta<Page>> pages, List<Delta<FormulaRegion>> regions) {
    public static final Deltas NONE = new Deltas(List.of(), List.of());

    public Deltas {
        pages = List.copyOf(pages);
        regions = List.copyOf(regions);
    }

    /** True when the edit did nothing; it is then neither stored nor undoable. */
    public boolean isEmpty() {
        return pages.isEmpty() && regions.isEmpty();
    }

    public Deltas inverse() {
        List<Delta<Page>> backPages = new ArrayList<>();
        pages.forEach(delta -> backPages.add(delta.inverse()));
        List<Delta<FormulaRegion>> backRegions = new ArrayList<>();
        regions.forEach(delta -> backRegions.add(delta.inverse()));
        return new Deltas(backPages, backRegions);
    }

    /** Ids of the pages that look different now, regions' pages included, in order of appearance. */
    public List<String> pageIds() {
        return Stream.concat(
                        regions.stream().map(delta -> delta.latest().pageId()),
                        pages.stream().map(delta -> delta.latest().id()))
                .distinct()
                .toList();
    }
}
