package sigmark.inference.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import sigmark.inference.page.Box;
import sigmark.inference.page.PixelImage;

class SamplePagesTest {
    @Test
    void everySheetHasItsShippedPageInASplit() throws IOException {
        Map<String, Integer> splits = new HashMap<>();
        List<JsonNode> labels = labels();
        for (JsonNode page : labels) {
            splits.merge(page.get("split").asText(), 1, Integer::sum);
        }
        assertThat(labels.stream().map(page -> page.get("image").asText().replaceAll("pages/|\\.(png|jpg)", "")))
                .containsExactlyElementsOf(SamplePages.names());
        assertThat(splits.get("test")).isGreaterThanOrEqualTo(5);
        assertThat(splits.keySet()).containsExactlyInAnyOrder("train", "validation", "test");
    }

    @Test
    void shippedLabelsSayWhatTheSheetsSay() throws IOException {
        for (JsonNode page : labels()) {
            String name = page.get("image").asText().replaceAll("pages/|\\.(png|jpg)", "");
            String text = Resources.text("sample/" + name + ".txt");
            long written = text.chars().filter(c -> c == '$').count();
            assertThat(page.get("regions").size()).as(name).isGreaterThanOrEqualTo((int) (written / 4));
        }
    }

    @Test
    void everyBoxOfAShippedPageHoldsInk() throws IOException {
        for (JsonNode page : labels()) {
            PixelImage image = image(page.get("image").asText());
            assertThat(image.width()).isEqualTo(page.get("width").asInt());
            assertThat(image.height()).isEqualTo(page.get("height").asInt());
            for (JsonNode region : page.get("regions")) {
                JsonNode b = region.get("box");
                Box box = new Box(
                        b.get(0).asInt(),
                        b.get(1).asInt(),
                        b.get(2).asInt(),
                        b.get(3).asInt());
                assertThat(spread(image.crop(box))).as("%s", region).isGreaterThan(25);
                assertThat(box.right()).isLessThanOrEqualTo(image.width());
                assertThat(box.bottom()).isLessThanOrEqualTo(image.height());
            }
        }
    }

    /** Brightest minus darkest. */
    private static int spread(PixelImage part) {
        int low = 255;
        int high = 0;
        for (byte pixel : part.grey().pixels()) {
            low = Math.min(low, pixel & 0xFF);
            high = Math.max(high, pixel & 0xFF);
        }
        return high - low;
    }

    private static PixelImage image(String path) throws IOException {
        try (var in = SamplePagesTest.class.getResourceAsStream("/sigmark/sample/" + path)) {
            return PixelImage.of(ImageIO.read(in));
        }
    }

    private static List<JsonNode> labels() throws IOException {
        List<JsonNode> labels = new ArrayList<>();
        try (var in = SamplePagesTest.class.getResourceAsStream("/sigmark/sample/labels.jsonl");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                labels.add(new ObjectMapper().readTree(line));
            }
        }
        return labels;
    }
}
