package sigmark.inference.pipeline;

import java.util.Optional;

/**
 * A named, versioned choice of models and settings.
 *
 * @param name such as {@code default}; lower case, digits, hyphens
 * @param version counts up when models or settings change
 * @param detector model that finds formulas; absent: the whole image is one formula
 * @param recognizer model that reads them
 */
public record PipelineDescription(
        String name, int version, Optional<String> detector, String recognizer, PipelineSettings settings) {
    public PipelineDescription {
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "pipeline name '%s' is not lower-case words with hyphens".formatted(name));
        }
        if (version < 1) {
            throw new IllegalArgumentException("pipeline version " + version);
        }
    }

    /** What runs record and people read, such as {@code default 1}. */
    public String title() {
        return name + " " + version;
    }
}
