/** Which labels are most likely wrong: what an inspector should look at first, with the reason in words. */
@NullMarked
package sigmark.analysis.doubt;

import org.jspecify.annotations.NullMarked;
