package sigmark.inference.training;

import java.util.ArrayList;
import java.util.List;
import sigmark.inference.training.network.Convolution;
import sigmark.inference.training.network.NetworkWriter;
import sigmark.inference.training.network.TorchScriptModule;
import sigmark.inference.training.network.TorchScriptWriter;

/**
 * The recognizer: a convolutional encoder of the crop and a transformer decoder (pre-norm) of the answer's tokens.
 * Inputs are named as in {@link #LOSS_INPUTS}; masks are added to attention logits.
 */
public final class RecognizerNetwork {
    /**
     * picture [n, 1, rows, columns] · places: position of each place of the encoder's map [1, places, width] · shade: 0
     * on a picture's own places, very negative beyond [n, 1, 1, places] · tokens [n, length] · order: position of each
     * token [1, length, width] · causal: very negative on what comes later [length, length] · answers [n · length], -100
     * where there is none.
     */
    public static final List<String> LOSS_INPUTS =
            List.of("picture", "places", "shade", "tokens", "order", "causal", "answers");

    private static final double SMOOTHING = 0.1;

    private final RecognizerShape shape;
    private final int vocabulary;

    /**
     * @param vocabulary number of tokens, marks included
     */
    public RecognizerNetwork(RecognizerShape shape, int vocabulary) {
        this.shape = shape;
        this.vocabulary = vocabulary;
    }

    /** The module for training: {@code loss} and, for comparison with what is exported, {@code logits}. */
    public TorchScriptModule module() {
        return module(false);
    }

    /**
     * The same, trained in bfloat16 where the processor knows it.
     *
     * @param half whether {@code loss} multiplies in bfloat16; {@code logits} never does
     */
    public TorchScriptModule module(boolean half) {
        TorchScriptModule module = new TorchScriptModule(half);
        module.method("loss", LOSS_INPUTS, true, writer -> loss(writer, logits(writer)));
        module.method("check", LOSS_INPUTS, false, writer -> loss(writer, logits(writer)));
        module.method("logits", LOSS_INPUTS, false, writer -> List.of(logits(writer)));
        return module;
    }

    /** The module whose method {@link NormCalibration#METHOD} looks at the batch norms. */
    TorchScriptModule statistics() {
        TorchScriptModule module = new TorchScriptModule(false);
        return module.statistics(NormCalibration.METHOD, LOSS_INPUTS, writer -> List.of(logits(writer)));
    }

    /** Walks through the whole network, for a writer that only wants to see its layers. */
    void walk(NetworkWriter writer) {
        logits(writer);
    }

    private List<String> loss(TorchScriptWriter writer, String logits) {
        String rows = writer.line("torch.flatten(" + writer.whole(logits) + ", 0, 1)");
        String loss = writer.line("torch.cross_entropy_loss(" + rows + ", answers, None, 1, -100, " + SMOOTHING + ")");
        String right = writer.line("torch.sum(torch.eq(torch.argmax(" + rows + ", 1), answers))");
        String asked = writer.line("torch.sum(torch.ge(answers, 0))");
        String share = writer.line("torch.div(" + right + ", " + asked + ")");
        return List.of(loss, share);
    }

    private String logits(NetworkWriter writer) {
        String memory = encode(writer, "picture", "places");
        String state = writer.add(embed(writer, "tokens"), "order");
        for (int layer = 0; layer < shape.layers(); layer++) {
            List<String> asked = selfParts(writer, state, layer);
            state = attended(writer, state, asked.get(0), asked.get(1), asked.get(2), "causal", layer);
            state = lookAt(writer, state, keys(writer, memory, layer), values(writer, memory, layer), "shade", layer);
            state = feedForward(writer, state, layer);
        }
        return answer(writer, state);
    }

