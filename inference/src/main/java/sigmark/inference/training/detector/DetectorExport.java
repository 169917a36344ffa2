package sigmark.inference.training.detector;

import java.util.List;
import sigmark.inference.training.network.OnnxGraph;
import sigmark.inference.training.network.OnnxWriter;
import sigmark.inference.training.network.Weights;

/** Writes the trained detector as ONNX: {@code image [1, 1, rows, columns]} to {@code cells [1, 6, rows/4, columns/4]}. */
public final class DetectorExport {
    private DetectorExport() {}

    /** The file's bytes. */
    public static byte[] onnx(DetectorNetwork network, Weights weights) {
        OnnxGraph graph = new OnnxGraph("detector");
        graph.input("image", OnnxGraph.Kind.FLOAT, List.of("1", "1", "rows", "columns"));
        String result = network.result(new OnnxWriter(graph, weights), "image");
        graph.output(result, "cells", OnnxGraph.Kind.FLOAT, List.of("1", "6", "cellRows", "cellColumns"));
        return graph.bytes();
    }
}
