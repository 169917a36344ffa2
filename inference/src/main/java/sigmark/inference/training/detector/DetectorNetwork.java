package sigmark.inference.training.detector;

import java.util.List;
import sigmark.inference.training.NormCalibration;
import sigmark.inference.training.network.Convolution;
import sigmark.inference.training.network.NetworkWriter;
import sigmark.inference.training.network.TorchScriptModule;
import sigmark.inference.training.network.TorchScriptWriter;
import sigmark.inference.training.network.Weights;

/**
 * A fully convolutional detector in the manner of FCOS (Tian et al. 2019): a path down to a 64th of the resolution and up
 * again to a quarter, where each cell says how likely it lies inside a formula of either class and how far the formula's
 * four edges are away.
 */
public final class DetectorNetwork {
    /** Pixels of the picture a cell of the result stands for. */
    public static final int STRIDE = 4;

    /** Width and height of a picture must be multiples of this many pixels. */
    public static final int MULTIPLE = 64;

    private static final float RARE = -2.2f;
    private static final List<String> LOSS_INPUTS = List.of("image", "heat", "edges", "weight");

    private final DetectorShape shape;

    public DetectorNetwork(DetectorShape shape) {
        this.shape = shape;
    }

    /** The architecture that it follows. */
    public DetectorShape shape() {
        return shape;
    }

    /** The module with {@code forward(image)} for use and {@code loss(image, heat, edges, weight)} for training. */
    public TorchScriptModule module() {
        return module(false);
    }

    /**
     * The same, trained in bfloat16 where the processor knows it.
     *
     * @param half whether {@code loss} multiplies in bfloat16; {@code check} and {@code forward} never do
     */
    public TorchScriptModule module(boolean half) {
        return new TorchScriptModule(half)
                .method("loss", LOSS_INPUTS, true, this::loss)
                .method("check", LOSS_INPUTS, false, this::loss)
                .method("forward", List.of("image"), false, writer -> List.of(result(writer, "image")));
    }

    /** The module whose method {@link NormCalibration#METHOD} takes images and looks at the batch norms. */
    TorchScriptModule statistics() {
        return new TorchScriptModule()
                .statistics(NormCalibration.METHOD, List.of("image"), writer -> List.of(result(writer, "image")));
    }

    /** First weights: every cell begins as probably no formula. */
    public Weights start(TorchScriptModule module, long seed) {
        Weights weights = Weights.draw(module.parameters(), seed);
        float[] offsets = weights.get("head.out.bias");
        offsets[0] = RARE;
        offsets[1] = RARE;
        return weights;
    }

    /**
     * Map of six channels at a quarter of the image {@code [batch, 1, rows, columns]}, which is 1 where there is ink and 0
     * on paper: logits of inline and display, then logarithms of the distances, in cells, from the cell's middle to the
     * left, top, right and bottom edge.
     */
    public String result(NetworkWriter net, String image) {
        int fine = channels(0);
        int up = shape.topDown();
        String quarter = net.relu(net.convolution(image, Convolution.normalized("quarter", 1, fine, 7, STRIDE)));
        String eighth = level(net, quarter, "eighth", 1);
        String sixteenth = level(net, eighth, "sixteenth", 2);
        String coarse = level(net, sixteenth, "coarse", 3);
        String path = side(net, level(net, coarse, "coarsest", 4), "side64", channels(4), up);
        path = net.relu(net.add(net.upsample(path), side(net, coarse, "side32", channels(3), up)));
        path = net.relu(net.add(net.upsample(path), side(net, sixteenth, "side16", channels(2), up)));
        path = net.relu(net.add(net.upsample(path), side(net, eighth, "side8", channels(1), up)));
        path = layer(net, path, "smooth8", up, up, 1);
        String wide = net.upsample(side(net, path, "narrow", up, fine));
        String sum = net.relu(net.add(wide, side(net, quarter, "side4", fine, fine)));
        return net.convolution(layer(net, sum, "head.in", fine, fine, 1), Convolution.plain("head.out", fine, 6, 1));
    }

    private int channels(int level) {
        return shape.channels().get(level);
    }

    /** Half the resolution of the level before, then its residual blocks; a single one has no number. */
    private String level(NetworkWriter net, String finer, String name, int level) {
        String map = layer(net, finer, name, channels(level - 1), channels(level), 2);
        int blocks = shape.blocks().get(level - 1);
        for (int i = 1; i <= blocks; i++) {
            map = net.residual(map, name + ".block" + (blocks == 1 ? "" : String.valueOf(i)), channels(level));
        }
        return map;
    }

