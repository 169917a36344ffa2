package sigmark.app.canvas;

/** How a box looks. The line says who, the colour says how sure or how right; each differs in grey too. */
public enum BoxStyle {
    HUMAN(2),
    PROPOSAL(1.5),
    DOUBTFUL(2),
    ACCEPTED(2),
    MISSED(2.5),
    FALSE(2.5),
    GOLD(1.25);

    private final double width;

    BoxStyle(double width) {
        this.width = width;
    }

    /** Line width in screen pixels at every zoom. */
    public double width() {
        return width;
    }

    /** Lengths of dashes and gaps in screen pixels; empty for a solid line. */
    public double[] dashes() {
        return switch (this) {
            case PROPOSAL -> new double[] {4, 3};
            case DOUBTFUL -> new double[] {7, 2.5, 1.5, 2.5};
            case FALSE -> new double[] {6, 4};
            default -> new double[0];
        };
    }
}
