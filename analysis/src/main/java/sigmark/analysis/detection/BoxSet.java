package sigmark.analysis.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sigmark.inference.work.LeftOut;

/**
 * All true and found boxes of a test set.
 *
 * @param imageIds in the file's order
 * @param categories names by id
 * @param truths in the file's order; of known images and categories only
 * @param found in the file's order; of known images and categories only
 * @param leftOut records that could not be used, each with its reason
 */
public record BoxSet(
        List<Long> imageIds,
        Map<Long, String> categories,
        List<TrueBox> truths,
        List<FoundBox> found,
        List<LeftOut> leftOut) {
    public BoxSet {
        imageIds = List.copyOf(imageIds);
        categories = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(categories));
        truths = List.copyOf(truths);
        found = List.copyOf(found);
        leftOut = List.copyOf(leftOut);
    }

    /** The boxes of one image; of one category of it when they were split so. */
    static final class Part {
        final List<TrueBox> truths = new ArrayList<>();
        final List<FoundBox> found = new ArrayList<>();
    }

    /** By image in ascending order of ids; an image without boxes has an empty part. */
    List<Part> byImage(long category) {
        Map<Long, Part> parts = new TreeMap<>();
        imageIds.forEach(image -> parts.put(image, new Part()));
        for (TrueBox truth : truths) {
            if (truth.categoryId() == category) {
                part(parts, truth.imageId()).truths.add(truth);
            }
        }
        for (FoundBox box : found) {
            if (box.categoryId() == category) {
                part(parts, box.imageId()).found.add(box);
            }
        }
        return List.copyOf(parts.values());
    }

    /** By image in the file's order, all categories together. */
    List<Part> byImage() {
        Map<Long, Part> parts = new LinkedHashMap<>();
        imageIds.forEach(image -> parts.put(image, new Part()));
        truths.forEach(truth -> part(parts, truth.imageId()).truths.add(truth));
        found.forEach(box -> part(parts, box.imageId()).found.add(box));
        return List.copyOf(parts.values());
    }

    /** Detections of the image and category that have most. */
    int mostFound() {
        record Place(long image, long category) {}
        Map<Place, Integer> counts = new HashMap<>();
        found.forEach(box -> counts.merge(new Place(box.imageId(), box.categoryId()), 1, Integer::sum));
        return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private static Part part(Map<Long, Part> parts, long image) {
        return parts.computeIfAbsent(image, id -> new Part());
    }
}
