/**
 * The Analyze workbench: numbers of a run with their intervals, the pictures that filter, the samples below, one sample
 * at a time. Open {@link sigmark.app.analyze.AnalyzeWorkbench} first; {@link sigmark.app.analyze.model.AnalyzeViewModel}
 * knows no node. The numbers come from {@code analysis}.
 */
@NullMarked
package sigmark.app.analyze;

import org.jspecify.annotations.NullMarked;
