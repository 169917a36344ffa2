package sigmark.analysis.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;

/** One image's detections told apart: right, ignored, or wrong in one of TIDE's ways. */
final class TideImage {
    private final List<TrueBox> truths;
    private final List<FoundBox> found;
    private final double foreground;
    private final double background;
    private final boolean[] used;
    private final boolean[] usable;
    private final int[] claim;
    private final TideCurve ranked;
    private final List<Hit> hits = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    /** A right detection. */
    record Hit(long category, double score) {}

    /**
     * A wrong detection, or a missed truth, which has no score.
     *
     * @param repair what the detection becomes when its fault is repaired; absent when it then vanishes
     */
    record Fault(TideType type, long category, OptionalDouble score, Optional<Hit> repair) {}

    /**
     * @param ranked takes every detection that counts, right or wrong, by falling score
     */
    TideImage(BoxSet.Part part, double foreground, double background, int best, TideCurve ranked) {
        this.ranked = ranked;
        truths = part.truths.stream().filter(truth -> !truth.crowd()).toList();
        List<FoundBox> sorted = StableOrder.byFallingScore(part.found);
        found = sorted.subList(0, Math.min(best, sorted.size()));
        this.foreground = foreground;
        this.background = background;
        used = new boolean[truths.size()];
        usable = new boolean[truths.size()];
        claim = new int[truths.size()];
        List<TrueBox> crowds = part.truths.stream().filter(TrueBox::crowd).toList();
        List<Integer> wrong = match(crowds);
        List<Pending> pending = new ArrayList<>();
        java.util.Arrays.fill(claim, -1);
        for (int d : wrong) {
            pending.add(classify(d));
        }
        for (Pending one : pending) {
            faults.add(fault(one));
        }
        for (int g = 0; g < truths.size(); g++) {
            if (!used[g] && !usable[g]) {
                faults.add(
                        new Fault(TideType.MISS, truths.get(g).categoryId(), OptionalDouble.empty(), Optional.empty()));
            }
        }
    }

    List<Hit> hits() {
        return hits;
    }

    List<Fault> faults() {
        return faults;
    }

    /** The categories of truths that no detection matched. */
    List<Long> unmatched() {
        List<Long> categories = new ArrayList<>();
        for (int g = 0; g < truths.size(); g++) {
            if (!used[g]) {
                categories.add(truths.get(g).categoryId());
            }
        }
        return categories;
    }

    private record Pending(int detection, TideType type, int truth) {}

    /** Gives right detections their truths; answers the wrong ones that no crowd covers. */
    private List<Integer> match(List<TrueBox> crowds) {
        List<Integer> wrong = new ArrayList<>();
        for (int d = 0; d < found.size(); d++) {
            FoundBox box = found.get(d);
            int best = highest(d, g -> !used[g] && sameClass(box, g));
            if (best >= 0 && iou(d, best) >= foreground) {
                used[best] = true;
                hits.add(new Hit(box.categoryId(), box.score()));
                ranked.add(box.categoryId(), box.score(), true);
            } else if (crowds.stream()
                    .noneMatch(crowd ->
                            crowd.categoryId() == box.categoryId() && box.box().iou(crowd.box(), true) > foreground)) {
                wrong.add(d);
                ranked.add(box.categoryId(), box.score(), false);
            }
        }
        return wrong;
    }

    private Pending classify(int d) {
        FoundBox box = found.get(d);
        int same = highest(d, g -> sameClass(box, g));
        if (truths.isEmpty()) {
            return new Pending(d, TideType.BKG, -1);
        }
        double sameIou = same < 0 ? 0 : iou(d, same);
        if (sameIou >= background && sameIou <= foreground) {
            return claimed(d, TideType.LOC, same);
        }
        int other = highest(d, g -> !sameClass(box, g));
        if (other >= 0 && iou(d, other) >= foreground) {
            return claimed(d, TideType.CLS, other);
        }
        int taken = highest(d, g -> used[g] && sameClass(box, g));
        if (taken >= 0 && iou(d, taken) >= foreground) {
            return new Pending(d, TideType.DUPE, -1);
        }
        int any = highest(d, g -> true);
        return new Pending(d, iou(d, any) <= background ? TideType.BKG : TideType.BOTH, -1);
    }

    /** Marks the truth as one that a repair could reach; of several detections the best-scored first has it. */
    private Pending claimed(int d, TideType type, int truth) {
        if (!used[truth]) {
            usable[truth] = true;
            if (claim[truth] < 0) {
                claim[truth] = d;
            }
        }
        return new Pending(d, type, truth);
    }

    private Fault fault(Pending one) {
        FoundBox box = found.get(one.detection);
        Optional<Hit> repair = Optional.empty();
        if (one.truth >= 0 && !used[one.truth] && claim[one.truth] == one.detection) {
            long category = one.type == TideType.CLS ? truths.get(one.truth).categoryId() : box.categoryId();
            repair = Optional.of(new Hit(category, box.score()));
        }
        return new Fault(one.type, box.categoryId(), OptionalDouble.of(box.score()), repair);
    }

    /** Of the truths asked for, the one with the highest overlap above 0, of equals the first; -1 without any. */
    private int highest(int d, IntPredicate asked) {
        int best = -1;
        double highest = 0;
        for (int g = 0; g < truths.size(); g++) {
            if (asked.test(g)) {
                double overlap = iou(d, g);
                if (best < 0 || overlap > highest) {
                    highest = overlap;
                    best = g;
                }
            }
        }
        return best;
    }

    private double iou(int d, int g) {
        return found.get(d).box().iou(truths.get(g).box(), false);
    }

    private boolean sameClass(FoundBox box, int g) {
        return box.categoryId() == truths.get(g).categoryId();
    }
}
