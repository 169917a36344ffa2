/**
 * Inspects delivered packages: which plan, which sample, and what the found number says. Open
 * {@link sigmark.analysis.acceptance.PackageInspection} first.
 */
@NullMarked
package sigmark.analysis.acceptance;

import org.jspecify.annotations.NullMarked;
