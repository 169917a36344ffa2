package sigmark.analysis.recognition.cdm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Character detection matching of two texts, ready to be drawn on the renderings of both. */
public record MatchSides(Side truth, Side prediction) {
    /**
     * One text.
     *
     * @param latex what was laid out, to be rendered in display style
     * @param marks its visible tokens in the order of the LaTeX
     */
    public record Side(String latex, List<MatchMark> marks) {
        public Side {
            marks = List.copyOf(marks);
        }

        /** How many tokens have this fate. */
        public int count(MatchFate fate) {
            return (int) marks.stream().filter(mark -> mark.fate() == fate).count();
        }
    }

    /** Matches two texts; empty when one of them cannot be laid out. */
    public static Optional<MatchSides> of(String truth, String prediction) {
        Optional<CdmLayout> wanted = Cdm.laidOut(truth);
        Optional<CdmLayout> found = Cdm.laidOut(prediction);
        return wanted.isEmpty() || found.isEmpty() ? Optional.empty() : Optional.of(of(wanted.get(), found.get()));
    }

    private static MatchSides of(CdmLayout wanted, CdmLayout found) {
        Map<Integer, CdmPair> ofTruth = new HashMap<>();
        Map<Integer, CdmPair> ofPrediction = new HashMap<>();
        for (CdmPair pair : Cdm.match(wanted.drawing(), found.drawing()).pairs()) {
            ofTruth.put(pair.truth(), pair);
            ofPrediction.put(pair.prediction(), pair);
        }
        return new MatchSides(side(wanted, ofTruth, true), side(found, ofPrediction, false));
    }

    private static Side side(CdmLayout layout, Map<Integer, CdmPair> pairs, boolean truth) {
        CdmDrawing drawing = layout.drawing();
        double width = Math.max(1, drawing.width() - 2 * Cdm.MARGIN);
        double height = Math.max(1, drawing.height() - 2 * Cdm.MARGIN);
        List<MatchMark> marks = new ArrayList<>();
        for (int i = 0; i < drawing.boxes().size(); i++) {
            CdmBox box = drawing.boxes().get(i);
            Optional<CdmPair> pair = Optional.ofNullable(pairs.get(i));
            marks.add(new MatchMark(
                    box.token(),
                    (box.left() - Cdm.MARGIN) / width,
                    (box.top() - Cdm.MARGIN) / height,
                    (box.right() - Cdm.MARGIN) / width,
                    (box.bottom() - Cdm.MARGIN) / height,
                    pair.map(MatchFate::of).orElse(MatchFate.ALONE),
                    pair.map(p -> OptionalInt.of(truth ? p.prediction() : p.truth()))
                            .orElse(OptionalInt.empty())));
        }
        return new Side(layout.latex(), marks);
    }
}
