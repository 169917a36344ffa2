package sigmark.analysis.recognition.cdm;

/** A visible token and its ink's extent, in pixels of a drawing at 200 dpi and 12 pt. */
public record CdmBox(String token, double left, double top, double right, double bottom) {
    double centerX() {
        return (left + right) / 2;
    }

    double centerY() {
        return (top + bottom) / 2;
    }
}
