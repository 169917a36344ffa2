package sigmark.inference.training.detector;

import sigmark.inference.synthesis.InkPage;

/** Makes pages with known formulas; the page of a number is always the same. */
public interface PageSource {
    /**
     * A page whose running text has an em of about so many pixels.
     *
     * @param number any number; a source with few pages gives some of them again
     */
    Sheet page(long number, double em);

    /**
     * A page.
     *
     * @param drawn whether it is a clean print that we drew and not a scan or photo already
     */
    record Sheet(InkPage page, boolean drawn) {}
}
