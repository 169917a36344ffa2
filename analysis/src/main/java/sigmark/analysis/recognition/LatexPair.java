package sigmark.analysis.recognition;

import java.util.Optional;

/**
 * A formula's true LaTeX and what was read.
 *
 * @param prediction absent when there is none: it then counts as empty and as failed
 */
public record LatexPair(SampleId id, String truth, Optional<String> prediction) {}
