package sigmark.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sigmark.inference.page.Box;

class BoxIndexTest {
    @Test
    void findsTheSameAsLookingAtEveryBox() {
        var random = new Random(7);
        List<BoxMark> marks = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            Box box = Box.ofSize(
                    random.nextInt(3900), random.nextInt(2900), 1 + random.nextInt(300), 1 + random.nextInt(90));
            marks.add(new BoxMark("m" + i, box, BoxStyle.PROPOSAL, "", "", "", "proposal"));
        }
        var index = new BoxIndex(marks);
        for (int i = 0; i < 200; i++) {
            Box area = Box.ofSize(
                    random.nextInt(4000), random.nextInt(3000), 1 + random.nextInt(500), 1 + random.nextInt(500));
            List<BoxMark> expected = marks.stream()
                    .filter(mark -> mark.box().sharedArea(area) > 0)
                    .toList();
            assertThat(index.touching(area)).isEqualTo(expected);
        }
    }

    @Test
    void nearestMeasuresToTheEdge() {
        var wide = new BoxMark("wide", new Box(0, 0, 100, 10), BoxStyle.HUMAN, "", "", "", "human");
        var small = new BoxMark("small", new Box(120, 0, 130, 10), BoxStyle.HUMAN, "", "", "", "human");
        var index = new BoxIndex(List.of(wide, small));
        assertThat(index.nearest(105, 5)).contains(wide);
        assertThat(index.nearest(118, 5)).contains(small);
        assertThat(BoxIndex.EMPTY.nearest(1, 1)).isEmpty();
    }
}
