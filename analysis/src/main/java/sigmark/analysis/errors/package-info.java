/**
 * What kind of error a wrong reading is: token lists aligned, errors named. Open
 * {@link sigmark.analysis.errors.TokenAlignment} first. How many errors there are is counted in {@code recognition}.
 */
@NullMarked
package sigmark.analysis.errors;

import org.jspecify.annotations.NullMarked;
