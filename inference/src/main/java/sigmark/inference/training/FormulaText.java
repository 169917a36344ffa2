package sigmark.inference.training;

import java.util.List;

/**
 * A formula to draw and what should be read from it.
 *
 * @param latex what is drawn
 * @param pieces what the network should answer, in numbers of its vocabulary
 */
public record FormulaText(String latex, List<Integer> pieces) {
    public FormulaText {
        pieces = List.copyOf(pieces);
    }
}
