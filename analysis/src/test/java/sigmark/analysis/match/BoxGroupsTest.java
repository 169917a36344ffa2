package sigmark.analysis.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import sigmark.inference.page.Box;

class BoxGroupsTest {
    private static final Box LONG = new Box(0, 0, 100, 20);
    private static final Box LEFT = new Box(0, 0, 48, 20);
    private static final Box RIGHT = new Box(52, 0, 100, 20);
    private static final Box MOST = new Box(0, 0, 60, 20);
    private static final Box REST = new Box(62, 0, 100, 20);
    private static final Box AWAY = new Box(300, 300, 310, 310);

    @Test
    void aFormulaFoundInTwoHalvesIsSplit() {
        assertThat(groups(List.of(LONG, AWAY), List.of(AWAY, LEFT, RIGHT)))
                .containsExactly(new BoxGroup(BoxGroup.Kind.SPLIT, List.of(0), List.of(1, 2)));
    }

    @Test
    void aPieceLargeEnoughToMatchIsStillAPiece() {
        assertThat(groups(List.of(LONG), List.of(MOST, REST)))
                .containsExactly(new BoxGroup(BoxGroup.Kind.SPLIT, List.of(0), List.of(0, 1)));
    }

    @Test
    void twoFormulasFoundAsOneAreMerged() {
        assertThat(groups(List.of(LEFT, RIGHT), List.of(LONG)))
                .containsExactly(new BoxGroup(BoxGroup.Kind.MERGE, List.of(0, 1), List.of(0)));
        assertThat(groups(List.of(MOST, REST), List.of(LONG)))
                .containsExactly(new BoxGroup(BoxGroup.Kind.MERGE, List.of(0, 1), List.of(0)));
    }

    @Test
    void boxesThatLeaveMostOfTheFormulaOutAreNotItsPieces() {
        Box start = new Box(0, 0, 20, 20);
        Box end = new Box(80, 0, 100, 20);
        assertThat(groups(List.of(LONG), List.of(start, end))).isEmpty();
    }

    @Test
    void oneBoxOnOneFormulaAndNeighboursWithTheirOwnAreNoGroup() {
        assertThat(groups(List.of(LEFT, RIGHT), List.of(LEFT, RIGHT))).isEmpty();
        assertThat(groups(List.of(LONG), List.of(LONG, AWAY))).isEmpty();
        assertThat(groups(List.of(), List.of(LONG))).isEmpty();
    }

    private static List<BoxGroup> groups(List<Box> truths, List<Box> found) {
        List<Double> scores = Collections.nCopies(found.size(), 0.5);
        return BoxGroups.of(truths, found, BoxMatcher.byScore(truths, found, scores, 0.5));
    }
}
