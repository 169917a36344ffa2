/**
 * Training in the Run workbench: what to train and from what, its curves while it goes on, trainings that were broken off.
 * Open {@link sigmark.app.run.train.TrainViewModel} first. How training is done lives in {@code app.work.train}.
 */
@NullMarked
package sigmark.app.run.train;

import org.jspecify.annotations.NullMarked;
