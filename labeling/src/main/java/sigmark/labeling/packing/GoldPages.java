package sigmark.labeling.packing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import sigmark.labeling.edit.MergeLabels;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.guide.GuideStore;

/** Pages whose truth is known well enough to measure labelers by. */
public final class GoldPages {
    private GoldPages() {}

    /**
     * How many pages and formulas were concerned.
     *
     * @param shown pages left out because the guide shows them as examples
     */
    public record Made(int pages, int regions, int shown) {}

    /**
     * Copies the accepted labels of pages into their gold layer, in the place of what was there. A page that is an example
     * of the guide measures nobody and is left out.
     */
    public static Made make(ProjectStore store, SliceQuery query) {
        List<FormulaRegion> put = new ArrayList<>();
        List<String> deleted = new ArrayList<>();
        Set<String> examples = new GuideStore(store).examplePages();
        int pages = 0;
        int shown = 0;
        for (Page page : store.pages().list(query)) {
            if (examples.contains(page.source().sha256())) {
                shown++;
                continue;
            }
            List<FormulaRegion> accepted = store.regions().ofPage(page.id(), Layer.HUMAN).stream()
                    .filter(region -> region.state() == LabelState.ACCEPTED)
                    .toList();
            if (accepted.isEmpty()) {
                continue;
            }
            pages++;
            store.regions().ofPage(page.id(), Layer.GOLD).forEach(old -> deleted.add(old.id()));
            for (FormulaRegion region : accepted) {
                FormulaRegion gold = region.withId(goldId(region.id()))
                        .withLayer(Layer.GOLD)
                        .withPieceOf(Optional.empty())
                        .withOrigin(Optional.empty());
                deleted.remove(gold.id());
                put.add(gold);
            }
        }
        if (!put.isEmpty()) {
            store.apply(new MergeLabels(put, deleted, Map.of()), 0);
        }
        return new Made(pages, put.size(), shown);
    }

    private static String goldId(String id) {
        return UUID.nameUUIDFromBytes(("gold " + id).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Takes the gold layer of pages away. */
    public static Made remove(ProjectStore store, SliceQuery query) {
        List<String> deleted = new ArrayList<>();
        int pages = 0;
        for (Page page : store.pages().list(query)) {
            List<FormulaRegion> gold = store.regions().ofPage(page.id(), Layer.GOLD);
            gold.forEach(region -> deleted.add(region.id()));
            pages += gold.isEmpty() ? 0 : 1;
        }
        if (!deleted.isEmpty()) {
            store.apply(new MergeLabels(List.of(), deleted, Map.of()), 0);
        }
        return new Made(pages, deleted.size(), 0);
    }
}
