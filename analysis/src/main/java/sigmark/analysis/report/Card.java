package sigmark.analysis.report;

import java.util.List;
import java.util.Optional;
import sigmark.analysis.errors.AlignedToken;
import sigmark.inference.page.PixelImage;

/**
 * A sample with its pictures.
 *
 * @param head where it is, and how far off
 * @param crop absent when the page cannot be read
 * @param sides truth and reading
 * @param difference of the canonical tokens; empty where there are not two sides
 * @param match characters in place, drawn on both renderings
 * @param remarks what its errors are, in words
 */
record Card(
        String head,
        Optional<PixelImage> crop,
        List<Side> sides,
        List<AlignedToken> difference,
        Optional<Match> match,
        String remarks) {
    Card {
        sides = List.copyOf(sides);
        difference = List.copyOf(difference);
    }

    /** Truth or reading: its name, LaTeX and rendering. */
    record Side(String name, Optional<String> latex, Optional<PixelImage> rendering) {}

    /** Character detection matching as a picture under its score. */
    record Match(String caption, PixelImage picture) {}
}
