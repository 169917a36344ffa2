package sigmark.inference.latex.render;

/**
 * One visible thing of a formula's layout and the tight box of its ink, in em; the origin lies at the formula's left end
 * on its baseline, y points down.
 *
 * @param token a letter, digit or sign, or the command that prints the glyph ({@code \alpha}, {@code \sqrt} for a radical's
 *     sign); {@code \rule} for every straight bar (fraction bars, the bars of radicals, over- and underlines)
 */
public record Glyph(String token, double left, double top, double right, double bottom) {
    public Glyph {
        if (token.isEmpty() || !(right >= left) || !(bottom >= top)) {
            throw new IllegalArgumentException("glyph '%s' in %s %s %s %s".formatted(token, left, top, right, bottom));
        }
    }

    Glyph joined(Glyph other) {
        return new Glyph(
                token,
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }
}
