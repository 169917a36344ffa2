package sigmark.inference.training.detector;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import sigmark.inference.training.TrainingPlan;

/**
 * What a run of the detector is made of; kept as {@code settings.yaml} in its folder, with the record's names as keys.
 *
 * @param pages lists of labeled pages that lie in files (JSON Lines of the detector's kind)
 * @param pagesShare share of the pages that come from them, 0 to 1; the others are drawn
 * @param fonts folder of font files for drawn pages; where there are none, the program's own fonts are used
 * @param samples patches a step
 * @param patchWidth in pixels, a multiple of 64
 * @param patchHeight in pixels, a multiple of 64
 * @param checkedPatches patches to look at that are never trained on: of the lists' {@code validation} split, else drawn
 * @param patience looks without a better loss that end the training early; 0 for never
 * @param scoredPages drawn pages in fonts never trained on, and labeled ones of the validation split, for the card's scores
 * @param shape the architecture
 * @param plan steps and rates
 */
public record DetectorSettings(
        List<Path> pages,
        double pagesShare,
        Path fonts,
        int samples,
        int patchWidth,
        int patchHeight,
        int checkedPatches,
        int patience,
        int scoredPages,
        DetectorShape shape,
        TrainingPlan plan) {
    /** Pairs of fonts kept out of training, to measure with. */
    public static final List<String> HELD_OUT = List.of("libertine-noto", "nanum-square", "schola-batang");

    private static final Path SYSTEM_FONTS = Path.of("/usr/share/fonts");

    public DetectorSettings {
        pages = List.copyOf(pages);
        boolean right = pagesShare >= 0
                && pagesShare <= 1
                && samples >= 1
                && patchWidth >= DetectorNetwork.MULTIPLE
                && patchHeight >= DetectorNetwork.MULTIPLE
                && patchWidth % DetectorNetwork.MULTIPLE == 0
                && patchHeight % DetectorNetwork.MULTIPLE == 0
                && checkedPatches >= 0
                && patience >= 0
                && scoredPages >= 0;
        if (!right) {
            throw new IllegalArgumentException(
                    "pagesShare=%s samples=%d patch=%d×%d checkedPatches=%d patience=%d scoredPages=%d"
                            .formatted(
                                    pagesShare,
                                    samples,
                                    patchWidth,
                                    patchHeight,
                                    checkedPatches,
                                    patience,
                                    scoredPages));
        }
    }

    /** Labeled pages and drawn ones, with the usual sizes. */
    public static DetectorSettings of(List<Path> pages, double pagesShare, DetectorShape shape, TrainingPlan plan) {
        return new DetectorSettings(pages, pagesShare, SYSTEM_FONTS, 4, 384, 192, 48, 0, 6, shape, plan);
    }

    /** The plan of the shipped detector: a rate that rises to its peak, stays, and falls to a hundredth. */
    public static TrainingPlan plan(long steps, double peakRate) {
        int warmUp = (int) Math.min(30, Math.max(1, steps / 10));
        return new TrainingPlan(steps, peakRate, warmUp, 0.4, 0.01, 5, 1, 1);
    }

    /** The same with other sizes of the run. */
    public DetectorSettings with(int newSamples, int newPatience, int newScoredPages) {
        return new DetectorSettings(
                pages,
                pagesShare,
                fonts,
                newSamples,
                patchWidth,
                patchHeight,
                checkedPatches,
                newPatience,
                newScoredPages,
                shape,
                plan);
    }

    /** The same with patches of another size, and so many to look at. */
    public DetectorSettings withPatches(int width, int height, int checked) {
        return new DetectorSettings(
                pages, pagesShare, fonts, samples, width, height, checked, patience, scoredPages, shape, plan);
    }

    /** Reads a YAML file. */
    public static DetectorSettings read(Path yaml) throws IOException {
        return new ObjectMapper(new YAMLFactory()).readValue(yaml.toFile(), DetectorSettings.class);
    }

    /** Writes a YAML file that {@link #read} understands. */
    public void write(Path yaml) throws IOException {
        new ObjectMapper(new YAMLFactory()).writeValue(yaml.toFile(), this);
    }
}
