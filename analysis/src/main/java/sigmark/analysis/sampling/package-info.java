/**
 * Acceptance of delivered packages by inspecting a random sample: plans, their chance of acceptance, and what a found
 * number says about the rest. Open {@link sigmark.analysis.sampling.Acceptance} first.
 */
@NullMarked
package sigmark.analysis.sampling;

import org.jspecify.annotations.NullMarked;
