package sigmark.labeling.requirement;

/**
 * The machines that the service may use.
 *
 * @param machines how many, at least 1
 * @param cores of each, at least 1
 * @param memoryGib of each, above 0
 * @param gpu whether each has one
 */
public record Hardware(int machines, int cores, double memoryGib, boolean gpu) {
    public Hardware {
        if (machines < 1 || cores < 1 || !(memoryGib > 0)) {
            throw new IllegalArgumentException(
                    "machines=%d cores=%d memoryGib=%s".formatted(machines, cores, memoryGib));
        }
    }
}
