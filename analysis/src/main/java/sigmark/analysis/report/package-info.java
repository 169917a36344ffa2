/**
 * An evaluation as files for people: one HTML page that needs nothing else, CSV and JSON beside it. Open
 * {@link sigmark.analysis.report.Report} first. The numbers come from {@code evaluation}.
 */
@NullMarked
package sigmark.analysis.report;

import org.jspecify.annotations.NullMarked;
