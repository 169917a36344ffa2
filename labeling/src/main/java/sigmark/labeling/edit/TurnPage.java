package sigmark.labeling.edit;

import java.util.List;
import sigmark.labeling.project.BoxTurn;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;

/**
 * Turns a page clockwise, its regions' boxes with it; proposals and stored predictions turn along in the store.
 *
 * @param turns quarter turns; negative to the left
 */
public record TurnPage(String pageId, int turns) implements Edit {
    @Override
    public String name() {
        return "turn-page";
    }

    @Override
    public void applyTo(Draft draft) {
        Page page = draft.page(pageId);
        if (Math.floorMod(turns, 4) == 0) {
            return;
        }
        for (Layer layer : List.of(Layer.HUMAN, Layer.GOLD)) {
            for (FormulaRegion region : draft.regionsOf(pageId, layer)) {
                draft.put(region.withBox(BoxTurn.turn(region.box(), turns, page.width(), page.height())));
            }
        }
        draft.put(page.turned(turns));
    }
}
