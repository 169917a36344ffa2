package sigmark.app.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sigmark.app.base.words.Words;
import sigmark.app.canvas.BoxMark;
import sigmark.app.canvas.BoxStyle;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;

/** Turns regions into what the canvas shows. */
final class RegionMarks {
    static final String HUMAN = "human";
    static final String PROPOSAL = "proposal";
    static final String DOUBTFUL = "doubtful";

    private RegionMarks() {}

    static List<BoxMark> of(List<FormulaRegion> walk, Words words) {
        List<BoxMark> marks = new ArrayList<>(walk.size());
        for (int i = 0; i < walk.size(); i++) {
            FormulaRegion region = walk.get(i);
            String kind = words.text("kind." + region.kind().word());
            String badge = isDoubtfulProposal(region)
                    ? "? "
                            + region.origin()
                                    .map(origin -> String.format(Locale.ROOT, "%.2f", origin.lowestScore()))
                                    .orElse("")
                    : "";
            String layer = layerOf(region);
            String spoken = words.text(
                    "label.box.spoken",
                    "number",
                    i + 1,
                    "kind",
                    kind,
                    "layer",
                    words.text("layer." + layer),
                    "latex",
                    region.latex().orElse(""));
            marks.add(new BoxMark(
                    region.id(), region.box(), style(region), (i + 1) + " · " + kind, badge, spoken, layer));
        }
        return marks;
    }

    static String layerOf(FormulaRegion region) {
        if (region.layer() != Layer.PROPOSAL) {
            return HUMAN;
        }
        return region.doubtful() ? DOUBTFUL : PROPOSAL;
    }

    static boolean isDoubtfulProposal(FormulaRegion region) {
        return region.layer() == Layer.PROPOSAL && region.doubtful();
    }

    private static BoxStyle style(FormulaRegion region) {
        if (region.layer() == Layer.GOLD) {
            return BoxStyle.GOLD;
        }
        if (region.layer() == Layer.PROPOSAL) {
            return region.doubtful() ? BoxStyle.DOUBTFUL : BoxStyle.PROPOSAL;
        }
        return region.state() == LabelState.ACCEPTED ? BoxStyle.ACCEPTED : BoxStyle.HUMAN;
    }
}
