package sigmark.labeling.edit;

import java.util.List;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;

/**
 * Puts another picture behind a page: a better scan of the same sheet. Boxes are scaled when its size differs:
 * those of people here, proposals by the store, which keeps them out of undo.
 *
 * @param picture name, source, sizes, orientation, turns and hash are taken from it, all else stays
 */
public record ReplacePage(String pageId, Page picture) implements Edit {
    @Override
    public String name() {
        return "replace-page";
    }

    @Override
    public void applyTo(Draft draft) {
        Page page = draft.page(pageId);
        double factorX = (double) picture.width() / page.width();
        double factorY = (double) picture.height() / page.height();
        if (factorX != 1 || factorY != 1) {
            for (Layer layer : List.of(Layer.HUMAN, Layer.GOLD)) {
                for (FormulaRegion region : draft.regionsOf(pageId, layer)) {
                    draft.put(region.withBox(region.box().scale(factorX, factorY)));
                }
            }
        }
        draft.put(page.withPicture(picture));
    }
}
