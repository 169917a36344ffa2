package sigmark.inference.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.run.Detection;

class CellMapTest {
    private static final int ROWS = 12;
    private static final int COLUMNS = 30;

    private final float[] values = new float[6 * ROWS * COLUMNS];

    CellMapTest() {
        Arrays.fill(values, 0, 2 * ROWS * COLUMNS, -6);
    }

    @Test
    void cellsThatAgreeMakeOneBox() {
        say(0, new Box(3, 2, 15, 4));
        say(1, new Box(5, 6, 25, 11));
        List<Detection> found = new CellMap(values, ROWS, COLUMNS, 4).formulas(0.3);
        assertThat(found).hasSize(2);
        assertThat(found)
                .extracting(Detection::kind)
                .containsExactlyInAnyOrder(FormulaKind.INLINE, FormulaKind.DISPLAY);
        Detection display = found.stream()
                .filter(d -> d.kind() == FormulaKind.DISPLAY)
                .findFirst()
                .orElseThrow();
        assertThat(display.box().iou(new Box(20, 24, 100, 44))).isGreaterThan(0.99);
        assertThat(display.score()).isCloseTo(0.95, within(0.06));
    }

    @Test
    void neighboursStayApart() {
        say(0, new Box(3, 2, 6, 4));
        say(0, new Box(7, 2, 9, 4));
        assertThat(new CellMap(values, ROWS, COLUMNS, 4).formulas(0.3)).hasSize(2);
    }

    @Test
    void anEmptyPageHasNothing() {
        assertThat(new CellMap(values, ROWS, COLUMNS, 4).formulas(0.3)).isEmpty();
    }

    @Test
    void ofTwoBoxesOnTheSameInkTheLikelierStays() {
        Detection good = new Detection(new Box(0, 0, 10, 10), FormulaKind.INLINE, Writing.PRINTED, 0.9);
        Detection inside = new Detection(new Box(1, 1, 6, 6), FormulaKind.INLINE, Writing.PRINTED, 0.5);
        Detection beside = new Detection(new Box(9, 0, 19, 10), FormulaKind.INLINE, Writing.PRINTED, 0.4);
        assertThat(CellMap.distinct(List.of(inside, beside, good), 0.5)).containsExactly(good, beside);
    }

    private void say(int kind, Box box) {
        for (int y = (int) box.top(); y < box.bottom(); y++) {
            for (int x = (int) box.left(); x < box.right(); x++) {
                set(kind, y, x, 3);
                set(2, y, x, Math.log(x + 0.5 - box.left()));
                set(3, y, x, Math.log(y + 0.5 - box.top()));
                set(4, y, x, Math.log(box.right() - x - 0.5));
                set(5, y, x, Math.log(box.bottom() - y - 0.5));
            }
        }
    }

    private void set(int channel, int y, int x, double value) {
        values[(channel * ROWS + y) * COLUMNS + x] = (float) value;
    }
}
