package sigmark.inference.run;

/**
 * Wall time that one page took in each step, in nanoseconds. A step that did not run has 0.
 *
 * @param decode file to upright pixels
 * @param detect pixels to formula boxes
 * @param crop boxes to recognizer inputs
 * @param recognize inputs to LaTeX, all formulas of the page
 */
public record StepTimes(long decode, long detect, long crop, long recognize) {
    public static final StepTimes NONE = new StepTimes(0, 0, 0, 0);

    public StepTimes {
        if (decode < 0 || detect < 0 || crop < 0 || recognize < 0) {
            throw new IllegalArgumentException("negative time in decode=%d detect=%d crop=%d recognize=%d"
                    .formatted(decode, detect, crop, recognize));
        }
    }

    public long of(Step step) {
        return switch (step) {
            case DECODE -> decode;
            case DETECT -> detect;
            case CROP -> crop;
            case RECOGNIZE -> recognize;
        };
    }

    public long total() {
        return decode + detect + crop + recognize;
    }
}
