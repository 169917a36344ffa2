package sigmark.app.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sigmark.app.base.words.Words;
import sigmark.app.canvas.BoxMark;
import sigmark.app.canvas.BoxStyle;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;

/** Turns regions into what the canvas shows. Marks of regions that stand as they stood are kept. */
final class RegionMarks {
    static final String HUMAN = "human";
    static final String PROPOSAL = "proposal";
    static final String DOUBTFUL = "doubtful";

    private List<FormulaRegion> marked = List.of();
    private List<BoxMark> marks = List.of();
    private Optional<Words> words = Optional.empty();

    /** The marks of these regions, in their order. */
    List<BoxMark> of(List<FormulaRegion> walk, Words language) {
        boolean sameWords = words.filter(language::equals).isPresent();
        List<BoxMark> next = new ArrayList<>(walk.size());
        for (int i = 0; i < walk.size(); i++) {
            FormulaRegion region = walk.get(i);
            boolean asBefore = sameWords && i < marked.size() && marked.get(i).equals(region);
            next.add(asBefore ? marks.get(i) : mark(i + 1, region, language));
        }
        marked = List.copyOf(walk);
        marks = List.copyOf(next);
        words = Optional.of(language);
        return marks;
    }

    private static BoxMark mark(int number, FormulaRegion region, Words words) {
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
                number,
                "kind",
                kind,
                "layer",
                words.text("layer." + layer),
                "latex",
                region.latex().orElse(""));
        return new BoxMark(region.id(), region.box(), style(region), number + " · " + kind, badge, spoken, layer);
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
