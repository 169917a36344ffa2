package sigmark.analysis.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sigmark.inference.page.Box;

class BoxMatcherTest {
    private static final Box LEFT = new Box(0, 0, 10, 10);
    private static final Box RIGHT = new Box(20, 0, 30, 10);

    @Test
    void theBetterScoreChoosesFirst() {
        Box exact = new Box(0, 0, 10, 10);
        Box loose = new Box(0, 0, 10, 12);
        BoxMatching matching = BoxMatcher.byScore(List.of(LEFT), List.of(exact, loose), List.of(0.5, 0.9), 0.5);
        assertThat(matching.pairs()).containsExactly(new BoxPair(0, 1, 100 / 120.0));
        assertThat(matching.extra()).containsExactly(0);
        assertThat(matching.missed()).isEmpty();
    }

    @Test
    void equalScoresKeepTheirOrderAndOfEqualTruthsTheLastWins() {
        BoxMatching matching =
                BoxMatcher.byScore(List.of(LEFT, LEFT), List.of(LEFT, LEFT, RIGHT), List.of(0.7, 0.7, 0.7), 0.5);
        assertThat(matching.pairs()).containsExactly(new BoxPair(0, 1, 1), new BoxPair(1, 0, 1));
        assertThat(matching.extra()).containsExactly(2);
    }

    @Test
    void anOverlapOfExactlyTheThresholdMatches() {
        Box half = new Box(0, 0, 10, 5);
        assertThat(BoxMatcher.byScore(List.of(LEFT), List.of(half), List.of(1.0), 0.5)
                        .pairs())
                .hasSize(1);
        assertThat(BoxMatcher.byScore(List.of(LEFT), List.of(half), List.of(1.0), 0.51)
                        .missed())
                .containsExactly(0);
    }

    @Test
    void whatLiesOnAnIgnoredAreaIsNeitherRightNorWrong() {
        Box inside = new Box(20, 0, 24, 10);
        BoxMatching matching =
                BoxMatcher.byScore(List.of(LEFT), List.of(LEFT, inside), List.of(0.9, 0.8), 0.5, List.of(RIGHT));
        assertThat(matching.ignored()).containsExactly(1);
        assertThat(matching.extra()).isEmpty();
    }

    @Test
    void optimalFindsTwoPairsWhereScoreOrderFindsOne() {
        Box a = new Box(0, 0, 10, 10);
        Box b = new Box(4, 0, 14, 10);
        Box between = new Box(3, 0, 12, 10);
        Box nearB = new Box(6, 0, 16, 10);
        List<Box> found = List.of(between, nearB);
        assertThat(BoxMatcher.byScore(List.of(a, b), found, List.of(0.9, 0.8), 0.5)
                        .pairs())
                .containsExactly(new BoxPair(1, 0, 80 / 110.0));
        assertThat(BoxMatcher.optimal(List.of(a, b), found, 0.5).pairs())
                .extracting(BoxPair::truth, BoxPair::prediction)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(0, 0), org.assertj.core.groups.Tuple.tuple(1, 1));
    }

    @Test
    void everyBoxEndsInExactlyOneList() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 200; round++) {
            List<Box> truths = boxes(random, random.nextInt(8));
            List<Box> found = boxes(random, random.nextInt(8));
            List<Double> scores =
                    found.stream().map(b -> random.nextInt(4) / 4.0).toList();
            for (BoxMatching matching :
                    List.of(BoxMatcher.byScore(truths, found, scores, 0.3), BoxMatcher.optimal(truths, found, 0.3))) {
                assertThat(matching.pairs().size() + matching.missed().size()).isEqualTo(truths.size());
                assertThat(matching.pairs().size() + matching.extra().size()).isEqualTo(found.size());
                assertThat(matching.pairs()).allMatch(pair -> pair.iou() >= 0.3);
            }
        }
    }

    @Test
    void refusesAThresholdThatIsNone() {
        assertThatThrownBy(() -> BoxMatcher.byScore(List.of(), List.of(), List.of(), 0))
                .hasMessageContaining("threshold");
    }

    private static List<Box> boxes(SplittableRandom random, int count) {
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boxes.add(Box.ofSize(random.nextInt(12), random.nextInt(12), random.nextInt(1, 9), random.nextInt(1, 9)));
        }
        return boxes;
    }
}
