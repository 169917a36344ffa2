/**
 * How good the pictures are that a formula was read from, measured from their pixels. Open
 * {@link sigmark.analysis.quality.CropMeter} first. What follows for the numbers is {@code weakness}'s.
 */
@NullMarked
package sigmark.analysis.quality;

import org.jspecify.annotations.NullMarked;
