package sigmark.app.work.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a detector is trained from and how.
 *
 * @param name of the model; its version is the first free one
 * @param from a model to go on from; empty for a new network
 * @param pages lists of labeled pages in files, JSON Lines of the detector's kind
 * @param pagesShare share of the pages that come from those lists and the project, 0 to 1; the others are drawn
 * @param architecture a YAML file; empty for the shape of {@code from}, or the shipped one
 * @param steps how many
 * @param batch patches a step
 * @param patience looks without a better loss that end the training; 0 for never
 * @param scoredPages drawn pages that the card's scores are measured on; 0 for no scores
 */
public record DetectorWish(
        String name,
        Optional<String> from,
        List<Path> pages,
        double pagesShare,
        Optional<Path> architecture,
        long steps,
        int batch,
        int patience,
        int scoredPages) {
    public DetectorWish {
        ModelShelf.checked(name);
        pages = List.copyOf(pages);
        if (!(pagesShare >= 0 && pagesShare <= 1) || steps < 1 || batch < 1 || patience < 0 || scoredPages < 0) {
            throw new IllegalArgumentException("pagesShare=%s steps=%d batch=%d patience=%d scoredPages=%d"
                    .formatted(pagesShare, steps, batch, patience, scoredPages));
        }
    }
}
