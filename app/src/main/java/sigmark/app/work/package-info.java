/**
 * What the window and the command line both do with more than one floor: pipeline runs over a project, the check of this
 * machine. Knows no JavaFX and starts no threads; open {@link sigmark.app.work.MachineCheck} first.
 */
@NullMarked
package sigmark.app.work;

import org.jspecify.annotations.NullMarked;
