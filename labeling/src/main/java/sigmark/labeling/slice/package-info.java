/**
 * The query language that chooses pages and regions everywhere: page lists, runs, packages, plans; and the dealing of
 * pages to train, validation and test. Open {@link sigmark.labeling.slice.SliceQuery} first. Here are its grammar and
 * its meaning on single records; answering it fast over a whole project is {@code labeling.store}'s.
 */
@NullMarked
package sigmark.labeling.slice;

import org.jspecify.annotations.NullMarked;
