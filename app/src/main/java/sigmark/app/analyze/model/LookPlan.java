package sigmark.app.analyze.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import sigmark.analysis.compare.SamplePair;

/**
 * Which pairs a person looks at before deciding: losses, wins and those that both got wrong, drawn and mixed with a fixed
 * seed, so that everybody is shown the same ones and nobody chooses them.
 */
public record LookPlan(List<SamplePair> pairs) {
    public static final LookPlan NONE = new LookPlan(List.of());

    private static final long SEED = 7;
    private static final int LOSSES = 30;
    private static final int WINS = 20;
    private static final int BOTH_WRONG = 10;

    public LookPlan {
        pairs = List.copyOf(pairs);
    }

    static LookPlan of(PairLists lists) {
        Random random = new Random(SEED);
        List<SamplePair> drawn = new ArrayList<>();
        drawn.addAll(draw(lists.of(PairLists.Outcome.LOSSES), LOSSES, random));
        drawn.addAll(draw(lists.of(PairLists.Outcome.WINS), WINS, random));
        drawn.addAll(draw(lists.of(PairLists.Outcome.BOTH_WRONG), BOTH_WRONG, random));
        Collections.shuffle(drawn, random);
        return new LookPlan(drawn);
    }

    private static List<SamplePair> draw(List<SamplePair> pairs, int most, Random random) {
        List<SamplePair> all = new ArrayList<>(pairs);
        Collections.shuffle(all, random);
        return all.subList(0, Math.min(most, all.size()));
    }
}
