package sigmark.inference.model;

/** What CUDA lacks on this machine, with the English words that results and the command line say it in. */
public enum CudaGap {
    NO_SUPPORT("this build of ONNX Runtime has no CUDA support"),
    NO_DRIVER("no NVIDIA driver found"),
    NO_DRIVER_NO_SUPPORT("no NVIDIA driver found, and this build of ONNX Runtime has no CUDA support");

    private final String words;

    CudaGap(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
