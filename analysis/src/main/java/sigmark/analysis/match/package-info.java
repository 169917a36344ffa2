/**
 * Pairs found things with true things one to one. Open {@link sigmark.analysis.match.BoxMatcher} first. What the pairs
 * mean (precision, page scores) lives in {@code detection} and {@code evaluation}.
 */
@NullMarked
package sigmark.analysis.match;

import org.jspecify.annotations.NullMarked;
