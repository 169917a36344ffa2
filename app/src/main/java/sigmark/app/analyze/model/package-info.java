/**
 * What the Analyze workbench shows, without a node: samples, their figures, conditions and orders, and the way back. Open
 * {@link sigmark.app.analyze.model.AnalyzeViewModel} first.
 */
@NullMarked
package sigmark.app.analyze.model;

import org.jspecify.annotations.NullMarked;
