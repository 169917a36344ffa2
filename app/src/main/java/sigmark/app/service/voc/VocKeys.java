package sigmark.app.service.voc;

import java.util.Map;

/** The letter that says a cause closer; each detail has the same one everywhere. */
final class VocKeys {
    static final Map<String, String> OF_DETAIL = Map.ofEntries(
            Map.entry("symbol", "S"),
            Map.entry("missing", "M"),
            Map.entry("extra", "E"),
            Map.entry("style", "Y"),
            Map.entry("script", "L"),
            Map.entry("fraction", "F"),
            Map.entry("bracket", "B"),
            Map.entry("table", "T"),
            Map.entry("truncated", "U"),
            Map.entry("repeated", "R"),
            Map.entry("unparsable", "N"),
            Map.entry("spacing", "C"));

    private VocKeys() {}
}
