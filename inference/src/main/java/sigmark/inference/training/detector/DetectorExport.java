package sigmark.inference.training.detector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sigmark.inference.training.Checkpoint;
import sigmark.inference.training.network.OnnxGraph;
import sigmark.inference.training.network.OnnxWriter;
import sigmark.inference.training.network.Weights;

/** Writes the trained detector as ONNX: {@code image [1, 1, rows, columns]} to {@code cells [1, 6, rows/4, columns/4]}. */
public final class DetectorExport {
    private DetectorExport() {}

    /** Writes {@code model.onnx}. Arguments: a checkpoint of the training, a folder. */
    public static void main(String[] arguments) throws IOException {
        var parameters = DetectorNetwork.module().parameters();
        Checkpoint checkpoint = Checkpoint.read(Path.of(arguments[0]), parameters);
        Files.write(Path.of(arguments[1]).resolve("model.onnx"), onnx(checkpoint.weights()));
    }

    /** The file's bytes. */
    public static byte[] onnx(Weights weights) {
        OnnxGraph graph = new OnnxGraph("detector");
        graph.input("image", OnnxGraph.Kind.FLOAT, List.of("1", "1", "rows", "columns"));
        String result = DetectorNetwork.result(new OnnxWriter(graph, weights), "image");
        graph.output(result, "cells", OnnxGraph.Kind.FLOAT, List.of("1", "6", "cellRows", "cellColumns"));
        return graph.bytes();
    }
}