    /** The crop as a sequence of places [n, places, width]. */
    public String encode(NetworkWriter writer, String picture, String places) {
        String map = writer.tiles(picture, RecognizerShape.TILE);
        int in = RecognizerShape.TILE * RecognizerShape.TILE;
        for (int stage = 0; stage < shape.channels().size(); stage++) {
            int out = shape.channels().get(stage);
            String name = "encoder.stage" + stage;
            int rowStride = stage == 0 ? 1 : 2;
            int columnStride = stage == 1 ? 2 : 1;
            map = writer.relu(
                    writer.convolution(map, new Convolution(name, in, out, 3, rowStride, columnStride, true)));
            for (int block = 0; block < shape.blocks().get(stage); block++) {
                map = writer.residual(map, name + ".block" + block, out);
            }
            in = out;
        }
        String sequence = writer.linear(writer.places(map), "encoder.out", in, shape.width());
        return writer.layerNorm(writer.add(sequence, places), "encoder.norm", shape.width());
    }

    /** Keys of the crop for a decoder layer, in heads. */
    public String keys(NetworkWriter writer, String memory, int layer) {
        return heads(writer, writer.linear(memory, name(layer, "cross.key"), shape.width(), shape.width()));
    }

    /** Values of the crop for a decoder layer, in heads. */
    public String values(NetworkWriter writer, String memory, int layer) {
        return heads(writer, writer.linear(memory, name(layer, "cross.value"), shape.width(), shape.width()));
    }

    /** Tokens as vectors, without their order. */
    public String embed(NetworkWriter writer, String tokens) {
        String rows = writer.embedding(tokens, "decoder.embedding", vocabulary, shape.width());
        return writer.scale(rows, Math.sqrt(shape.width()));
    }

    /** Query, keys and values of the tokens for themselves, in heads. */
    public List<String> selfParts(NetworkWriter writer, String state, int layer) {
        String normed = writer.layerNorm(state, name(layer, "self.norm"), shape.width());
        String all = writer.linear(normed, name(layer, "self.in"), shape.width(), 3 * shape.width());
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            parts.add(heads(writer, writer.part(all, i, 3, 3 * shape.width())));
        }
        return parts;
    }

    private String attended(
            NetworkWriter writer, String state, String query, String keys, String values, String mask, int layer) {
        return selfOut(writer, state, writer.attention(query, keys, values, mask, headWidth()), layer);
    }

    /** The state after the tokens have looked at themselves, for a mask-free step. */
    public String attendStep(NetworkWriter writer, String state, String query, String keys, String values, int layer) {
        return selfOut(writer, state, writer.attention(query, keys, values, headWidth()), layer);
    }

    private String selfOut(NetworkWriter writer, String state, String seen, int layer) {
        String joined = writer.joinHeads(seen, shape.width());
        return writer.add(state, writer.linear(joined, name(layer, "self.out"), shape.width(), shape.width()));
    }

    /** The state after the tokens have looked at the crop. */
    public String lookAt(NetworkWriter writer, String state, String keys, String values, String shade, int layer) {
        String normed = writer.layerNorm(state, name(layer, "cross.norm"), shape.width());
        String query = heads(writer, writer.linear(normed, name(layer, "cross.query"), shape.width(), shape.width()));
        String seen = writer.joinHeads(writer.attention(query, keys, values, shade, headWidth()), shape.width());
        return writer.add(state, writer.linear(seen, name(layer, "cross.out"), shape.width(), shape.width()));
    }

    /** The state after the feed-forward layer. */
    public String feedForward(NetworkWriter writer, String state, int layer) {
        String normed = writer.layerNorm(state, name(layer, "inner.norm"), shape.width());
        String inner = writer.relu(writer.linear(normed, name(layer, "inner.in"), shape.width(), shape.inner()));
        return writer.add(state, writer.linear(inner, name(layer, "inner.out"), shape.inner(), shape.width()));
    }

    /** Logits over the vocabulary. */
    public String answer(NetworkWriter writer, String state) {
        String normed = writer.layerNorm(state, "decoder.norm", shape.width());
        return writer.linear(normed, "decoder.out", shape.width(), vocabulary);
    }

    private String heads(NetworkWriter writer, String sequence) {
        return writer.heads(sequence, shape.heads(), shape.width());
    }

    private int headWidth() {
        return shape.width() / shape.heads();
    }

    private static String name(int layer, String part) {
        return "decoder.layer" + layer + "." + part;
    }

    /** The architecture that it follows. */
    public RecognizerShape shape() {
        return shape;
    }

    /** Number of tokens, marks included. */
    public int vocabulary() {
        return vocabulary;
    }
}
