package sigmark.labeling.plan;

import java.util.EnumMap;
import java.util.Map;
import sigmark.labeling.project.Split;
import sigmark.labeling.requirement.PipelineModule;
import sigmark.labeling.slice.SliceQuery;

/**
 * What counts as an input/output pair of a module, as queries: for the detector a page that was worked on (a page without
 * formulas is truth too), for the classifier a readable region, for a recognizer a readable region with LaTeX.
 */
public final class Truth {
    private static final String READABLE = "-flag:illegible -flag:cut-off -flag:not-a-formula";

    private Truth() {}

    /** How many pages or regions match. */
    public interface Counter {
        long pages(SliceQuery query);

        long regions(SliceQuery query);
    }

    /** Query of the pairs that exist on a slice. */
    public static SliceQuery pairs(PipelineModule module, String slice) {
        SliceQuery truth = SliceQuery.parse(
                switch (module) {
                    case DETECTOR -> "-state:untouched";
                    case CLASSIFIER -> READABLE;
                    case RECOGNIZER, PIPELINE, SERVICE -> "-empty " + READABLE;
                });
        return slice.isBlank() ? truth : truth.and(SliceQuery.parse(slice));
    }

    /** Query of what is there and lacks this truth: the work list. */
    public static SliceQuery lacking(PipelineModule module, String slice) {
        SliceQuery lacking = SliceQuery.parse(
                module == PipelineModule.DETECTOR || module == PipelineModule.CLASSIFIER
                        ? "state:untouched"
                        : "empty " + READABLE);
        return slice.isBlank() ? lacking : lacking.and(SliceQuery.parse(slice));
    }

    /** Whether the module's pairs are counted in pages. */
    public static boolean inPages(PipelineModule module) {
        return module == PipelineModule.DETECTOR;
    }

    /** Pairs by split. */
    public static Map<Split, Long> bySplit(PipelineModule module, String slice, Counter counter) {
        Map<Split, Long> counts = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            counts.put(
                    split, count(module, pairs(module, slice).and(SliceQuery.parse("split:" + split.word())), counter));
        }
        return counts;
    }

    /** Things that are there and lack the truth. */
    public static long lacking(PipelineModule module, String slice, Counter counter) {
        SliceQuery query = lacking(module, slice);
        return module == PipelineModule.RECOGNIZER ? counter.regions(query) : counter.pages(query);
    }

    private static long count(PipelineModule module, SliceQuery query, Counter counter) {
        return inPages(module) ? counter.pages(query) : counter.regions(query);
    }
}
