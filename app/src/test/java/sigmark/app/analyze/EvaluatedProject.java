package sigmark.app.analyze;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.run.Detection;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.run.Reading;
import sigmark.inference.run.RegionPrediction;
import sigmark.inference.run.RunEnvironment;
import sigmark.inference.run.StepTimes;
import sigmark.labeling.edit.Author;
import sigmark.labeling.edit.DrawRegion;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.Split;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.RunStart;

/**
 * A project of three labeled pages with a run whose every sample is known: {@code right} and {@code wrong} on the first
 * page, {@code missed} and a false box on the second, {@code long} on the third. Alone, the recognizer fails only on
 * {@code long}.
 */
final class EvaluatedProject {
    private static final Box FIRST = new Box(10, 10, 60, 30);
    private static final Box SECOND = new Box(10, 60, 60, 80);

    final ProjectStore store;

    EvaluatedProject(Path folder) {
        store = ProjectStore.create(folder, "p", new Author("Kim"));
        store.addPages(
                List.of(
                        page("p0", 0, Split.TEST, Set.of("scan")),
                        page("p1", 1, Split.TRAIN, Set.of()),
                        page("p2", 2, Split.TEST, Set.of())),
                List.of());
        label("right", "p0", FIRST, FormulaKind.INLINE, "x^{2}");
        label("wrong", "p0", SECOND, FormulaKind.DISPLAY, "\\frac{a}{b}");
        label("missed", "p1", FIRST, FormulaKind.INLINE, "y");
        label("long", "p2", FIRST, FormulaKind.DISPLAY, "a+b+c+d");
    }

    /** The run that the class comment describes. */
    StoredRun run() {
        long id = begin("first");
        store.runs()
                .put(
                        id,
                        "p0",
                        prediction(
                                List.of(found(FIRST, "x^{2}", 0.9), found(SECOND, "\\frac{a}{c}", 0.3)),
                                Map.of("right", reading("x^{2}", 1), "wrong", reading("\\frac{a}{b}", 1)),
                                5));
        store.runs().put(id, "p1", prediction(List.of(found(SECOND, "z", 0.6)), Map.of("missed", reading("y", 1)), 9));
        store.runs()
                .put(
                        id,
                        "p2",
                        prediction(List.of(found(FIRST, "a+b+c+d", 0.8)), Map.of("long", reading("a-b+c+d", 0.5)), 7));
        return store.runs().finish(id);
    }

    /** A run that finds nothing on the first page. */
    StoredRun emptyRun() {
        long id = begin("second");
        store.runs().put(id, "p0", prediction(List.of(), Map.of(), 1));
        return store.runs().finish(id);
    }

    private long begin(String pipeline) {
        return store.runs()
                .begin(new RunStart(
                        pipeline,
                        "",
                        "h",
                        "",
                        0,
                        new RunEnvironment("cpu", "", "test", 2, 1, 1, "test", "17", "none", "test")));
    }

    private void label(String id, String page, Box box, FormulaKind kind, String latex) {
        store.apply(
                new DrawRegion(FormulaRegion.drawn(page, box, kind, Writing.PRINTED)
                        .withId(id)
                        .withLatex(Optional.of(latex))),
                0);
    }

    private static PagePrediction prediction(List<RegionPrediction> found, Map<String, Reading> alone, long millis) {
        return new PagePrediction(found, alone, new StepTimes(0, 0, 0, millis * 1_000_000), Optional.empty());
    }

    private static RegionPrediction found(Box box, String latex, double score) {
        return new RegionPrediction(
                new Detection(box, FormulaKind.INLINE, Writing.PRINTED, 0.95), reading(latex, score));
    }

    private static Reading reading(String latex, double score) {
        return new Reading(latex, score, List.of(), List.of());
    }

    private static Page page(String id, int order, Split split, Set<String> tags) {
        String name = id + ".png";
        return new Page(
                id,
                order,
                name,
                new PageSource("images/" + name, true, "%064x".formatted(order), OptionalInt.empty(), 0),
                100,
                100,
                1,
                0,
                100,
                100,
                order,
                split,
                LabelState.LABELED,
                tags,
                "",
                Instant.EPOCH);
    }
}
