package sigmark.analysis.detection;

/** What is wrong with a false detection or a truth that was not found. */
public enum TideType {
    /** Right place, other class. */
    CLS,
    /** Right class, overlap too small. */
    LOC,
    /** Neither class nor place quite right. */
    BOTH,
    /** The truth already has a better-scored detection. */
    DUPE,
    /** Nothing there. */
    BKG,
    /** A truth that nothing found, not even in the wrong place or class. */
    MISS
}
