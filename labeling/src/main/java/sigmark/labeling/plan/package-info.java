/**
 * Records of the data plan: a pipeline's design with the truth it needs, trainings that a learning curve is fitted to,
 * iterations. The arithmetic is in {@code analysis.plan}. Open {@link sigmark.labeling.plan.PipelineDesign} first.
 */
@NullMarked
package sigmark.labeling.plan;

import org.jspecify.annotations.NullMarked;
