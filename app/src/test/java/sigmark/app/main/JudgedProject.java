package sigmark.app.main;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.Split;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.RunStart;

/** Thirty test pages with a formula each, and a run that reads nine of ten of them right in 20 ms. */
final class JudgedProject {
    static final int PAGES = 30;
    private static final Box BOX = new Box(10, 10, 60, 30);

    private JudgedProject() {}

    /** Makes the project and closes it again. */
    static void make(Path folder) {
        try (ProjectStore store = ProjectStore.create(folder, "Exercises", new Author("Kim"))) {
            List<Page> pages = new ArrayList<>();
            List<FormulaRegion> regions = new ArrayList<>();
            for (int p = 0; p < PAGES; p++) {
                pages.add(page("p" + p, p));
                regions.add(FormulaRegion.drawn("p" + p, BOX, FormulaKind.INLINE, Writing.PRINTED)
                        .withId("r" + p)
                        .withLatex(Optional.of("x")));
            }
            store.addPages(pages, regions);
            RunEnvironment machine =
                    new RunEnvironment("cpu", "", "test", 2, 1, 2L << 30, "test", "Java 17", "none", "test");
            long run = store.runs().begin(new RunStart("default 1", "d", "r", "split:test", 0, machine));
            for (int p = 0; p < PAGES; p++) {
                Reading reading = new Reading(p % 10 == 0 ? "y" : "x", 0.9, List.of(), List.of());
                RegionPrediction found =
                        new RegionPrediction(new Detection(BOX, FormulaKind.INLINE, Writing.PRINTED, 0.95), reading);
                store.runs()
                        .put(
                                run,
                                "p" + p,
                                new PagePrediction(
                                        List.of(found),
                                        Map.of("r" + p, reading),
                                        new StepTimes(0, 0, 0, 20_000_000),
                                        Optional.empty()));
            }
            store.runs().finish(run);
        }
    }

    private static Page page(String id, int order) {
        return new Page(
                id,
                order,
                id + ".png",
                new PageSource("images/" + id, true, "%064x".formatted(order), OptionalInt.empty(), 0),
                100,
                100,
                1,
                0,
                100,
                100,
                order,
                Split.TEST,
                LabelState.LABELED,
                Set.of(),
                "",
                Instant.EPOCH);
    }
}
