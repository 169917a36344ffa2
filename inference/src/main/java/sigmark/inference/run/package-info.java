/**
 * What a pipeline answered and how long each step took: predictions, timings, the environment of a run. Records only;
 * open {@link sigmark.inference.run.PagePrediction} first. The pipeline that fills them lives in
 * {@code inference.pipeline}, their storage in {@code labeling.store}.
 */
@NullMarked
package sigmark.inference.run;

import org.jspecify.annotations.NullMarked;
