/**
 * Training of the default detector: its network, its pages and patches and targets, its scores. Open
 * {@link sigmark.inference.training.detector.TrainDetector} first. What the trained model does with a page lives in
 * {@code detect}.
 */
@NullMarked
package sigmark.inference.training.detector;

import org.jspecify.annotations.NullMarked;
