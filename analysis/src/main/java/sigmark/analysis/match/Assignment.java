package sigmark.analysis.match;

import java.util.Arrays;

/**
 * The cheapest one-to-one assignment of rows to columns, by shortest augmenting paths in the order of rows (Jonker and
 * Volgenant 1987, as in Crouse 2016, "On implementing 2D rectangular assignment algorithms"). Time grows with the
 * square of the shorter side times the longer one.
 */
public final class Assignment {
    private final double[][] cost;
    private final int rows;
    private final int columns;
    private final double[] rowPrice;
    private final double[] columnPrice;
    private final int[] columnOfRow;
    private final int[] rowOfColumn;
    private final double[] distance;
    private final int[] predecessor;
    private final boolean[] seenRow;
    private final boolean[] seenColumn;
    private final int[] open;

    private Assignment(double[][] cost, int columns) {
        this.cost = cost;
        this.rows = cost.length;
        this.columns = columns;
        rowPrice = new double[rows];
        columnPrice = new double[columns];
        columnOfRow = filled(rows);
        rowOfColumn = filled(columns);
        distance = new double[columns];
        predecessor = filled(columns);
        seenRow = new boolean[rows];
        seenColumn = new boolean[columns];
        open = new int[columns];
    }

    /**
     * Assigns as many pairs as the shorter side has.
     *
     * @param cost finite costs by row and column, all rows equally long
     * @return the column of each row, -1 for a row left over
     */
    public static int[] cheapest(double[][] cost) {
        int rows = cost.length;
        int columns = rows == 0 ? 0 : cost[0].length;
        for (double[] row : cost) {
            if (row.length != columns || !Arrays.stream(row).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("costs must be finite and make a rectangle");
            }
        }
        if (rows == 0 || columns == 0) {
            return filled(rows);
        }
        if (rows <= columns) {
            return new Assignment(cost, columns).solve();
        }
        int[] rowOf = new Assignment(transposed(cost, columns), rows).solve();
        int[] columnOf = filled(rows);
        for (int column = 0; column < columns; column++) {
            columnOf[rowOf[column]] = column;
        }
        return columnOf;
    }

    private int[] solve() {
        for (int row = 0; row < rows; row++) {
            int sink = shortestPath(row);
            int column = sink;
            while (true) {
                int i = predecessor[column];
                rowOfColumn[column] = i;
                int next = columnOfRow[i];
                columnOfRow[i] = column;
                if (i == row) {
                    break;
                }
                column = next;
            }
        }
        return columnOfRow;
    }

    /** Finds the cheapest path from a free row to a free column and updates the prices; answers that column. */
    private int shortestPath(int startRow) {
        int openCount = columns;
        for (int i = 0; i < columns; i++) {
            open[i] = columns - i - 1;
        }
        Arrays.fill(seenRow, false);
        Arrays.fill(seenColumn, false);
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        double lowest = 0;
        int row = startRow;
        int sink = -1;
        while (sink < 0) {
            seenRow[row] = true;
            int chosen = relax(row, lowest, openCount);
            int column = open[chosen];
            lowest = distance[column];
            seenColumn[column] = true;
            open[chosen] = open[--openCount];
            if (rowOfColumn[column] < 0) {
                sink = column;
            } else {
                row = rowOfColumn[column];
            }
        }
        rowPrice[startRow] += lowest;
        for (int i = 0; i < rows; i++) {
            if (seenRow[i] && i != startRow) {
                rowPrice[i] += lowest - distance[columnOfRow[i]];
            }
        }
        for (int j = 0; j < columns; j++) {
            if (seenColumn[j]) {
                columnPrice[j] -= lowest - distance[j];
            }
        }
        return sink;
    }

    /** Shortens the distances of open columns through a row; answers the place of the nearest, a free one if equal. */
    private int relax(int row, double lowest, int openCount) {
        int chosen = -1;
        double nearest = Double.POSITIVE_INFINITY;
        for (int it = 0; it < openCount; it++) {
            int column = open[it];
            double path = lowest + cost[row][column] - rowPrice[row] - columnPrice[column];
            if (path < distance[column]) {
                predecessor[column] = row;
                distance[column] = path;
            }
            boolean free = rowOfColumn[column] < 0;
            if (distance[column] < nearest || (distance[column] == nearest && free)) {
                nearest = distance[column];
                chosen = it;
            }
        }
        return chosen;
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, -1);
        return array;
    }

    private static double[][] transposed(double[][] cost, int columns) {
        double[][] turned = new double[columns][cost.length];
        for (int i = 0; i < cost.length; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j][i] = cost[i][j];
            }
        }
        return turned;
    }
}
