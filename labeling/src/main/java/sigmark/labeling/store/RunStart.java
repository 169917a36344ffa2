package sigmark.labeling.store;

import sigmark.inference.run.RunEnvironment;

/**
 * What is known of a run when it starts.
 *
 * @param pipeline name and version, such as {@code default 1}
 * @param detectorHash SHA-256 of the detector's files; empty when the pipeline has none
 * @param query the slice query that chose the pages
 * @param warmUpPages first pages whose times are kept apart from percentiles
 */
public record RunStart(
        String pipeline,
        String detectorHash,
        String recognizerHash,
        String query,
        int warmUpPages,
        RunEnvironment environment) {}
