package sigmark.labeling.online;

/**
 * One part of a request's way from the shutter to the screen.
 *
 * @param name such as {@code ocr.detect}
 * @param client on the user's device; otherwise on the server. The two clocks need not agree
 * @param start milliseconds on the clock of its side
 * @param end not before the start
 */
public record Span(String name, boolean client, double start, double end) {
    public Span {
        if (!(end >= start) || Double.isInfinite(end) || Double.isInfinite(start)) {
            throw new IllegalArgumentException("span %s from %s to %s".formatted(name, start, end));
        }
    }

    /** Milliseconds. */
    public double millis() {
        return end - start;
    }
}
