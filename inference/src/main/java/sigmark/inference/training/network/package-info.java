/**
 * Networks described once and written twice: as TorchScript text, which the PyTorch engine trains, and as ONNX, which the
 * product runs. Open {@link sigmark.inference.training.network.NetworkWriter} first. Nothing here knows what a network
 * is for.
 */
@NullMarked
package sigmark.inference.training.network;

import org.jspecify.annotations.NullMarked;
