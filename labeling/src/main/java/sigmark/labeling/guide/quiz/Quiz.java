package sigmark.labeling.guide.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sigmark.labeling.guide.GuideExample;

/**
 * A quiz as far as it has come.
 *
 * @param items examples in the order in which they are asked
 * @param said what was said of the first ones: true where the example was taken to keep its rule
 */
public record Quiz(List<GuideExample> items, List<Boolean> said) {
    public Quiz {
        if (said.size() > items.size()) {
            throw new IllegalArgumentException("%d answers to %d questions".formatted(said.size(), items.size()));
        }
        items = List.copyOf(items);
        said = List.copyOf(said);
    }

    /** A quiz that nobody has begun to answer. */
    public static Quiz of(List<GuideExample> items) {
        return new Quiz(items, List.of());
    }

    /** The example that is to be judged now; empty at the end. */
    public Optional<GuideExample> current() {
        return said.size() < items.size() ? Optional.of(items.get(said.size())) : Optional.empty();
    }

    /** The quiz after one more answer. */
    public Quiz answered(boolean keeps) {
        List<Boolean> more = new ArrayList<>(said);
        more.add(keeps);
        return new Quiz(items, more);
    }

    /** Whether the answer at a place, from 0, was right. */
    public boolean right(int place) {
        return said.get(place) == items.get(place).good();
    }

    /** Answers that were right so far. */
    public int correct() {
        int count = 0;
        for (int i = 0; i < said.size(); i++) {
            count += right(i) ? 1 : 0;
        }
        return count;
    }

    /** Ids of the rules whose examples were judged wrongly, each once, in the order asked. */
    public List<String> missed() {
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            if (!right(i) && !missed.contains(items.get(i).ruleId())) {
                missed.add(items.get(i).ruleId());
            }
        }
        return missed;
    }
}
