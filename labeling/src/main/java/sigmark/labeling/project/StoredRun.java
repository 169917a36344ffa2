package sigmark.labeling.project;

import java.time.Instant;
import sigmark.inference.run.RunEnvironment;

/**
 * One pipeline over one set of pages on one device; immutable once finished. Its predictions are read page by page from
 * the store.
 *
 * @param id ascending number within the project, shown as "Run 3"
 * @param pipeline name and version, such as {@code default 1}
 * @param detectorHash SHA-256 of the detector's files; empty when the pipeline has none
 * @param recognizerHash SHA-256 of the recognizer's files
 * @param query the slice query that chose the pages
 * @param dataRevision the project's revision when the run started
 * @param pages pages in all, failed ones included
 * @param warmUpPages first pages whose times are kept apart from percentiles
 * @param finished false when it was cancelled or killed: what was done is kept
 */
public record StoredRun(
        long id,
        String pipeline,
        String detectorHash,
        String recognizerHash,
        String query,
        Instant startedAt,
        Instant endedAt,
        long dataRevision,
        int pages,
        int failed,
        int formulas,
        int warmUpPages,
        boolean finished,
        String person,
        RunEnvironment environment) {}
