package sigmark.analysis.quality;

import java.util.OptionalDouble;

/**
 * A formula's picture in four numbers.
 *
 * @param blur width of its sharpest edges in pixels: 1 when they are as sharp as pixels can show, more when blurred
 * @param contrast of ink against paper, 0 to 1
 * @param em pixels of one em of its type, found by holding the box against the layout of the labeled LaTeX; absent without
 *     LaTeX that can be laid out
 * @param skew of its page in degrees, within ±10: positive when lines fall to the right
 */
public record CropQuality(double blur, double contrast, OptionalDouble em, double skew) {}
