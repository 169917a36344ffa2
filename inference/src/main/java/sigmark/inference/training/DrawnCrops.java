package sigmark.inference.training;

import java.util.Optional;
import java.util.Random;

/** Crops drawn anew each time, from formulas of a mix. */
public record DrawnCrops(FormulaMix mix, CropPainter painter) implements CropSource {
    @Override
    public Optional<LabeledCrop> draw(Random random, int mostPieces) {
        return mix.draw(random, mostPieces).flatMap(text -> painter.paint(text.latex(), random)
                .map(image -> new LabeledCrop(image, text.pieces())));
    }
}
