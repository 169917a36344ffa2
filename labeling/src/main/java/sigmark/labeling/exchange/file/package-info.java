/**
 * Files underneath import and export: finding them, copying with a hash, writing folders that appear only when
 * complete, names that are equal in any Unicode form, tables for spreadsheets. Knows nothing of labels; open
 * {@link sigmark.labeling.exchange.file.ImageCopy} first.
 */
@NullMarked
package sigmark.labeling.exchange.file;

import org.jspecify.annotations.NullMarked;
