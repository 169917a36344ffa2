/**
 * The sample project: page images and labels that ship on the class path, and what has happened in the project since, one
 * {@link sigmark.app.work.sample.SamplePart} each. Made into a real project the first time that someone opens it.
 */
@NullMarked
package sigmark.app.work.sample;

import org.jspecify.annotations.NullMarked;
