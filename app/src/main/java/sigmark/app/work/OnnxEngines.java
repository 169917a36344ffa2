package sigmark.app.work;

import sigmark.inference.detect.Detector;
import sigmark.inference.detect.OnnxDetector;
import sigmark.inference.model.Device;
import sigmark.inference.model.ModelFiles;
import sigmark.inference.pipeline.Pipelines;
import sigmark.inference.recognize.OnnxRecognizer;
import sigmark.inference.recognize.Recognizer;

/** Models on ONNX Runtime, the engine that Sigmark ships. */
final class OnnxEngines implements Pipelines.Engines {
    @Override
    public Detector detector(ModelFiles files, Device device, int threads) {
        return OnnxDetector.of(files, device, threads);
    }

    @Override
    public Recognizer recognizer(ModelFiles files, Device device, int threads) {
        return OnnxRecognizer.of(files, device, threads);
    }
}
