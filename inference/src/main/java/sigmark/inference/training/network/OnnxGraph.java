package sigmark.inference.training.network;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Builds an ONNX file (IR 8, operator set 17) node by node. Values are named by strings. */
public final class OnnxGraph {
    private static final int IR_VERSION = 8;
    private static final int OPERATORS = 17;

    private final GraphProto.Builder graph;
    private final Set<String> constants = new HashSet<>();
    private int values;

    /** Kinds of numbers in arrays. */
    public enum Kind {
        FLOAT(TensorProto.DataType.FLOAT),
        LONG(TensorProto.DataType.INT64);

        private final TensorProto.DataType type;

        Kind(TensorProto.DataType type) {
            this.type = type;
        }
    }

    public OnnxGraph(String name) {
        graph = GraphProto.newBuilder().setName(name);
    }

    /**
     * Declares an input.
     *
     * @param sizes a number for a fixed size, a word for one that varies
     */
    public OnnxGraph input(String name, Kind kind, List<String> sizes) {
        graph.addInput(info(name, kind, sizes));
        return this;
    }

    /** Makes a value an output under a name of its own; sizes as in {@link #input}. */
    public OnnxGraph output(String value, String name, Kind kind, List<String> sizes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Identity")
                .setName(name)
                .addInput(value)
                .addOutput(name));
        graph.addOutput(info(name, kind, sizes));
        return this;
    }

    /** Adds a node with one output and gives the output's name. An empty input name stands for one left out. */
    public String node(String operator, List<String> inputs, AttributeProto... attributes) {
        String output = "v" + values++;
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(operator + "-" + output)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
        return output;
    }

    /** A constant array of floats; the same name must mean the same array. */
    public String floats(String name, float[] content, List<Integer> shape) {
        if (constants.add(name)) {
            ByteBuffer bytes = ByteBuffer.allocate(content.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(content);
            graph.addInitializer(tensor(name, Kind.FLOAT, shape).setRawData(ByteString.copyFrom(bytes.array())));
        }
        return name;
    }

    /** A constant number. */
    public String scalar(double value) {
        return floats("scalar" + value, new float[] {(float) value}, List.of());
    }

    /** A constant list of whole numbers. */
    public String longs(long... content) {
        String name = "longs" + java.util.Arrays.toString(content).replace(" ", "");
        if (constants.add(name)) {
            ByteBuffer bytes = ByteBuffer.allocate(content.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asLongBuffer().put(content);
            graph.addInitializer(
                    tensor(name, Kind.LONG, List.of(content.length)).setRawData(ByteString.copyFrom(bytes.array())));
        }
        return name;
    }

    /** An attribute of a list of whole numbers. */
    public static AttributeProto attribute(String name, List<Integer> numbers) {
        AttributeProto.Builder builder =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        numbers.forEach(builder::addInts);
        return builder.build();
    }

    /** An attribute of one whole number. */
    public static AttributeProto attribute(String name, long number) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(number)
                .build();
    }

    /** An attribute of one float. */
    public static AttributeProto attribute(String name, float number) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF(number)
                .build();
    }

    /** An attribute of a word. */
    public static AttributeProto attribute(String name, String word) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(word))
                .build();
    }

    /** The bytes of the file. */
    public byte[] bytes() {
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("sigmark")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATORS))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static TensorProto.Builder tensor(String name, Kind kind, List<Integer> shape) {
        TensorProto.Builder builder = TensorProto.newBuilder().setName(name).setDataType(kind.type.getNumber());
        shape.forEach(builder::addDims);
        return builder;
    }

    private static ValueInfoProto info(String name, Kind kind, List<String> sizes) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (String size : sizes) {
            TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
            if (size.matches("\\d+")) {
                dimension.setDimValue(Long.parseLong(size));
            } else {
                dimension.setDimParam(size);
            }
            shape.addDim(dimension);
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(kind.type.getNumber())
                                .setShape(shape)))
                .build();
    }
}
