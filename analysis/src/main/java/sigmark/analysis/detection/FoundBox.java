package sigmark.analysis.detection;

/** A detected box with its score. */
public record FoundBox(long imageId, long categoryId, RawBox box, double score) {}
