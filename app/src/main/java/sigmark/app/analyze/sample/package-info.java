/**
 * One sample at a time, with everything known of it. Open {@link sigmark.app.analyze.sample.SamplePane}
 * first.
 */
@NullMarked
package sigmark.app.analyze.sample;

import org.jspecify.annotations.NullMarked;
