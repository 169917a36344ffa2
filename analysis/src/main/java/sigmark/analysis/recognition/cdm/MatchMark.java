package sigmark.analysis.recognition.cdm;

import java.util.OptionalInt;

/**
 * A visible token of one side of a match.
 *
 * @param left in shares of the whole ink's width from its left, a little beyond 0 to 1 at the borders; so the others
 * @param partner place of the token on the other side; empty for one that is alone
 */
public record MatchMark(
        String token, double left, double top, double right, double bottom, MatchFate fate, OptionalInt partner) {
    public MatchMark {
        if (partner.isEmpty() != (fate == MatchFate.ALONE)) {
            throw new IllegalArgumentException("%s with partner %s".formatted(fate, partner));
        }
    }

    /** Whether a point, in the same shares, lies on it. */
    public boolean contains(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }
}
