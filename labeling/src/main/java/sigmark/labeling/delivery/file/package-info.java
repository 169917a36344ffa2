/**
 * Work packages as files: a zip with a signed manifest that states every entry's size and hash. Reading trusts nothing;
 * open {@link sigmark.labeling.delivery.file.PackageReader} first.
 */
@NullMarked
package sigmark.labeling.delivery.file;

import org.jspecify.annotations.NullMarked;
