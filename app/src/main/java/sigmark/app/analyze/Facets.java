package sigmark.app.analyze;

import sigmark.app.base.words.Words;

/** How a facet is called, on chips and in pictures. */
final class Facets {
    private Facets() {}

    static String word(Words words, SampleFacet facet) {
        return switch (facet.field()) {
            case KIND -> words.text("kind." + facet.value());
            case SPLIT -> words.text("split." + facet.value());
            case TAG, TEXT -> facet.value();
            case PAGE -> words.text("analyze.facet.page");
            case OUTCOME -> words.text("analyze.outcome." + facet.value());
            case WRONG -> words.text("analyze.facet.wrong");
            case INEXACT -> words.text("analyze.facet.inexact." + facet.value());
            case DISTANCE -> distance(words, Integer.parseInt(facet.value()));
        };
    }

    private static String distance(Words words, int bin) {
        if (bin == 0) {
            return words.text("analyze.facet.exact");
        }
        return words.text(
                "analyze.facet.distance",
                "from",
                words.numbers().decimals((bin - 1) / 10.0, 1),
                "to",
                words.numbers().decimals(bin / 10.0, 1));
    }
}
