package sigmark.inference.training.detector;

import java.util.Random;

/** Pages of two sources, the first with a share of the numbers. */
final class MixedPages implements PageSource {
    private final PageSource first;
    private final PageSource second;
    private final double share;

    /** @param share of the first, 0 to 1 */
    MixedPages(PageSource first, PageSource second, double share) {
        this.first = first;
        this.second = second;
        this.share = share;
    }

    @Override
    public Sheet page(long number, double em) {
        boolean takeFirst = new Random(number * 0x9E3779B97F4A7C15L + 5).nextDouble() < share;
        return (takeFirst ? first : second).page(number, em);
    }
}
