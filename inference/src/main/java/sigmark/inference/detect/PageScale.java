package sigmark.inference.detect;

import sigmark.inference.page.GreyImage;

/** How large a page's running text is, and the page at another size. */
public final class PageScale {
    private static final int ESTIMATE_ON = 2000;
    private static final int ASSUMED_LINES = 62;

    private PageScale() {}

    /** The em of the running text in the page's pixels; on pages with too little ink to tell, that of a full page. */
    public static double em(GreyImage page) {
        int longer = Math.max(page.width(), page.height());
        double shrink = Math.min(1, (double) ESTIMATE_ON / longer);
        double em = TextHeight.em(shrink < 1 ? resized(page, shrink) : page) / shrink;
        return em > 0 ? em : (double) longer / ASSUMED_LINES;
    }

    /** The page with each side times a factor, by averaging areas when it shrinks. */
    public static GreyImage resized(GreyImage page, double factor) {
        InkPicture picture = InkPicture.of(page, factor);
        byte[] pixels = new byte[picture.ink().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round((1 - picture.ink()[i]) * 255);
        }
        return new GreyImage(picture.width(), picture.height(), pixels);
    }
}
