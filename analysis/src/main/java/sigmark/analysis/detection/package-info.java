/**
 * How well boxes were found: precision, recall, F1, COCO's twelve numbers, TIDE's error types, the rules of TFD-ICDAR2019
 * and IBEM. Open {@link sigmark.analysis.detection.BoxScore} first. Pairing boxes of one page for people to look at is
 * {@code match}.
 */
@NullMarked
package sigmark.analysis.detection;

import org.jspecify.annotations.NullMarked;
