/**
 * Training as the command line and the window do it: data out of a project, a folder for the run, and a new model beside
 * the old ones. Open {@link sigmark.app.work.train.Lesson} first.
 */
@NullMarked
package sigmark.app.work.train;

import org.jspecify.annotations.NullMarked;
