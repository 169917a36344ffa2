package sigmark.inference.recognize;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import sigmark.inference.model.Device;

/** The recognizer's two ONNX sessions; safe from several threads. The only place that feeds them. */
final class EncoderDecoder implements AutoCloseable {
    private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();
    private static final int ROW_STRIDE = 16;
    private static final int COLUMN_STRIDE = 8;

    private final OrtSession encoder;
    private final OrtSession decoder;
    private final Layout layout;

    /**
     * Sizes of the network.
     *
     * @param width of its vectors
     * @param heads of its attention
     * @param layers of its decoder
     * @param pieces in its vocabulary
     */
    record Layout(int width, int heads, int layers, int pieces) {
        int headWidth() {
            return width / heads;
        }
    }

    private EncoderDecoder(OrtSession encoder, OrtSession decoder, Layout layout) {
        this.encoder = encoder;
        this.decoder = decoder;
        this.layout = layout;
    }

    static EncoderDecoder of(byte[] encoder, byte[] decoder, Layout layout, Device device, int threads)
            throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setSessionLogLevel(ai.onnxruntime.OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            if (device.cuda()) {
                options.addCUDA();
            }
            OrtSession first = ENVIRONMENT.createSession(encoder, options);
            try {
                return new EncoderDecoder(first, ENVIRONMENT.createSession(decoder, options), layout);
            } catch (OrtException e) {
                first.close();
                throw e;
            }
        }
    }

    /** Encodes a crop, padded with paper to whole strides. */
    Crop encode(CropScaling.Ink ink) throws OrtException {
        int rows = up(ink.height(), ROW_STRIDE);
        int columns = up(ink.width(), COLUMN_STRIDE);
        float[] picture = new float[rows * columns];
        for (int y = 0; y < ink.height(); y++) {
            System.arraycopy(ink.values(), y * ink.width(), picture, y * columns, ink.width());
        }
        int mapRows = rows / ROW_STRIDE;
        int mapColumns = columns / COLUMN_STRIDE;
        float[] positions = Positions.map(mapRows, mapColumns, layout.width());
        try (OnnxTensor in = floats(picture, 1, 1, rows, columns);
                OnnxTensor places = floats(positions, 1, (long) mapRows * mapColumns, layout.width())) {
            return new Crop(encoder.run(Map.of("picture", in, "places", places)), mapRows * mapColumns);
        }
    }

    private static int up(int size, int stride) {
        return (size + stride - 1) / stride * stride;
    }

    private static OnnxTensor floats(float[] values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(values), shape);
    }

    @Override
    public void close() {
        try {
            encoder.close();
            decoder.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not let go of a session", e);
        }
    }

    /** An encoded crop whose answers grow token by token; one thread. */
    final class Crop implements BeamSearch.Network, AutoCloseable {
        private final int places;
        private final Map<String, OnnxTensor> inputs = new HashMap<>();
        private final List<AutoCloseable> opened = new ArrayList<>();

        private Crop(OrtSession.Result encoded, int places) throws OrtException {
            this.places = places;
            opened.add(encoded);
            inputs.put("shade", keep(floats(new float[places], 1, 1, 1, places)));
            for (int layer = 0; layer < layout.layers(); layer++) {
                inputs.put("key" + layer, tensor(encoded, "key" + layer));
                inputs.put("value" + layer, tensor(encoded, "value" + layer));
                for (String past : List.of("pastKey", "pastValue")) {
                    inputs.put(past + layer, keep(floats(new float[0], 1, layout.heads(), 0, layout.headWidth())));
                }
            }
        }

        /** Places of the encoder's map, each 16 rows by 8 columns of the scaled crop. */
        int places() {
            return places;
        }

        @Override
        public float[][] step(int position, int[] last, int[] from) {
            try {
                return run(position, last, from);
            } catch (OrtException e) {
                throw new IllegalStateException("ONNX Runtime fails in the middle of an answer", e);
            }
        }

        private float[][] run(int position, int[] last, int[] from) throws OrtException {
            if (position > 0) {
                follow(position, from);
            }
            long[] tokens = java.util.Arrays.stream(last).asLongStream().toArray();
            float[] order = Positions.line(position, 1, layout.width());
            OrtSession.Result result;
            try (OnnxTensor token = OnnxTensor.createTensor(
                            ENVIRONMENT, LongBuffer.wrap(tokens), new long[] {tokens.length, 1});
                    OnnxTensor place = floats(order, 1, 1, layout.width())) {
                inputs.put("token", token);
                inputs.put("order", place);
                result = decoder.run(inputs);
            }
            opened.add(result);
            for (int layer = 0; layer < layout.layers(); layer++) {
                inputs.put("pastKey" + layer, tensor(result, "nextKey" + layer));
                inputs.put("pastValue" + layer, tensor(result, "nextValue" + layer));
            }
            float[] all = values(tensor(result, "logits"));
            float[][] logits = new float[last.length][layout.pieces()];
            for (int i = 0; i < last.length; i++) {
                System.arraycopy(all, i * layout.pieces(), logits[i], 0, layout.pieces());
            }
            return logits;
        }

        /** What each answer remembers: the rows it goes on from, copied only when they are not all rows in order. */
        private void follow(int position, int[] from) throws OrtException {
            long rows = input("pastKey0").getInfo().getShape()[0];
            boolean same = rows == from.length;
            for (int i = 0; i < from.length; i++) {
                same &= from[i] == i;
            }
            if (same) {
                return;
            }
            int each = layout.heads() * position * layout.headWidth();
            for (int layer = 0; layer < layout.layers(); layer++) {
                for (String name : List.of("pastKey" + layer, "pastValue" + layer)) {
                    float[] before = values(input(name));
                    float[] after = new float[from.length * each];
                    for (int i = 0; i < from.length; i++) {
                        System.arraycopy(before, from[i] * each, after, i * each, each);
                    }
                    inputs.put(name, keep(floats(after, from.length, layout.heads(), position, layout.headWidth())));
                }
            }
        }

        private OnnxTensor input(String name) {
            return Objects.requireNonNull(inputs.get(name), name);
        }

        private OnnxTensor keep(OnnxTensor tensor) {
            opened.add(tensor);
            return tensor;
        }

        private static OnnxTensor tensor(OrtSession.Result result, String name) {
            OnnxValue value =
                    result.get(name).orElseThrow(() -> new IllegalStateException("the network has no output " + name));
            return (OnnxTensor) value;
        }

        private static float[] values(OnnxTensor tensor) {
            FloatBuffer buffer = tensor.getFloatBuffer();
            float[] content = new float[buffer.remaining()];
            buffer.get(content);
            return content;
        }

        @Override
        public void close() {
            for (AutoCloseable each : opened) {
                try {
                    each.close();
                } catch (Exception e) {
                    throw new IllegalStateException("ONNX Runtime does not let go of an array", e);
                }
            }
        }
    }
}
