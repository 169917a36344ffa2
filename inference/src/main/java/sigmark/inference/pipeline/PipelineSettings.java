package sigmark.inference.pipeline;

/**
 * What can be set about a pipeline without another model.
 *
 * @param scoreFrom detections below this score are dropped, 0 to 1
 * @param cropMargin white or page around a box that the recognizer gets, as a share of the box's height, 0 to 1; at least
 *     {@link #SMALLEST_MARGIN_PIXELS}
 */
public record PipelineSettings(double scoreFrom, double cropMargin) {
    /** Margin in pixels below which a crop would cut antialiased edges. */
    public static final int SMALLEST_MARGIN_PIXELS = 2;

    public static final PipelineSettings DEFAULT = new PipelineSettings(0.35, 0.08);

    public PipelineSettings {
        if (!(scoreFrom >= 0 && scoreFrom <= 1)) {
            throw new IllegalArgumentException("scoreFrom %s is not in 0 to 1".formatted(scoreFrom));
        }
        if (!(cropMargin >= 0 && cropMargin <= 1)) {
            throw new IllegalArgumentException("cropMargin %s is not in 0 to 1".formatted(cropMargin));
        }
    }
}
