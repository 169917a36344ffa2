package sigmark.app.analyze.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sigmark.analysis.weakness.SliceFigures;
import sigmark.analysis.weakness.WeakSlice;
import sigmark.analysis.weakness.WeakSlices;

/**
 * The slices of an evaluation.
 *
 * @param rows by name
 */
public record SliceList(List<Row> rows) {
    public static final SliceList NONE = new SliceList(List.of());

    public SliceList {
        rows = List.copyOf(rows);
    }

    /**
     * One slice.
     *
     * @param weak how it does against the rest; empty when it does not do significantly worse
     */
    public record Row(SliceFigures figures, Optional<WeakSlice> weak) {
        public String name() {
            return figures.name();
        }

        /** The condition that chooses its samples. */
        public SampleFacet facet() {
            return SliceList.facet(name());
        }
    }

    /** Slices that do significantly worse, the least likely to be chance first. */
    public List<Row> weak() {
        return rows.stream()
                .filter(row -> row.weak().isPresent())
                .sorted(java.util.Comparator.comparingDouble(
                        (Row row) -> row.weak().orElseThrow().adjustedP()))
                .toList();
    }

    static SliceList of(EvaluatedSamples samples) {
        Map<String, WeakSlice> weak = new HashMap<>();
        WeakSlices.find(samples.evaluation()).forEach(slice -> weak.put(slice.name(), slice));
        return new SliceList(SliceFigures.of(samples.slices()).stream()
                .filter(figures -> figures.right().n() > 0)
                .map(figures -> new Row(figures, Optional.ofNullable(weak.get(figures.name()))))
                .toList());
    }

    /** The condition that chooses a slice of that name. */
    public static SampleFacet facet(String name) {
        String value = name.substring(name.indexOf(':') + 1);
        return switch (name.substring(0, name.indexOf(':'))) {
            case "kind" -> new SampleFacet(SampleFacet.Field.KIND, value);
            case "split" -> new SampleFacet(SampleFacet.Field.SPLIT, value);
            case "tag" -> new SampleFacet(SampleFacet.Field.TAG, value);
            default -> new SampleFacet(SampleFacet.Field.SLICE, name);
        };
    }
}
