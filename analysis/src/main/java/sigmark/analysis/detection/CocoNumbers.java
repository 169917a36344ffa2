package sigmark.analysis.detection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * COCO's twelve numbers and what they are made of, 0 to 1; -1 where no truth is in range, as the reference prints.
 *
 * @param ap average precision: mean over IoU 0.5 to 0.95, 101 recall points and classes
 * @param apSmall of truths under 32² pixels; medium under 96², large above
 * @param ar1 average recall with the best detection of an image only
 * @param ar10 with the ten best, or the second cap
 * @param ar100 with the hundred best, or the third cap
 * @param apByIou by threshold: 0.5, 0.55 … 0.95
 * @param byClass by category name
 */
public record CocoNumbers(
        double ap,
        double ap50,
        double ap75,
        double apSmall,
        double apMedium,
        double apLarge,
        double ar1,
        double ar10,
        double ar100,
        double arSmall,
        double arMedium,
        double arLarge,
        List<Double> apByIou,
        Map<String, OfClass> byClass) {
    public CocoNumbers {
        apByIou = List.copyOf(apByIou);
        byClass = Collections.unmodifiableMap(new LinkedHashMap<>(byClass));
    }

    /** One category's numbers. */
    public record OfClass(double ap, double ap50, double ap75, double ar) {}
}
