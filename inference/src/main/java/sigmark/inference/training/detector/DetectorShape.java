package sigmark.inference.training.detector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The detector's architecture, as a small YAML file says it.
 *
 * @param channels at strides 4, 8, 16, 32 and 64
 * @param blocks residual blocks at strides 8, 16, 32 and 64
 * @param topDown channels of the path back up to stride 8
 */
public record DetectorShape(List<Integer> channels, List<Integer> blocks, int topDown) {
    /** Pixels a cell, from the finest level to the coarsest. */
    static final List<Integer> STRIDES = List.of(4, 8, 16, 32, 64);

    public DetectorShape {
        channels = List.copyOf(channels);
        blocks = List.copyOf(blocks);
        boolean right = channels.size() == STRIDES.size()
                && blocks.size() == STRIDES.size() - 1
                && channels.stream().allMatch(each -> each >= 1)
                && blocks.stream().allMatch(each -> each >= 0)
                && topDown >= 1;
        if (!right) {
            throw new IllegalArgumentException(
                    "five channels, four counts of blocks and topDown are needed: channels=%s blocks=%s topDown=%d"
                            .formatted(channels, blocks, topDown));
        }
    }

    /** The architecture of the shipped detector. */
    public static DetectorShape shipped() {
        return new DetectorShape(List.of(24, 48, 80, 112, 112), List.of(1, 2, 1, 1), 48);
    }

    /** Reads a YAML file with the record's names as keys. */
    public static DetectorShape read(Path yaml) throws IOException {
        return new ObjectMapper(new YAMLFactory()).readValue(yaml.toFile(), DetectorShape.class);
    }

    /** What a model's card says under {@code architecture}. */
    static DetectorShape ofCard(JsonNode architecture) {
        List<Integer> channels = new ArrayList<>();
        List<Integer> blocks = new ArrayList<>();
        for (int stride : STRIDES) {
            String level = String.valueOf(stride);
            channels.add(architecture.path("channels").path(level).asInt());
            if (stride > STRIDES.get(0)) {
                blocks.add(architecture.path("blocks").path(level).asInt());
            }
        }
        return new DetectorShape(channels, blocks, architecture.path("topDown").asInt());
    }
}
