package sigmark.analysis.detection;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The boxes of one category matched on every image by COCO's rule, for several IoU thresholds at once.
 *
 * <p>On each image detections go by falling score (stable), at most {@code cap} of them; each takes, of the truths still
 * free and of any crowd, the one with the highest IoU not below the threshold, of equals the last; truths that count
 * before those that do not. A detection matched to a truth that does not count is ignored; so is an unmatched one whose
 * area lies outside the size range.
 */
final class ClassMatches {
    /** The images' matches one after another, ascending image id, falling score within an image. */
    private final double[] scores;

    private final int[] rankOnImage;
    private final int[] trueBits;
    private final int[] ignoredBits;
    private final int[] matchedBits;
    private final int count;
    private final int positives;

    private ClassMatches(Builder builder) {
        count = builder.count;
        scores = Arrays.copyOf(builder.scores, count);
        rankOnImage = Arrays.copyOf(builder.rankOnImage, count);
        trueBits = Arrays.copyOf(builder.trueBits, count);
        ignoredBits = Arrays.copyOf(builder.ignoredBits, count);
        matchedBits = Arrays.copyOf(builder.matchedBits, count);
        positives = builder.positives;
    }

    /**
     * Matches every image.
     *
     * @param thresholds at most 31
     * @param cap most detections of an image
     */
    static ClassMatches of(List<ImageClass> images, double[] thresholds, SizeRange range, int cap) {
        Builder builder = new Builder(thresholds, range, cap);
        images.forEach(builder::add);
        return new ClassMatches(builder);
    }

    /** Truths that count. */
    int positives() {
        return positives;
    }

    /** Found boxes, ignored ones included. */
    int count() {
        return count;
    }

    double score(int place) {
        return scores[place];
    }

    int rankOnImage(int place) {
        return rankOnImage[place];
    }

    /** As the reference counts: matched to a truth that counts and whose id is not 0. */
    boolean isTrue(int place, int threshold) {
        return (trueBits[place] >> threshold & 1) != 0;
    }

    boolean isMatched(int place, int threshold) {
        return (matchedBits[place] >> threshold & 1) != 0;
    }

    boolean isIgnored(int place, int threshold) {
        return (ignoredBits[place] >> threshold & 1) != 0;
    }

    /** Right, wrong and missed at a threshold, whatever the truths' ids are. */
    BoxCounts counts(int threshold) {
        int right = 0;
        int wrong = 0;
        for (int place = 0; place < count; place++) {
            if (!isIgnored(place, threshold)) {
                if (isMatched(place, threshold)) {
                    right++;
                } else {
                    wrong++;
                }
            }
        }
        return new BoxCounts(right, wrong, positives - right);
    }

    /** Places by falling score, equal scores by image; only the first {@code perImage} of each image. */
    int[] ranked(int perImage) {
        int[] kept = IntStream.range(0, count)
                .filter(place -> rankOnImage[place] < perImage)
                .toArray();
        return StableOrder.byFalling(kept, scores);
    }

    private static final class Builder {
        final double[] thresholds;
        final SizeRange range;
        final int cap;
        double[] scores = new double[1024];
        int[] rankOnImage = new int[1024];
        int[] trueBits = new int[1024];
        int[] ignoredBits = new int[1024];
        int[] matchedBits = new int[1024];
        int count;
        int positives;

        Builder(double[] thresholds, SizeRange range, int cap) {
            if (thresholds.length > 31) {
                throw new IllegalArgumentException(thresholds.length + " thresholds");
            }
            this.thresholds = thresholds;
            this.range = range;
            this.cap = cap;
        }

        void add(ImageClass image) {
            int[] truths = image.countingFirst(range);
            boolean[] outside = new boolean[truths.length];
            int counting = 0;
            for (int g = 0; g < truths.length; g++) {
                outside[g] = image.ignored(truths[g], range);
                counting += outside[g] ? 0 : 1;
            }
            positives += counting;
            int found = Math.min(cap, image.foundCount());
            grow(count + found);
            boolean[] taken = new boolean[truths.length];
            for (int t = 0; t < thresholds.length; t++) {
                Arrays.fill(taken, false);
                for (int d = 0; d < found; d++) {
                    int g = image.best(d, truths, outside, taken, Math.min(thresholds[t], 1 - 1e-10));
                    mark(count + d, t, image, d, g < 0 ? -1 : truths[g], g >= 0 && outside[g]);
                    if (g >= 0) {
                        taken[g] = true;
                    }
                }
            }
            for (int d = 0; d < found; d++) {
                scores[count + d] = image.score(d);
                rankOnImage[count + d] = d;
            }
            count += found;
        }

        private void mark(int place, int t, ImageClass image, int d, int truth, boolean outside) {
            if (truth < 0) {
                if (!range.holds(image.foundArea(d))) {
                    ignoredBits[place] |= 1 << t;
                }
                return;
            }
            matchedBits[place] |= 1 << t;
            if (outside) {
                ignoredBits[place] |= 1 << t;
            } else if (image.truthId(truth) != 0) {
                trueBits[place] |= 1 << t;
            } else if (!range.holds(image.foundArea(d))) {
                ignoredBits[place] |= 1 << t;
            }
        }

        private void grow(int needed) {
            if (needed > scores.length) {
                int size = Math.max(needed, scores.length * 2);
                scores = Arrays.copyOf(scores, size);
                rankOnImage = Arrays.copyOf(rankOnImage, size);
                trueBits = Arrays.copyOf(trueBits, size);
                ignoredBits = Arrays.copyOf(ignoredBits, size);
                matchedBits = Arrays.copyOf(matchedBits, size);
            }
        }
    }
}
