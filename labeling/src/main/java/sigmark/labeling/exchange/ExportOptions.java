package sigmark.labeling.exchange;

import sigmark.labeling.slice.SliceQuery;

/**
 * What is exported.
 *
 * @param query pages that match are exported with all their human regions; for models that see crops, only regions that
 *     match are
 * @param model for which model the truth is written
 * @param images whether the images are written beside the labels
 */
public record ExportOptions(SliceQuery query, Model model, boolean images) {
    /** Everything, for the detector, with images. */
    public static final ExportOptions DEFAULT = new ExportOptions(SliceQuery.ALL, Model.DETECTOR, true);

    /** The model whose input and output an export states. */
    public enum Model {
        /** Page to boxes, with their LaTeX where the format holds it. */
        DETECTOR,
        /** Crop to printed or handwritten: the regions that match, with or without LaTeX. */
        CLASSIFIER,
        /** Crop to LaTeX: the regions that match. */
        RECOGNIZER
    }
}
