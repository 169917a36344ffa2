package sigmark.inference.training.detector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import sigmark.inference.detect.Detector;
import sigmark.inference.detect.OnnxDetector;
import sigmark.inference.model.Device;
import sigmark.inference.model.ModelStore;
import sigmark.inference.run.Detection;
import sigmark.inference.synthesis.Coverage;
import sigmark.inference.synthesis.DrawnFormula;
import sigmark.inference.synthesis.FormulaGrammar;
import sigmark.inference.synthesis.InkPage;
import sigmark.inference.synthesis.PageGenerator;
import sigmark.inference.synthesis.PhotoModel;
import sigmark.inference.synthesis.Typefaces;

/**
 * Scores a detector on drawn pages of seeds that training never used, once as clean prints and once as photos of the same
 * pages, 100 to 200 dpi.
 */
public final class DetectorEvaluation {
    private static final long FIRST_SEED = 900_000_001L;
    private static final long FIRST_TUNING_SEED = 800_000_001L;
    private static final double[] OVERLAPS = {0.5, 0.75};

    private final PageGenerator pages;
    private final long firstSeed;

    private DetectorEvaluation(Typefaces typefaces, long firstSeed) {
        pages = new PageGenerator(typefaces, new FormulaGrammar(Coverage.all()));
        this.firstSeed = firstSeed;
    }

    /** On pages in the fonts that training never used; where none of them is installed, in those that there are. */
    public static DetectorEvaluation heldOut(Typefaces typefaces) {
        Typefaces kept = typefaces.only(true, DetectorSettings.HELD_OUT);
        return new DetectorEvaluation(kept.none() ? typefaces : kept, FIRST_SEED);
    }

    /** On pages in the fonts of training, to choose a threshold on. */
    static DetectorEvaluation tuning(Typefaces typefaces) {
        return new DetectorEvaluation(typefaces.only(false, DetectorSettings.HELD_OUT), FIRST_TUNING_SEED);
    }

    /** Writes scores. Arguments: the folder of fonts, the folder of models, the model's name, how many pages, a file. */
    public static void main(String[] arguments) throws IOException {
        ModelStore models = new ModelStore(List.of(Path.of(arguments[1])));
        try (Detector detector = OnnxDetector.of(models.open(arguments[2]), Device.CPU, 1)) {
            DetectorEvaluation evaluation = heldOut(Typefaces.under(Path.of(arguments[0])));
            int count = Integer.parseInt(arguments[3]);
            var out = new java.io.PrintWriter(
                    new java.io.FileWriter(arguments[4], java.nio.charset.StandardCharsets.UTF_8));
            try (out) {
                evaluation.scores(detector, count, false).forEach(score -> out.println("clean " + score));
                evaluation.scores(detector, count, true).forEach(score -> out.println("photo " + score));
            }
        }
    }

    /** What a detector found on a page, and what is there. */
    record Looked(List<DrawnFormula> truth, List<Detection> found) {}

    /** Scores at IoU 0.5 and 0.75 over that many pages. */
    public List<DetectorScores> scores(Detector detector, int count, boolean photos) {
        return scores(look(detector, count, photos), 0);
    }

    List<Looked> look(Detector detector, int count, boolean photos) {
        List<Looked> looked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long seed = firstSeed + i;
            InkPage print = pages.page(seed);
            InkPage page =
                    photos ? new PhotoModel(0.6 + 0.6 * new Random(seed).nextDouble()).photograph(print, seed) : print;
            looked.add(new Looked(page.formulas(), detector.detect(page.image())));
        }
        return looked;
    }

    /** Scores at IoU 0.5 and 0.75 of what was found with at least that score. */
    static List<DetectorScores> scores(List<Looked> pages, double scoreFrom) {
        List<DetectorScores> scores = new ArrayList<>();
        for (double overlap : OVERLAPS) {
            DetectorScores sum = DetectorScores.none(overlap);
            for (Looked page : pages) {
                sum = sum.plus(
                        page.truth(),
                        page.found().stream()
                                .filter(each -> each.score() >= scoreFrom)
                                .toList());
            }
            scores.add(sum);
        }
        return scores;
    }
}
