package sigmark.labeling.requirement;

import static sigmark.labeling.requirement.PipelineModule.DETECTOR;
import static sigmark.labeling.requirement.PipelineModule.PIPELINE;
import static sigmark.labeling.requirement.PipelineModule.RECOGNIZER;
import static sigmark.labeling.requirement.PipelineModule.SERVICE;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a line measures. The module says over what: the recognizer is scored on true boxes, the pipeline end to end. */
public enum Measure {
    BOX_F1(RequirementKind.ACCURACY_OFFLINE, Unit.SHARE, true, DETECTOR, PIPELINE),
    BOX_PRECISION(RequirementKind.ACCURACY_OFFLINE, Unit.SHARE, true, DETECTOR, PIPELINE),
    BOX_RECALL(RequirementKind.ACCURACY_OFFLINE, Unit.SHARE, true, DETECTOR, PIPELINE),
    /** Canonical tokens all right. */
    EXACT_MATCH(RequirementKind.ACCURACY_OFFLINE, Unit.SHARE, true, RECOGNIZER, PIPELINE),
    /** At most one token wrong. */
    WITHIN_ONE(RequirementKind.ACCURACY_OFFLINE, Unit.SHARE, true, RECOGNIZER, PIPELINE),
    /** At most two tokens wrong. */
    WITHIN_TWO(RequirementKind.ACCURACY_OFFLINE, Unit.SHARE, true, RECOGNIZER, PIPELINE),
    /** Mean normalized distance of canonical tokens. */
    EDIT_DISTANCE(RequirementKind.ACCURACY_OFFLINE, Unit.SCORE, false, RECOGNIZER, PIPELINE),
    /** Mean normalized distance of code points as typed. */
    CHARACTER_DISTANCE(RequirementKind.ACCURACY_OFFLINE, Unit.SCORE, false, RECOGNIZER, PIPELINE),
    /** Mean F1 of character detection matching. */
    CDM(RequirementKind.ACCURACY_OFFLINE, Unit.SCORE, true, RECOGNIZER, PIPELINE),
    /** Regions found and read right, of all. */
    HIT_RECALL(RequirementKind.ACCURACY_OFFLINE, Unit.SHARE, true, PIPELINE),
    /** Found boxes that are right and read right, of all found. */
    HIT_PRECISION(RequirementKind.ACCURACY_OFFLINE, Unit.SHARE, true, PIPELINE),
    /** Edited of edited and confirmed. */
    EDIT_RATE_JUDGED(RequirementKind.ACCURACY_ONLINE, Unit.SHARE, false, PIPELINE, SERVICE),
    /** Edited of all that were looked at. */
    EDIT_RATE_SEEN(RequirementKind.ACCURACY_ONLINE, Unit.SHARE, false, PIPELINE, SERVICE),
    /** Image in → formula regions out. */
    IMAGE_TO_REGIONS(RequirementKind.TIME_OFFLINE, Unit.MILLIS, false, DETECTOR, PIPELINE),
    /** Image in → LaTeX out. */
    IMAGE_TO_LATEX(RequirementKind.TIME_OFFLINE, Unit.MILLIS, false, PIPELINE),
    /** Shutter → shown on the screen. */
    CAPTURE_TO_DISPLAY(RequirementKind.TIME_ONLINE, Unit.MILLIS, false, SERVICE),
    /** Requests a second that are held while the times stay within their bound. */
    REQUESTS_A_SECOND(RequirementKind.QPS, Unit.RATE, true, PIPELINE, SERVICE),
    /** Labeled test formulas under the named conditions. */
    TEST_SAMPLES(RequirementKind.INPUT_CONDITIONS, Unit.COUNT, true, PIPELINE, DETECTOR, RECOGNIZER);

    /** How a value of the measure is written. */
    public enum Unit {
        /** 0 to 1, written as a percentage. */
        SHARE,
        /** 0 to 1, written with three decimals. */
        SCORE,
        MILLIS,
        /** A second. */
        RATE,
        COUNT
    }

    private final RequirementKind kind;
    private final Unit unit;
    private final boolean higherIsBetter;
    private final Set<PipelineModule> modules;

    Measure(RequirementKind kind, Unit unit, boolean higherIsBetter, PipelineModule first, PipelineModule... more) {
        this.kind = kind;
        this.unit = unit;
        this.higherIsBetter = higherIsBetter;
        this.modules = EnumSet.of(first, more);
    }

    /** The word in files and JSON: lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The measure of that word, in any case. */
    public static Optional<Measure> ofWord(String word) {
        for (Measure measure : values()) {
            if (measure.word().equalsIgnoreCase(word)) {
                return Optional.of(measure);
            }
        }
        return Optional.empty();
    }

    /** Those that a line of that kind may name. */
    public static List<Measure> of(RequirementKind kind) {
        return java.util.Arrays.stream(values())
                .filter(measure -> measure.kind == kind)
                .toList();
    }

    public RequirementKind kind() {
        return kind;
    }

    public Unit unit() {
        return unit;
    }

    /** Whether a bound is kept from above. */
    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** The modules that it can be asked of. */
    public Set<PipelineModule> modules() {
        return modules;
    }

    /** Whether it is a share of regions, so that a number of samples follows from a wanted interval. */
    public boolean isShare() {
        return unit == Unit.SHARE;
    }
}