    private static String layer(NetworkWriter net, String map, String name, int in, int out, int stride) {
        return net.relu(net.convolution(map, Convolution.normalized(name, in, out, 3, stride)));
    }

    private static String side(NetworkWriter net, String map, String name, int in, int out) {
        return net.convolution(map, Convolution.normalized(name, in, out, 1, 1));
    }

    /**
     * Focal loss on the heat, generalized IoU (Rezatofighi et al. 2019) on the boxes. After their sum comes the F1 of the
     * cells, those at 0.5 and above counting as found, then the two losses.
     */
    private List<String> loss(TorchScriptWriter net) {
        String result = net.whole(result(net, "image"));
        String p =
                net.line("torch.clamp(torch.sigmoid(torch.slice(%s, 1, 0, 2, 1)), 0.0001, 0.9999)".formatted(result));
        String inside = net.line("torch.to(torch.gt(heat, 0.5), 6)");
        String outside = net.line("torch.to(torch.eq(heat, 0.0), 6)");
        String total = net.line("torch.clamp(torch.sum(weight), 1.0, 1000000.0)");
        String count = net.line("torch.clamp(torch.sum(%s), 100.0, 1000000.0)".formatted(inside));
        String hit =
                net.line("torch.mul(torch.mul(torch.log(%s), torch.pow(torch.rsub(%s, 1), 2)), torch.mul(%s, weight))"
                        .formatted(p, p, inside));
        String miss = net.line(
                "torch.mul(torch.mul(torch.log(torch.rsub(%s, 1)), torch.pow(%s, 2)), %s)".formatted(p, p, outside));
        String found = net.line("torch.div(torch.sum(%s), %s)".formatted(hit, total));
        String invented = net.line("torch.div(torch.sum(%s), %s)".formatted(miss, count));
        String heatLoss = net.line("torch.neg(torch.add(%s, %s))".formatted(found, invented));
        String overlap = overlap(net, result);
        String boxLoss =
                net.line("torch.div(torch.sum(torch.mul(torch.rsub(%s, 1), weight)), %s)".formatted(overlap, total));
        String sum = net.line("torch.add(torch.mul(%s, 2.0), torch.mul(%s, 2.0))".formatted(heatLoss, boxLoss));
        return List.of(sum, rightCells(net, p, inside, outside), heatLoss, boxLoss);
    }

    private static String rightCells(TorchScriptWriter net, String p, String inside, String outside) {
        String found = net.line("torch.to(torch.ge(%s, 0.5), 6)".formatted(p));
        String hits = net.line("torch.sum(torch.mul(%s, %s))".formatted(found, inside));
        String counted = net.line("torch.sum(torch.mul(%s, torch.add(%s, %s)))".formatted(found, inside, outside));
        String all =
                net.line("torch.clamp(torch.add(%s, torch.sum(%s)), 1.0, 1000000000.0)".formatted(counted, inside));
        return net.line("torch.div(torch.mul(%s, 2.0), %s)".formatted(hits, all));
    }

    private static String overlap(TorchScriptWriter net, String result) {
        String found = net.line("torch.exp(torch.clamp(torch.slice(%s, 1, 2, 6, 1), -3.0, 5.5))".formatted(result));
        String shared = net.line("torch.minimum(%s, edges)".formatted(found));
        String hull = net.line("torch.maximum(%s, edges)".formatted(found));
        String inter = area(net, shared);
        String union =
                net.line("torch.sub(torch.add(%s, %s), %s)".formatted(area(net, found), area(net, "edges"), inter));
        String around = net.line("torch.add(%s, 0.001)".formatted(area(net, hull)));
        String iou = net.line("torch.div(%s, torch.add(%s, 0.001))".formatted(inter, union));
        return net.line("torch.sub(%s, torch.div(torch.sub(%s, %s), %s))".formatted(iou, around, union, around));
    }

    /** Width times height of boxes given by four distances. */
    private static String area(TorchScriptWriter net, String d) {
        return net.line(
                "torch.mul(torch.add(torch.slice(%s, 1, 0, 1, 1), torch.slice(%s, 1, 2, 3, 1)), torch.add(torch.slice(%s, 1, 1, 2, 1), torch.slice(%s, 1, 3, 4, 1)))"
                        .formatted(d, d, d, d));
    }
}
