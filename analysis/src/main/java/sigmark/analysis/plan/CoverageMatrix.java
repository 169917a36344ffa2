package sigmark.analysis.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import sigmark.analysis.statistics.Normal;
import sigmark.analysis.statistics.SampleSize;

/**
 * How far a data plan is filled: Σ min(have, wanted)/Σ wanted, with what is missing cell by cell.
 *
 * @param rows one a cell, in the plan's order
 */
public record CoverageMatrix(List<Row> rows) {
    private static final double Z = Normal.twoSided(0.95);

    public CoverageMatrix {
        rows = List.copyOf(rows);
    }

    /**
     * A cell of the plan.
     *
     * @param haveTest of those, how many are in the test set
     * @param errorRate expected in the test, 0 to 1
     * @param halfWidth wanted for its 95 % Wilson interval, above 0
     */
    public record Cell(String slice, long wanted, long have, long haveTest, double errorRate, double halfWidth) {
        public Cell {
            boolean shares = errorRate >= 0 && errorRate <= 1 && halfWidth > 0 && halfWidth < 1;
            if (wanted < 0 || have < 0 || haveTest < 0 || !shares) {
                throw new IllegalArgumentException("the cell '%s' is out of range".formatted(slice));
            }
        }
    }

    /** A cell with its gap. */
    public record Row(Cell cell, long testNeeded) {
        public long missing() {
            return Math.max(0, cell.wanted() - cell.have());
        }

        /** 0 to 1; 1 when nothing is wanted. */
        public double fill() {
            return cell.wanted() == 0 ? 1 : (double) Math.min(cell.have(), cell.wanted()) / cell.wanted();
        }

        public long testMissing() {
            return Math.max(0, testNeeded - cell.haveTest());
        }
    }

    /** Works out the gaps. */
    public static CoverageMatrix of(List<Cell> cells) {
        return new CoverageMatrix(cells.stream()
                .map(cell -> new Row(cell, SampleSize.wilson(cell.errorRate(), cell.halfWidth(), Z)))
                .toList());
    }

    public long wanted() {
        return rows.stream().mapToLong(row -> row.cell().wanted()).sum();
    }

    public long missing() {
        return rows.stream().mapToLong(Row::missing).sum();
    }

    /** 0 to 1; absent when nothing is wanted. */
    public OptionalDouble coverage() {
        long wanted = wanted();
        return wanted == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) (wanted - missing()) / wanted);
    }

    /** The least filled cell, ties by name; absent without cells. */
    public Optional<Row> worst() {
        return rows.stream().min(Comparator.comparingDouble(Row::fill).thenComparing(row -> row.cell()
                .slice()));
    }
}
