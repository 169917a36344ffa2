package sigmark.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.Evaluator;
import sigmark.app.work.ThisMachine;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.run.Detection;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.run.Reading;
import sigmark.inference.run.RegionPrediction;
import sigmark.inference.run.StepTimes;
import sigmark.labeling.edit.Author;
import sigmark.labeling.edit.TypeLatex;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.Provenance;
import sigmark.labeling.project.Split;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.RunStart;

/**
 * Evaluates a made-up run: twenty formulas a page, a tenth of the boxes not found, a third of the readings wrong, each
 * true box read too; then mends one label and evaluates again.
 */
record EvaluationBench(long seed, int formulas) {
    private static final int A_PAGE = 20;
    private static final int PAGES_AT_ONCE = 200;
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    ObjectNode measure(Console console) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("formulas", formulas);
        try (BenchFolder folder = BenchFolder.in(Optional.empty());
                ProjectStore store =
                        ProjectStore.create(folder.path().resolve("project"), "bench", new Author("bench"))) {
            long run = fill(store, console);
            Evaluator evaluator = new Evaluator(store, run);
            long wall = System.nanoTime();
            long processor = processorNanos();
            Evaluation evaluation = evaluator.evaluate(console.progress("evaluate"));
            double wallSeconds = (System.nanoTime() - wall) / 1e9;
            double processorSeconds = (processorNanos() - processor) / 1e9;
            document.put("evaluateSeconds", wallSeconds).put("evaluateProcessorSeconds", processorSeconds);
            document.put("samples", evaluation.samples().size());
            document.put("exact", evaluation.figures().hitRecall().estimate().orElse(0));
            console.say("evaluating %,d formulas: %.1f s, %.1f s of one thread's processor time"
                    .formatted(formulas, wallSeconds, processorSeconds));
            wall = System.nanoTime();
            var change = store.apply(new TypeLatex("r0", "x+1"), 0);
            evaluator.refresh(change.pages());
            double refresh = (System.nanoTime() - wall) / 1e6;
            document.put("refreshMs", refresh);
            console.say("after one mended label: %.0f ms".formatted(refresh));
            Runtime runtime = Runtime.getRuntime();
            document.put("heapUsedBytes", runtime.totalMemory() - runtime.freeMemory());
        }
        return document;
    }

    private long fill(ProjectStore store, Console console) {
        var random = new Random(seed);
        long run = store.runs().begin(new RunStart("bench 1", "d", "r", "", 0, ThisMachine.environment("cpu", "", 1)));
        int done = 0;
        while (done < formulas) {
            List<Page> pages = new ArrayList<>();
            List<FormulaRegion> regions = new ArrayList<>();
            Map<String, PagePrediction> predictions = new LinkedHashMap<>();
            for (int p = 0; p < PAGES_AT_ONCE && done < formulas; p++) {
                Page page = page(done / A_PAGE);
                List<RegionPrediction> found = new ArrayList<>();
                Map<String, Reading> alone = new LinkedHashMap<>();
                for (int i = 0; i < A_PAGE && done < formulas; i++) {
                    String truth = MetricWork.formula(random.nextLong());
                    Box box = Box.ofSize(20, 20 + i * 60, 400, 40);
                    FormulaRegion region = region("r" + done++, page.id(), i, box, truth);
                    regions.add(region);
                    alone.put(region.id(), reading(random, truth));
                    if (random.nextInt(10) > 0) {
                        found.add(new RegionPrediction(
                                new Detection(
                                        box.translate(3, 1), FormulaKind.DISPLAY, Writing.PRINTED, random.nextDouble()),
                                reading(random, truth)));
                    }
                }
                pages.add(page);
                predictions.put(
                        page.id(), new PagePrediction(found, alone, new StepTimes(1, 1, 1, 1), Optional.empty()));
            }
            store.addPages(pages, regions);
            store.runs().putAll(run, predictions);
            console.progress("make").update(done, formulas, "");
        }
        store.runs().finish(run);
        return run;
    }

    private static Reading reading(Random random, String truth) {
        String latex = random.nextInt(3) > 0 ? truth : truth + "+" + (char) ('a' + random.nextInt(26));
        return new Reading(latex, 0.5, List.of(), List.of());
    }

    private static Page page(int order) {
        String id = "p" + order;
        return new Page(
                id,
                order,
                id + ".png",
                new PageSource("images/" + id + ".png", true, id, OptionalInt.empty(), 0),
                1000,
                1400,
                1,
                0,
                1000,
                1400,
                order,
                Split.TEST,
                LabelState.LABELED,
                Set.of(),
                "",
                NOON);
    }

    private static FormulaRegion region(String id, String page, int order, Box box, String latex) {
        return new FormulaRegion(
                id,
                page,
                Layer.HUMAN,
                order,
                box,
                FormulaKind.DISPLAY,
                Writing.PRINTED,
                Optional.of(latex),
                LabelState.LABELED,
                Set.of(),
                Set.of(),
                "",
                Optional.empty(),
                new Provenance("bench", NOON, NOON, 0, 0, Optional.empty()),
                Optional.empty());
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
