/**
 * Commands that make training data and train models: {@code synthesize}, {@code train recognizer}, {@code train detector}.
 * Open {@link sigmark.app.cli.train.TrainCommands} first.
 */
@NullMarked
package sigmark.app.cli.train;

import org.jspecify.annotations.NullMarked;
