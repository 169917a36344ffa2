package sigmark.inference.run;

import java.util.Locale;

/** A timed step of the pipeline, in the order in which they run. */
public enum Step {
    DECODE,
    DETECT,
    CROP,
    RECOGNIZE;

    /** The word in files and JSON: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
