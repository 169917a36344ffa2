package sigmark.analysis.doubt;

import java.util.Locale;

/** Why a label may be wrong. */
public enum DoubtReason {
    /** A formula without LaTeX, and no flag that says why. */
    NO_LATEX(1.0),
    /** The LaTeX does not parse. */
    BROKEN_LATEX(0.9),
    /** A model that was sure read something else at this place. */
    MODEL_DIFFERS(0.7),
    /** The box is far wider or narrower than so much LaTeX needs. */
    ODD_WIDTH(0.5),
    /** Two boxes of the page overlap by half. */
    OVERLAPS(0.6),
    /** It was made in less time than reading it takes. */
    HURRIED(0.3);

    private final double weight;

    DoubtReason(double weight) {
        this.weight = weight;
    }

    /** How much it says, 0 to 1. */
    public double weight() {
        return weight;
    }

    /** The word in files and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
