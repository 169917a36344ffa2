/**
 * Trains networks with the PyTorch engine: batches, schedule, optimizer, checkpoints, and the recognizer's own data and
 * export. Open {@link sigmark.inference.training.Trainer} first; networks are described in {@code training.network}.
 */
@NullMarked
package sigmark.inference.training;

import org.jspecify.annotations.NullMarked;
