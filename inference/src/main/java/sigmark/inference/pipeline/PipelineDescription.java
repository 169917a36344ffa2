package sigmark.inference.pipeline;

import java.util.Optional;

/**
 * A named, versioned choice of models and settings.
 *
 * @param name such as {@code default}; lower case, digits, hyphens
 * @param version counts up when models or settings change
 * @param detector model that finds formulas; absent: the whole image is one formula
 * @param branch how handwritten formulas go a way of their own; absent: one recognizer reads all
 * @param recognizer model that reads formulas; with a branch the printed ones
 */
public record PipelineDescription(
        String name,
        int version,
        Optional<String> detector,
        Optional<Branch> branch,
        String recognizer,
        PipelineSettings settings) {
    public PipelineDescription {
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "pipeline name '%s' is not lower-case words with hyphens".formatted(name));
        }
        if (version < 1) {
            throw new IllegalArgumentException("pipeline version " + version);
        }
    }

    /** With one recognizer for all formulas. */
    public PipelineDescription(
            String name, int version, Optional<String> detector, String recognizer, PipelineSettings settings) {
        this(name, version, detector, Optional.empty(), recognizer, settings);
    }

    /**
     * Where handwritten formulas go.
     *
     * @param classifier a model or a rule, such as {@code ink-rule-1}
     * @param handwritten model that reads handwritten formulas; may be the one that reads printed ones
     */
    public record Branch(String classifier, String handwritten) {}

    /** What runs record and people read, such as {@code default 1}. */
    public String title() {
        return name + " " + version;
    }

    /** The way through the models, such as {@code detector-1 → ink-rule-1 → recognizer-1 | recognizer-1}. */
    public String models() {
        return detector.map(found -> found + " → ").orElse("")
                + branch.map(way -> way.classifier() + " → ").orElse("")
                + recognizer
                + branch.map(way -> " | " + way.handwritten()).orElse("");
    }
}
