package sigmark.inference.run;

/**
 * Wall time that one page took in each step, in nanoseconds. A step that did not run has 0.
 *
 * @param decode file to upright pixels
 * @param detect pixels to formula boxes
 * @param crop boxes to recognizer inputs
 * @param classify inputs to printed or handwritten
 * @param recognize inputs to LaTeX, all formulas of the page
 */
public record StepTimes(long decode, long detect, long crop, long classify, long recognize) {
    public static final StepTimes NONE = new StepTimes(0, 0, 0, 0);

    public StepTimes {
        if (decode < 0 || detect < 0 || crop < 0 || classify < 0 || recognize < 0) {
            throw new IllegalArgumentException("negative time in decode=%d detect=%d crop=%d classify=%d recognize=%d"
                    .formatted(decode, detect, crop, classify, recognize));
        }
    }

    /** Of a pipeline without a classifier. */
    public StepTimes(long decode, long detect, long crop, long recognize) {
        this(decode, detect, crop, 0, recognize);
    }

    public long of(Step step) {
        return switch (step) {
            case DECODE -> decode;
            case DETECT -> detect;
            case CROP -> crop;
            case CLASSIFY -> classify;
            case RECOGNIZE -> recognize;
        };
    }

    public long total() {
        return decode + detect + crop + classify + recognize;
    }
}
