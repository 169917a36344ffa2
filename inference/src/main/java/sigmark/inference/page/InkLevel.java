package sigmark.inference.page;

/**
 * How much ink each pixel of a picture shows, whatever the light: 0 is the paper around it, 1 the picture's strongest
 * ink. A photo in half shadow and a clean print of the same page come out much alike.
 */
public final class InkLevel {
    /** What the strongest two hundredth of the pixels are brought to. */
    private static final float STRONG = 0.95f;

    /** An almost empty picture is not blown up to noise. */
    private static final float MOST_GAIN = 4;

    private static final int STEPS = 1000;

    private InkLevel() {}

    /**
     * Levels row by row, 0 to 1.
     *
     * @param image dark writing on paper, or light writing on dark ground
     */
    public static float[] of(GreyImage image) {
        int flip = lightOnDark(image) ? 255 : 0;
        PaperMap paper = PaperMap.of(image, flip);
        float[] ink = new float[image.width() * image.height()];
        int[] histogram = new int[STEPS + 1];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                float level = 1 - (image.at(x, y) ^ flip) / Math.max(1, paper.smooth(x, y));
                float clipped = Math.max(0, level);
                ink[y * image.width() + x] = clipped;
                histogram[(int) (clipped * STEPS)]++;
            }
        }
        int strongest = STEPS;
        long above = 0;
        while (strongest > 0 && (above += histogram[strongest]) < ink.length / 200) {
            strongest--;
        }
        float gain = Math.min(MOST_GAIN, STRONG * STEPS / Math.max(1, strongest));
        for (int i = 0; i < ink.length; i++) {
            ink[i] = Math.min(1, ink[i] * gain);
        }
        return ink;
    }

    /** Whether the picture is light writing on dark ground. */
    static boolean lightOnDark(GreyImage image) {
        int[] histogram = new int[256];
        for (byte pixel : image.pixels()) {
            histogram[pixel & 0xFF]++;
        }
        int count = image.pixels().length;
        return PaperMap.percentile(histogram, count, 0.5) < 96 && PaperMap.percentile(histogram, count, 0.995) > 128;
    }
}
