package sigmark.inference.training;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Crops from several sources, each with its share of the draws. */
public final class MixedCrops implements CropSource {
    private final List<Part> parts;

    /**
     * A source with its share.
     *
     * @param weight relative to the other parts, not negative
     */
    public record Part(CropSource source, double weight) {
        public Part {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("weight " + weight);
            }
        }
    }

    public MixedCrops(List<Part> parts) {
        this.parts = parts.stream().filter(part -> part.weight() > 0).toList();
        if (this.parts.isEmpty()) {
            throw new IllegalArgumentException("no source of crops has a weight");
        }
    }

    @Override
    public Optional<LabeledCrop> draw(Random random, int mostPieces) {
        double total = parts.stream().mapToDouble(Part::weight).sum();
        double left = random.nextDouble() * total;
        for (Part part : parts) {
            left -= part.weight();
            if (left < 0) {
                return part.source().draw(random, mostPieces);
            }
        }
        return parts.get(parts.size() - 1).source().draw(random, mostPieces);
    }
}
