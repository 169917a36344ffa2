package sigmark.labeling.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The guide for formula labeling that ships with the program, in Korean and English. */
public final class ShippedGuide {
    private static final String PLACE = "/sigmark/guides/formula/";

    private ShippedGuide() {}

    public static GuideSource source() {
        return new GuideSource(text("rules.yaml"), Map.of("ko", text("guide_ko.md"), "en", text("guide_en.md")));
    }

    private static String text(String name) {
        try (InputStream in = ShippedGuide.class.getResourceAsStream(PLACE + name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the class path: " + PLACE + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
