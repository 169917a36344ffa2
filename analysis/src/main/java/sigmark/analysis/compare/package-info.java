/**
 * Two runs on the same samples: who wins where, and whether it is more than chance. Open
 * {@link sigmark.analysis.compare.RunComparison} first. One run against the labels is {@code evaluation}.
 */
@NullMarked
package sigmark.analysis.compare;

import org.jspecify.annotations.NullMarked;
