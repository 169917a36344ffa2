package sigmark.labeling.slice;

import java.util.Locale;
import java.util.Optional;

/** What a word of a query speaks about. */
public enum SliceField {
    /** A word without a colon: part of the page's name, in any case. */
    NAME(Scope.PAGE, ValueKind.TEXT),
    /** {@code split:test}. */
    SPLIT(Scope.PAGE, ValueKind.WORD),
    /** {@code source:pdf}, {@code source:image}. */
    SOURCE(Scope.PAGE, ValueKind.WORD),
    /** {@code tag:exam}: of the page or of the region, in any case. */
    TAG(Scope.BOTH, ValueKind.TEXT),
    /** {@code state:returned}: a page list asks the page's state, a region list the region's. */
    STATE(Scope.OWN, ValueKind.WORD),
    /** {@code date>2026-11-01}: the day in UTC when a region was last changed, a page imported. */
    DATE(Scope.OWN, ValueKind.DAY),
    /** {@code remark:scan}: part of the remark, in any case; a page list asks the page's, a region list the region's. */
    REMARK(Scope.OWN, ValueKind.TEXT),
    /** {@code layer:proposal}; without it human regions are meant, with {@code score} or {@code doubtful} proposals too. */
    LAYER(Scope.REGION, ValueKind.WORD),
    /** {@code kind:display}. */
    KIND(Scope.REGION, ValueKind.WORD),
    /** {@code writing:handwritten}. */
    WRITING(Scope.REGION, ValueKind.WORD),
    /** {@code flag:illegible}. */
    FLAG(Scope.REGION, ValueKind.WORD),
    /** {@code labeler:kim}: part of the name of whoever made the region, in any case. */
    LABELER(Scope.REGION, ValueKind.TEXT),
    /** {@code latex:"x^2"}: part of the LaTeX, byte for byte. */
    LATEX(Scope.REGION, ValueKind.TEXT),
    /** {@code has:\frac}: these LaTeX tokens one after another, blanks ignored. */
    HAS(Scope.REGION, ValueKind.TEXT),
    /** {@code len>20}: number of LaTeX tokens; a region without LaTeX has none. */
    LEN(Scope.REGION, ValueKind.NUMBER),
    /** {@code score<0.8}: lowest score of the models that the region comes from; never true without one. */
    SCORE(Scope.REGION, ValueKind.NUMBER),
    /** {@code guide<3}: version of the work guide in force when the region was last changed. */
    GUIDE(Scope.REGION, ValueKind.NUMBER),
    /** {@code package:ID}: the work package that the region came with. */
    PACKAGE(Scope.REGION, ValueKind.TEXT),
    /** {@code doubtful}: the model that it comes from was unsure. */
    DOUBTFUL(Scope.REGION, ValueKind.NONE),
    /** {@code empty}: no LaTeX. */
    EMPTY(Scope.REGION, ValueKind.NONE);

    /** Whether a page or a region can answer. */
    public enum Scope {
        PAGE,
        REGION,
        /** The page answers for itself and for each of its regions; a region may answer too. */
        BOTH,
        /** Page lists ask the page, region lists the region. */
        OWN
    }

    /** What may stand behind the colon. */
    public enum ValueKind {
        NONE,
        TEXT,
        WORD,
        NUMBER,
        DAY
    }

    private final Scope scope;
    private final ValueKind valueKind;

    SliceField(Scope scope, ValueKind valueKind) {
        this.scope = scope;
        this.valueKind = valueKind;
    }

    /** The word in queries. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Scope scope() {
        return scope;
    }

    public ValueKind valueKind() {
        return valueKind;
    }

    static Optional<SliceField> ofWord(String word) {
        for (SliceField field : values()) {
            if (field != NAME && field.word().equalsIgnoreCase(word)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
