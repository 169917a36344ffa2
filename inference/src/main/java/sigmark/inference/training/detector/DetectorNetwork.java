package sigmark.inference.training.detector;

import java.util.List;
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

    private static final int UP = 48;
    private static final int FINE = 24;
    private static final float RARE = -2.2f;

    private DetectorNetwork() {}

    /** The module with {@code forward(image)} for use and {@code loss(image, heat, edges, weight)} for training. */
    public static TorchScriptModule module() {
        return new TorchScriptModule()
                .method("loss", List.of("image", "heat", "edges", "weight"), true, writer -> loss(writer))
                .method("forward", List.of("image"), false, writer -> List.of(result(writer, "image")));
    }

    /** First weights: every cell begins as probably no formula. */
    public static Weights start(TorchScriptModule module, long seed) {
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
    public static String result(NetworkWriter net, String image) {
        String quarter = net.relu(net.convolution(image, Convolution.normalized("quarter", 1, FINE, 7, STRIDE)));
        String eighth = net.residual(layer(net, quarter, "eighth", FINE, UP, 2), "eighth.block", UP);
        String sixteenth = layer(net, eighth, "sixteenth", UP, 80, 2);
        sixteenth = net.residual(net.residual(sixteenth, "sixteenth.block1", 80), "sixteenth.block2", 80);
        String coarse = net.residual(layer(net, sixteenth, "coarse", 80, 112, 2), "coarse.block", 112);
        String coarsest = net.residual(layer(net, coarse, "coarsest", 112, 112, 2), "coarsest.block", 112);
        String up = side(net, coarsest, "side64", 112, UP);
        up = net.relu(net.add(net.upsample(up), side(net, coarse, "side32", 112, UP)));
        up = net.relu(net.add(net.upsample(up), side(net, sixteenth, "side16", 80, UP)));
        up = net.relu(net.add(net.upsample(up), side(net, eighth, "side8", UP, UP)));
        up = layer(net, up, "smooth8", UP, UP, 1);
        String wide = net.upsample(side(net, up, "narrow", UP, FINE));
        String fine = net.relu(net.add(wide, side(net, quarter, "side4", FINE, FINE)));
        return net.convolution(layer(net, fine, "head.in", FINE, FINE, 1), Convolution.plain("head.out", FINE, 6, 1));
    }

    private static String layer(NetworkWriter net, String map, String name, int in, int out, int stride) {
        return net.relu(net.convolution(map, Convolution.normalized(name, in, out, 3, stride)));
    }

    private static String side(NetworkWriter net, String map, String name, int in, int out) {
        return net.convolution(map, Convolution.normalized(name, in, out, 1, 1));
    }

    /** Focal loss on the heat, generalized IoU (Rezatofighi et al. 2019) on the boxes. */
    private static List<String> loss(TorchScriptWriter net) {
        String result = result(net, "image");
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
        return List.of(sum, heatLoss, boxLoss);
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
