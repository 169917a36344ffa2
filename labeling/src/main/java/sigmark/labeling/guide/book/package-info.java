/**
 * A guide as something to read: its Markdown in blocks, and the whole of it as one HTML page or PDF. Open
 * {@link sigmark.labeling.guide.book.Markdown} and {@link sigmark.labeling.guide.book.GuideBook} first.
 */
@NullMarked
package sigmark.labeling.guide.book;

import org.jspecify.annotations.NullMarked;
