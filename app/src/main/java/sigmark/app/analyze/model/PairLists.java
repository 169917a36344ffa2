package sigmark.app.analyze.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sigmark.analysis.compare.RunComparison;
import sigmark.analysis.compare.SamplePair;

/** The formulas that both runs took, by which of them read them right. */
public record PairLists(Map<Outcome, List<SamplePair>> lists) {
    public static final PairLists NONE = new PairLists(Map.of());

    /** Who is right about a formula; the candidate is the first of a pair. */
    public enum Outcome {
        /** Only the candidate is right. */
        WINS,
        /** Only the other is right. */
        LOSSES,
        BOTH_WRONG,
        BOTH_RIGHT;

        /** The word in message keys: lower case with hyphens. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Outcome of(SamplePair pair) {
            if (pair.first().right()) {
                return pair.second().right() ? BOTH_RIGHT : WINS;
            }
            return pair.second().right() ? LOSSES : BOTH_WRONG;
        }
    }

    public PairLists {
        lists = Map.copyOf(lists);
    }

    /** Those of an outcome, the largest difference of distance first. */
    public List<SamplePair> of(Outcome outcome) {
        return lists.getOrDefault(outcome, List.of());
    }

    static PairLists of(RunComparison comparison) {
        Map<Outcome, List<SamplePair>> lists = new EnumMap<>(Outcome.class);
        for (List<SamplePair> pairs : List.of(comparison.wins(), comparison.losses(), comparison.ties())) {
            for (SamplePair pair : pairs) {
                lists.computeIfAbsent(Outcome.of(pair), key -> new ArrayList<>())
                        .add(pair);
            }
        }
        lists.values().forEach(list -> list.sort(Comparator.comparingDouble(pair -> -Math.abs(pair.difference()))));
        return new PairLists(lists);
    }
}
