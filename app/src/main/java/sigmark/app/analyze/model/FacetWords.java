package sigmark.app.analyze.model;

import sigmark.app.base.words.Words;

/** How a facet is called, on chips and in pictures. */
public final class FacetWords {
    private FacetWords() {}

    public static String word(Words words, SampleFacet facet) {
        return switch (facet.field()) {
            case KIND -> words.text("kind." + facet.value());
            case SPLIT -> words.text("split." + facet.value());
            case TAG, TEXT, QUERY -> facet.value();
            case SLICE -> slice(words, facet.value());
            case ERROR -> words.text("analyze.error." + facet.value());
            case CONFUSION -> facet.value().replaceFirst("(?<=.) ", " → ");
            case RANGE -> range(words, facet);
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

    private static String range(Words words, SampleFacet facet) {
        SampleMetric metric = facet.metric();
        double[] ends = facet.ends();
        String name = words.text("analyze.metric." + metric.word());
        String from = words.numbers().decimals(ends[0], metric.decimals());
        String to = words.numbers().decimals(ends[1], metric.decimals());
        if (Double.isInfinite(ends[1])) {
            return words.text("analyze.facet.at-least", "metric", name, "from", from);
        }
        return words.text("analyze.facet.range", "metric", name, "from", from, "to", to);
    }

    /** A slice's name in words, such as {@code length 11–20} for {@code length:11-20}. */
    public static String slice(Words words, String name) {
        int colon = name.indexOf(':');
        String field = name.substring(0, colon);
        String value = name.substring(colon + 1);
        return switch (field) {
            case "kind", "split", "writing" -> words.text(field + "." + value);
            case "tag" -> value;
            default ->
                words.text(
                        "analyze.slice." + field,
                        "value",
                        value.endsWith("-")
                                ? "≥ " + value.substring(0, value.length() - 1)
                                : value.replaceAll("(?<=\\d)-(?=\\d)", "–"));
        };
    }
}
