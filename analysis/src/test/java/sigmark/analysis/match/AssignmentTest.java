package sigmark.analysis.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    @Test
    void takesTheCheapestOfAHandWorkedSquare() {
        double[][] cost = {{4, 1, 3}, {2, 0, 5}, {3, 2, 2}};
        assertThat(Assignment.cheapest(cost)).containsExactly(1, 0, 2);
    }

    @Test
    void leavesRowsOrColumnsOverWhenSidesDiffer() {
        assertThat(Assignment.cheapest(new double[][] {{5, 1, 9}})).containsExactly(1);
        assertThat(Assignment.cheapest(new double[][] {{5}, {1}, {9}})).containsExactly(-1, 0, -1);
        assertThat(Assignment.cheapest(new double[0][0])).isEmpty();
        assertThat(Assignment.cheapest(new double[2][0])).containsExactly(-1, -1);
    }

    @Test
    void isAsCheapAsTryingEveryOrder() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 400; round++) {
            int rows = random.nextInt(1, 6);
            int columns = random.nextInt(1, 6);
            double[][] cost = new double[rows][columns];
            for (double[] row : cost) {
                Arrays.setAll(row, i -> random.nextInt(-3, 4));
            }
            int[] found = Assignment.cheapest(cost);
            assertThat(Arrays.stream(found).filter(c -> c >= 0).distinct().count())
                    .isEqualTo(Math.min(rows, columns));
            double sum = 0;
            for (int i = 0; i < rows; i++) {
                sum += found[i] < 0 ? 0 : cost[i][found[i]];
            }
            assertThat(sum).isEqualTo(best(cost, 0, 0, Math.min(rows, columns)));
        }
    }

    @Test
    void refusesCostsThatAreNotNumbers() {
        assertThatThrownBy(() -> Assignment.cheapest(new double[][] {{Double.NaN}}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Assignment.cheapest(new double[][] {{1, 2}, {3}}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Every way to give the rows from {@code row} on {@code wanted} of the free columns. */
    private static double best(double[][] cost, int row, int used, int wanted) {
        if (wanted == 0) {
            return 0;
        }
        if (row == cost.length) {
            return Double.POSITIVE_INFINITY;
        }
        double best = best(cost, row + 1, used, wanted);
        for (int column = 0; column < cost[row].length; column++) {
            if ((used & 1 << column) == 0) {
                best = Math.min(best, cost[row][column] + best(cost, row + 1, used | 1 << column, wanted - 1));
            }
        }
        return best;
    }
}
