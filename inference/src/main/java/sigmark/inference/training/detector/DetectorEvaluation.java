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
import sigmark.inference.synthesis.FormulaGrammar;
import sigmark.inference.synthesis.InkPage;
import sigmark.inference.synthesis.PageGenerator;
import sigmark.inference.synthesis.PhotoModel;
import sigmark.inference.synthesis.Typefaces;

/**
 * Scores a detector on drawn pages of seeds and text fonts that training never used, once as clean prints and once as
 * photos of the same pages, 100 to 200 dpi.
 */
public final class DetectorEvaluation {
    private static final long FIRST_SEED = 900_000_001L;
    private static final double[] OVERLAPS = {0.5, 0.75};

    private final PageGenerator pages;

    /** @param typefaces of which only the held-out pairs are used */
    public DetectorEvaluation(Typefaces typefaces) {
        pages = new PageGenerator(typefaces.only(true, DetectorTraining.HELD_OUT), new FormulaGrammar(Coverage.all()));
    }

    /** Writes scores. Arguments: the folder of fonts, the folder of models, the model's name, how many pages, a file. */
    public static void main(String[] arguments) throws IOException {
        ModelStore models = new ModelStore(List.of(Path.of(arguments[1])));
        try (Detector detector = OnnxDetector.of(models.open(arguments[2]), Device.CPU, 1)) {
            DetectorEvaluation evaluation = new DetectorEvaluation(Typefaces.under(Path.of(arguments[0])));
            int count = Integer.parseInt(arguments[3]);
            var out = new java.io.PrintWriter(
                    new java.io.FileWriter(arguments[4], java.nio.charset.StandardCharsets.UTF_8));
            try (out) {
                evaluation.scores(detector, count, false).forEach(score -> out.println("clean " + score));
                evaluation.scores(detector, count, true).forEach(score -> out.println("photo " + score));
            }
        }
    }

    /** Scores at IoU 0.5 and 0.75 over that many pages. */
    public List<DetectorScores> scores(Detector detector, int count, boolean photos) {
        List<DetectorScores> scores = new ArrayList<>();
        for (double overlap : OVERLAPS) {
            scores.add(DetectorScores.none(overlap));
        }
        for (int i = 0; i < count; i++) {
            long seed = FIRST_SEED + i;
            InkPage print = pages.page(seed);
            InkPage page =
                    photos ? new PhotoModel(0.6 + 0.6 * new Random(seed).nextDouble()).photograph(print, seed) : print;
            List<Detection> found = detector.detect(page.image());
            for (int k = 0; k < OVERLAPS.length; k++) {
                scores.set(k, scores.get(k).plus(page.formulas(), found));
            }
        }
        return scores;
    }
}
