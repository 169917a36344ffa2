package sigmark.inference.run;

/** A found formula and what was read from it. */
public record RegionPrediction(Detection detection, Reading reading) {}
