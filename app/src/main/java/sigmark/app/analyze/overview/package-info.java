/**
 * Numbers at the top, pictures below, and the samples that make them as table or grid. Open {@link sigmark.app.analyze.overview.OverviewPane}
 * first.
 */
@NullMarked
package sigmark.app.analyze.overview;

import org.jspecify.annotations.NullMarked;
