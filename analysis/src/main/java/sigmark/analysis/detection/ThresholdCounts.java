package sigmark.analysis.detection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Right, wrong and missed boxes at one IoU threshold by COCO's matching rule, without its cut at 100 detections.
 *
 * @param all summed over categories
 * @param byClass by category name
 */
public record ThresholdCounts(double threshold, BoxCounts all, Map<String, BoxCounts> byClass) {
    public ThresholdCounts {
        byClass = Collections.unmodifiableMap(new LinkedHashMap<>(byClass));
    }

    /**
     * Counts detections of at least a score.
     *
     * @param threshold IoU above 0 to 1
     * @param minScore detections below are not there
     */
    public static ThresholdCounts of(BoxSet boxes, double threshold, double minScore) {
        BoxCounts all = BoxCounts.NONE;
        Map<String, BoxCounts> byClass = new LinkedHashMap<>();
        for (long category : boxes.categories().keySet().stream().sorted().toList()) {
            List<ImageClass> images = new ArrayList<>();
            for (BoxSet.Part part : boxes.byImage(category)) {
                List<FoundBox> found =
                        part.found.stream().filter(f -> f.score() >= minScore).toList();
                images.add(new ImageClass(part.truths, found, Integer.MAX_VALUE));
            }
            BoxCounts counts = ClassMatches.of(images, new double[] {threshold}, SizeRange.ALL, Integer.MAX_VALUE)
                    .counts(0);
            byClass.put(boxes.categories().getOrDefault(category, Long.toString(category)), counts);
            all = all.plus(counts);
        }
        return new ThresholdCounts(threshold, all, byClass);
    }
}
