/**
 * The Run workbench: choose pipeline, pages and device, watch a run, see how long its steps take, put proposals on
 * pages. Open {@link sigmark.app.run.RunViewModel} first; {@link sigmark.app.run.RunMachine} is its way to the models.
 */
@NullMarked
package sigmark.app.run;

import org.jspecify.annotations.NullMarked;
