package sigmark.labeling.guide.book;

/**
 * A stretch of a line.
 *
 * @param text words, code, a formula's LaTeX, or what a picture shows
 * @param target where a link leads, or which picture: {@code sample:05-011}; empty for the others
 */
public record Span(Kind kind, String text, String target, boolean strong, boolean slanted) {
    /** What it is. */
    public enum Kind {
        WORDS,
        CODE,
        FORMULA,
        PICTURE,
        LINK
    }
}
