package sigmark.analysis.match;

import java.util.List;

/**
 * One-to-one pairs of a page's true and predicted boxes, and what was left.
 *
 * @param pairs by ascending truth
 * @param missed places of truths that no prediction took
 * @param extra places of predictions that took no truth
 * @param ignored places of predictions that lie on a truth that does not count; neither right nor wrong
 */
public record BoxMatching(List<BoxPair> pairs, List<Integer> missed, List<Integer> extra, List<Integer> ignored) {
    public BoxMatching {
        pairs = List.copyOf(pairs);
        missed = List.copyOf(missed);
        extra = List.copyOf(extra);
        ignored = List.copyOf(ignored);
    }
}
