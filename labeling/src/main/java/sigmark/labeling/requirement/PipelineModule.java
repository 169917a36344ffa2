package sigmark.labeling.requirement;

import java.util.Locale;
import java.util.Optional;

/** A part of the service that can be labeled for, exported for, run and scored alone; or all of it. */
public enum PipelineModule {
    /** Page → boxes. */
    DETECTOR,
    /** Crop → printed or handwritten. */
    CLASSIFIER,
    /** Crop → LaTeX, given the labeled boxes. */
    RECOGNIZER,
    /** Page → LaTeX. */
    PIPELINE,
    /** Everything from the camera to the screen. */
    SERVICE;

    /** The word in files and JSON: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The module of that word, in any case. */
    public static Optional<PipelineModule> ofWord(String word) {
        for (PipelineModule module : values()) {
            if (module.word().equalsIgnoreCase(word)) {
                return Optional.of(module);
            }
        }
        return Optional.empty();
    }
}
