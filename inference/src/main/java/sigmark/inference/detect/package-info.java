/**
 * Finds formulas on a page. Open {@link sigmark.inference.detect.Detector} first; one class per kind of network.
 */
@NullMarked
package sigmark.inference.detect;

import org.jspecify.annotations.NullMarked;
