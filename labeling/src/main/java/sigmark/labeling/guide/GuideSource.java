package sigmark.labeling.guide;

import java.util.Map;

/**
 * A guide as it is written.
 *
 * @param rules YAML
 * @param words Markdown by language code
 */
public record GuideSource(String rules, Map<String, String> words) {
    public GuideSource {
        words = Map.copyOf(words);
    }
}
