package sigmark.labeling.guide.check;

import java.util.Optional;
import sigmark.inference.page.Box;

/** What rules about boxes ask of the page's picture; all in the upright page's pixels. */
public interface PageInk {
    double width();

    double height();

    /** Pixels of an inch on the page; 200 where nobody knows. */
    double dpi();

    /** The tight hull of the ink that a box means; empty where there is none. */
    Optional<Box> hull(Box rough);

    /**
     * Pixels of paper between the box and the nearest ink left of it on its line; infinite when
     * there is none. Full stops, commas and thinner ink do not count.
     */
    double gapLeft(Box box);

    /** The same to the right. */
    double gapRight(Box box);
}
