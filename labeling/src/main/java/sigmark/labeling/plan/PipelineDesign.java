package sigmark.labeling.plan;

import java.util.List;
import sigmark.labeling.requirement.PipelineModule;

/**
 * The modules of a pipeline as boxes with typed inputs and outputs. The truth of a module is its input/output pair.
 *
 * @param id word of the design, such as {@code detector-recognizer}
 * @param parts in the order in which data runs through them; a recognizer for each writing is two parts
 */
public record PipelineDesign(String id, List<Part> parts) {
    /** Page → boxes → crops → LaTeX. */
    public static final PipelineDesign DETECTOR_RECOGNIZER = new PipelineDesign(
            "detector-recognizer",
            List.of(
                    new Part("detector", PipelineModule.DETECTOR, Data.PAGE, Data.BOXES, ""),
                    new Part("recognizer", PipelineModule.RECOGNIZER, Data.CROP, Data.LATEX, "")));

    /** As above with a recognizer each for printed and handwritten crops. */
    public static final PipelineDesign DETECTOR_CLASSIFIER_RECOGNIZERS = new PipelineDesign(
            "detector-classifier-recognizers",
            List.of(
                    new Part("detector", PipelineModule.DETECTOR, Data.PAGE, Data.BOXES, ""),
                    new Part("classifier", PipelineModule.CLASSIFIER, Data.CROP, Data.WRITING, ""),
                    new Part("printed", PipelineModule.RECOGNIZER, Data.CROP, Data.LATEX, "writing:printed"),
                    new Part("handwritten", PipelineModule.RECOGNIZER, Data.CROP, Data.LATEX, "writing:handwritten")));

    /** Whole images of a single formula → LaTeX. */
    public static final PipelineDesign RECOGNIZER_ALONE = new PipelineDesign(
            "recognizer", List.of(new Part("recognizer", PipelineModule.RECOGNIZER, Data.CROP, Data.LATEX, "")));

    public PipelineDesign {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a design needs parts");
        }
        parts = List.copyOf(parts);
    }

    /** What runs between modules. */
    public enum Data {
        PAGE,
        BOXES,
        CROP,
        WRITING,
        LATEX;

        /** The word in message keys: lower case. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One box of the drawing.
     *
     * @param name unique in the design
     * @param slice query of the regions that come to it; empty for all
     */
    public record Part(String name, PipelineModule module, Data input, Data output, String slice) {}

    /**
     * The design of a pipeline by what it has.
     *
     * @param classifier whether printed and handwritten crops go ways of their own
     */
    public static PipelineDesign of(boolean detector, boolean classifier) {
        if (detector) {
            return classifier ? DETECTOR_CLASSIFIER_RECOGNIZERS : DETECTOR_RECOGNIZER;
        }
        List<Part> after = DETECTOR_CLASSIFIER_RECOGNIZERS.parts();
        return classifier
                ? new PipelineDesign("classifier-recognizers", after.subList(1, after.size()))
                : RECOGNIZER_ALONE;
    }

    /** All designs, the usual one first. */
    public static List<PipelineDesign> all() {
        return List.of(DETECTOR_RECOGNIZER, DETECTOR_CLASSIFIER_RECOGNIZERS, RECOGNIZER_ALONE);
    }

    /** The design of that id. */
    public static java.util.Optional<PipelineDesign> ofId(String id) {
        return all().stream().filter(design -> design.id().equals(id)).findFirst();
    }
}
