package sigmark.inference.training;

import java.util.Optional;
import java.util.Random;

/** Gives crops with what should be read from them; the same random stream gives the same crops. */
public interface CropSource {
    /** A crop whose answer has at most so many pieces, or empty when this draw gave none that fits. */
    Optional<LabeledCrop> draw(Random random, int mostPieces);
}
