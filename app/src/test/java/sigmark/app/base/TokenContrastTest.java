package sigmark.app.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every pair of text and background that the token table promises, computed from the stylesheets themselves. */
class TokenContrastTest {
    private static final Pattern COLOUR = Pattern.compile("(-[a-z0-9-]+):\\s*(#[0-9a-fA-F]{6})\\s*;");
    private static final List<String> TEXTS = List.of(
            "-color-fg-default",
            "-color-fg-muted",
            "-color-accent-fg",
            "-color-success-fg",
            "-color-warning-fg",
            "-color-danger-fg");

    @ParameterizedTest
    @CsvSource({"light.css", "dark.css"})
    void everyTextIsReadableOnEveryBackground(String sheet) throws IOException {
        Map<String, String> colours = colours(sheet);
        for (String text : TEXTS) {
            for (String on : List.of("-color-bg-default", "-color-bg-subtle", "-sig-selection")) {
                assertThat(contrast(colours, text, on))
                        .as("%s on %s in %s", text, on, sheet)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"light.css,4.5", "dark.css,5.6"})
    void chipsAreReadable(String sheet, double least) throws IOException {
        Map<String, String> colours = colours(sheet);
        for (String kind : List.of("success", "warning", "danger", "accent")) {
            assertThat(contrast(colours, "-color-" + kind + "-fg", "-color-" + kind + "-subtle"))
                    .as("%s chip in %s", kind, sheet)
                    .isGreaterThanOrEqualTo(least);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "light.css,-color-fg-default,-color-bg-default,15.8",
        "light.css,-color-warning-fg,-sig-selection,5.3",
        "dark.css,-color-fg-muted,-sig-selection,5.0",
        "dark.css,-color-danger-fg,-color-bg-subtle,6.9"
    })
    void theTableSaysWhatTheStylesheetHolds(String sheet, String text, String on, double promised) throws IOException {
        assertThat(contrast(colours(sheet), text, on)).isCloseTo(promised, org.assertj.core.data.Offset.offset(0.06));
    }

    @ParameterizedTest
    @CsvSource({"light.css", "dark.css"})
    void whiteIsReadableOnTheFilledButton(String sheet) throws IOException {
        Map<String, String> colours = new HashMap<>(colours(sheet));
        colours.put("white", "#ffffff");
        assertThat(contrast(colours, "white", "-color-accent-emphasis")).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void boxesAreVisibleOnPaper() throws IOException {
        Map<String, String> colours = colours("sigmark.css");
        for (String kind : List.of("person", "model", "doubt", "right", "wrong", "gold")) {
            assertThat(contrast(colours, "-sig-paper-" + kind, "-sig-paper"))
                    .as(kind)
                    .isGreaterThanOrEqualTo(4.7);
        }
    }

    @Test
    void bothThemesFillTheSameTokens() throws IOException {
        assertThat(colours("dark.css").keySet()).isEqualTo(colours("light.css").keySet());
    }

    private static double contrast(Map<String, String> colours, String one, String other) {
        double a = luminance(colours.get(one));
        double b = luminance(colours.get(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        assertThat(colour).isNotNull();
        double[] parts = new double[3];
        for (int i = 0; i < 3; i++) {
            double value = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            parts[i] = value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    private static Map<String, String> colours(String sheet) throws IOException {
        try (var in = TokenContrastTest.class.getResourceAsStream("/sigmark/style/" + sheet)) {
            Map<String, String> colours = new HashMap<>();
            Matcher matcher = COLOUR.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                colours.put(matcher.group(1), matcher.group(2));
            }
            return colours;
        }
    }
}
