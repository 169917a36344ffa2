/**
 * Keeps a project in its folder: one SQLite file with all that people typed, images copied in or linked. Open
 * {@link sigmark.labeling.store.ProjectStore} first. The only package with SQL; everything blocks, is safe for several
 * threads, and is durable when it returns.
 */
@NullMarked
package sigmark.labeling.store;

import org.jspecify.annotations.NullMarked;
