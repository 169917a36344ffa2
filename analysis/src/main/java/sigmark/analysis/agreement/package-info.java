/**
 * How far two or more judgements of the same things agree: labels of people, their boxes, and rankings of candidates.
 * Open {@link sigmark.analysis.agreement.KrippendorffAlpha} first. An agreement that is undefined is absent, never NaN.
 */
@NullMarked
package sigmark.analysis.agreement;

import org.jspecify.annotations.NullMarked;
