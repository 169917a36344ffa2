package sigmark.inference.run;

/**
 * The machine and versions of a run, so that its times can be read later.
 *
 * @param device {@code cpu} or {@code cuda}, as really used
 * @param deviceReason why not the device that was asked for; empty when it was
 * @param threads worker threads of the pipeline
 * @param memoryBytes memory of the machine
 */
public record RunEnvironment(
        String device,
        String deviceReason,
        String processor,
        int cores,
        int threads,
        long memoryBytes,
        String operatingSystem,
        String java,
        String engine,
        String sigmark) {}
