/**
 * How long work talks to whoever waits for it: progress, cancellation, problems a person can mend, and the balance
 * that ends every import, export and run. Open {@link sigmark.inference.work.Progress} first. No threads start here.
 */
@NullMarked
package sigmark.inference.work;

import org.jspecify.annotations.NullMarked;
