package sigmark.labeling.project;

import java.util.Locale;

/** Who states a region. The layers never mix: a model run again never changes what a person made. */
public enum Layer {
    HUMAN,
    PROPOSAL,
    GOLD;

    /** The word in files and queries: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
