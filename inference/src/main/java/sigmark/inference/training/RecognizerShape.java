package sigmark.inference.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import sigmark.inference.recognize.CropScaling;

/**
 * The recognizer's architecture, as a small YAML file says it.
 *
 * @param channels of the three stages: the first over tiles of 4 by 4 pixels, the second at half its rows and columns, the third
 *     at half the rows again
 * @param blocks residual blocks after each stage
 * @param width of the decoder
 * @param heads of its attention
 * @param inner width of its feed-forward layers
 * @param layers of the decoder
 * @param maxTokens longest answer, end mark included
 * @param scaling how crops are brought to size
 */
public record RecognizerShape(
        List<Integer> channels,
        List<Integer> blocks,
        int width,
        int heads,
        int inner,
        int layers,
        int maxTokens,
        CropScaling scaling) {
    /** Rows of the picture for one row of the encoder's map. */
    public static final int ROW_STRIDE = 16;

    /** Columns of the picture for one column of the encoder's map. */
    public static final int COLUMN_STRIDE = 8;

    /** Pixels a side of the tiles that the first stage sees as channels. */
    public static final int TILE = 4;

    public RecognizerShape {
        channels = List.copyOf(channels);
        blocks = List.copyOf(blocks);
        if (channels.size() != 3 || blocks.size() != 3) {
            throw new IllegalArgumentException("three stages are needed: channels=" + channels + " blocks=" + blocks);
        }
        if (heads < 1 || width % (4 * heads) != 0 || inner < 1 || layers < 1 || maxTokens < 2) {
            throw new IllegalArgumentException("width=%d heads=%d inner=%d layers=%d maxTokens=%d"
                    .formatted(width, heads, inner, layers, maxTokens));
        }
    }

    /** The architecture of the shipped recognizer. */
    public static RecognizerShape shipped() {
        return new RecognizerShape(
                List.of(40, 80, 128), List.of(0, 1, 1), 192, 6, 384, 2, 256, new CropScaling(12, 3, 320, 1280));
    }

    /** Reads a YAML file with the record's names as keys. */
    public static RecognizerShape read(Path yaml) throws IOException {
        return new ObjectMapper(new YAMLFactory()).readValue(yaml.toFile(), RecognizerShape.class);
    }
}
