package sigmark.labeling.guide;

import java.util.Map;

/** Which check a rule asks for, as it is written in the guide; equal specs judge alike. */
public record CheckSpec(String kind, Map<String, Object> settings) {
    public CheckSpec {
        settings = Map.copyOf(settings);
    }
}
