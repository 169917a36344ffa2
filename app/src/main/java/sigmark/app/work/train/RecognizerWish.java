package sigmark.app.work.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a recognizer is trained from and how.
 *
 * @param name of the model; its version is the first free one
 * @param from a model to go on from; empty for a new network
 * @param crops lists of crops in files, JSON Lines of the recognizer's kind
 * @param cropsShare share of the crops that come from those lists and the project, 0 to 1; the others are drawn
 * @param formulas lists of formulas to draw, one a line, beside our own grammar
 * @param architecture a YAML file; empty for the shape of {@code from}, or the shipped one
 * @param steps how many; 0 leaves the run's own number
 * @param batch crops a step
 * @param longest pieces of the longest formula
 * @param patience looks without a better loss that end the training; 0 for never
 */
public record RecognizerWish(
        String name,
        Optional<String> from,
        List<Path> crops,
        double cropsShare,
        List<Path> formulas,
        Optional<Path> architecture,
        long steps,
        int batch,
        int longest,
        int patience) {
    public RecognizerWish {
        ModelShelf.checked(name);
        crops = List.copyOf(crops);
        formulas = List.copyOf(formulas);
        if (!(cropsShare >= 0 && cropsShare <= 1) || steps < 1 || batch < 1 || longest < 1 || patience < 0) {
            throw new IllegalArgumentException("cropsShare=%s steps=%d batch=%d longest=%d patience=%d"
                    .formatted(cropsShare, steps, batch, longest, patience));
        }
    }
}
