package sigmark.labeling.packing;

/** Names of the entries of packages. */
final class Entries {
    static final String PAGES = "pages.jsonl";
    static final String QUESTIONS = "questions.jsonl";
    static final String REMARKS = "remarks.jsonl";
    static final String LABELS = "labels.jsonl";
    static final String GUIDE = "guide/";
    static final String IMAGES = "images/";

    private Entries() {}
}
