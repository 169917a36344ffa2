package sigmark.inference.run;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** A timed step of the pipeline, in the order in which they run. */
public enum Step {
    DECODE,
    DETECT,
    CROP,
    /** Crops to printed or handwritten; only in a pipeline with a classifier. */
    CLASSIFY,
    RECOGNIZE;

    /** The word in files and JSON: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The steps that pages went through: {@link #CLASSIFY} only where one of them was classified. */
    public static List<Step> of(Collection<StepTimes> pages) {
        boolean classified = pages.stream().anyMatch(page -> page.classify() > 0);
        return Arrays.stream(values())
                .filter(step -> step != CLASSIFY || classified)
                .toList();
    }
}
