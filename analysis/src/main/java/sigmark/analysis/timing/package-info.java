/**
 * How long a run's steps took: percentiles, throughput, warm-up apart. Open {@link sigmark.analysis.timing.RunTimes}
 * first.
 */
@NullMarked
package sigmark.analysis.timing;

import org.jspecify.annotations.NullMarked;
