package sigmark.inference.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where models really run.
 *
 * @param name {@code cpu} or {@code cuda}
 * @param reason why it is not what was asked for; empty when it is
 */
public record Device(String name, String reason) {
    private static final Path NVIDIA_DRIVER = Path.of("/proc/driver/nvidia/version");

    /** The CPU, as asked for. */
    public static final Device CPU = new Device("cpu", "");

    /** The device for a wish; falls back to the CPU with the reason. */
    public static Device choose(DeviceWish wish) {
        if (wish == DeviceWish.CPU) {
            return CPU;
        }
        String missing = missingForCuda();
        if (missing.isEmpty()) {
            return new Device("cuda", "");
        }
        return new Device("cpu", wish == DeviceWish.CUDA ? missing : "");
    }

    /** Why CUDA cannot be used; empty when it can. */
    public static String missingForCuda() {
        return cudaGap().map(CudaGap::words).orElse("");
    }

    /** What CUDA lacks here; empty when it can be used. */
    public static Optional<CudaGap> cudaGap() {
        boolean driver = Files.exists(NVIDIA_DRIVER);
        if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
            return Optional.of(driver ? CudaGap.NO_SUPPORT : CudaGap.NO_DRIVER_NO_SUPPORT);
        }
        return driver ? Optional.empty() : Optional.of(CudaGap.NO_DRIVER);
    }

    public boolean cuda() {
        return name.equals("cuda");
    }
}
