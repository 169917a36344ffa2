package sigmark.inference.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import sigmark.inference.training.network.ParameterSpec;
import sigmark.inference.training.network.TorchScriptArchive;
import sigmark.inference.training.network.TorchScriptModule;
import sigmark.inference.training.network.Weights;

/**
 * A network in the PyTorch engine with its weights as native arrays. One thread at a time; native memory lives until
 * {@link #close()}.
 */
public final class TorchNetwork implements AutoCloseable {
    private static final String ENGINE = "PyTorch";
    private static final String LIST_NAME = "p[]";

    private final List<ParameterSpec> specs;
    private final PtNDManager manager;
    private final PtSymbolBlock block;
    private final List<PtNDArray> parameters = new ArrayList<>();

    public TorchNetwork(TorchScriptModule module, Weights weights) {
        specs = module.parameters();
        manager = (PtNDManager) NDManager.newBaseManager(ENGINE);
        JniUtils.setGraphExecutorOptimize(false);
        try {
            block = JniUtils.loadModule(
                    manager, new ByteArrayInputStream(TorchScriptArchive.pack(module)), false, false);
        } catch (IOException e) {
            manager.close();
            throw new UncheckedIOException(e);
        }
        for (ParameterSpec spec : specs) {
            PtNDArray array = array(spec, weights.get(spec.name()));
            array.setName(LIST_NAME);
            if (spec.trained()) {
                JniUtils.attachGradient(array, true);
            }
            parameters.add(array);
        }
    }

    /** Sets for the whole process how many threads one operation may use. */
    public static void useThreads(int threads) {
        Engine.getEngine(ENGINE); // loads the native library
        if (JniUtils.getNumThreads() != threads) {
            JniUtils.setNumThreads(threads);
        }
    }

    /** Runs a method without gradients and copies out what it returns. */
    public List<float[]> run(String method, List<TrainingArray> inputs) {
        JniUtils.setGradMode(false);
        try (NDManager scope = manager.newSubManager()) {
            NDList results = call(method, inputs, scope, false);
            List<float[]> values = new ArrayList<>();
            for (NDArray result : results) {
                values.add(result.toFloatArray());
            }
            return values;
        }
    }

    /** Results of a method; they belong to the scope. With gradients they can be propagated back. */
    NDList call(String method, List<TrainingArray> inputs, NDManager scope, boolean gradients) {
        NDList arguments = new NDList();
        NDArray chooser = scope.create(0f);
        chooser.setName("module_method:" + method);
        arguments.add(chooser);
        for (TrainingArray input : inputs) {
            arguments.add(input.in(scope));
        }
        arguments.addAll(parameters);
        NDList results = IValueUtils.forward(block, arguments, gradients);
        results.attach(scope);
        return results;
    }

    /** The current values, copied out of native memory. */
    public Weights weights() {
        Weights weights = new Weights();
        for (int i = 0; i < specs.size(); i++) {
            weights.put(specs.get(i), parameters.get(i).toFloatArray());
        }
        return weights;
    }

    List<ParameterSpec> specs() {
        return specs;
    }

    PtNDArray parameter(int index) {
        return parameters.get(index);
    }

    PtNDManager manager() {
        return manager;
    }

    PtNDArray array(ParameterSpec spec, float[] values) {
        long[] shape = spec.shape().stream().mapToLong(Integer::longValue).toArray();
        return (PtNDArray) manager.create(values, new Shape(shape));
    }

    @Override
    public void close() {
        block.close();
        manager.close();
    }
}
