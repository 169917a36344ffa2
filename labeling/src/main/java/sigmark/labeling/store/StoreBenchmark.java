package sigmark.labeling.store;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.edit.MoveRegion;
import sigmark.labeling.edit.SetKind;
import sigmark.labeling.edit.TypeLatex;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.ProposalOrigin;
import sigmark.labeling.project.Provenance;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.slice.SplitRatios;

/**
 * Measures the store on a project made for it: how long an edit takes until it is durable, how fast a large project
 * opens, and how fast queries over it are. Needs a folder on the disk that is to be measured.
 */
public final class StoreBenchmark {
    private static final Author AUTHOR = new Author("Benchmark");
    private static final int PAGES_A_BATCH = 1000;
    private static final List<Split> SPLITS = List.of(Split.values());
    private static final List<String> FORMULAS = List.of(
            "\\frac{x^{2}+1}{2}",
            "\\int_{0}^{1}f(x)\\,dx=\\lim_{n\\to\\infty}\\sum_{k=1}^{n}f\\left(\\frac{k}{n}\\right)\\frac{1}{n}",
            "a_{n+1}=2a_{n}+3",
            "x",
            "\\begin{cases}x+y=3\\\\2x-y=0\\end{cases}",
            "\\overrightarrow{AB}\\cdot\\overrightarrow{AC}=\\text{상수}");

    private static final List<String> QUERIES = List.of(
            "kind:display",
            "split:test state:labeled",
            "has:\\frac",
            "has:x",
            "latex:\"f(x)\"",
            "len>20 -has:\\lim",
            "kind:display writing:handwritten tag:exam split:test len>20 has:\\frac score<0.8 labeler:bench",
            "score<0.3",
            "empty",
            "-kind:inline",
            "page_00777");

    private final Path folder;
    private final int pages;
    private final int regionsAPage;
    private final int edits;

    public StoreBenchmark(Path folder, int pages, int regionsAPage, int edits) {
        this.folder = folder;
        this.pages = pages;
        this.regionsAPage = regionsAPage;
        this.edits = edits;
    }

    /**
     * What was measured; times in milliseconds.
     *
     * @param editMedian from {@code apply} to durable, in the large project
     * @param buildSeconds making the project, for curiosity
     * @param open until the store is there
     * @param firstList from there until the page list with its counts is
     * @param firstListProcessor processor time of that, which does not depend on what else the machine does
     * @param warmUp after that, until searches and filters need read nothing more; the window does it beside
     * @param heapBytes memory that the open store holds more than a closed one
     * @param pageQueries time of a page list, by query; median of five
     * @param regionQueries time of counting regions, by query; median of five
     * @param splitMillis dealing all pages out to splits, near duplicates found
     */
    public record Result(
            int pages,
            int regions,
            int edits,
            double editMedian,
            double editP95,
            double buildSeconds,
            double open,
            double firstList,
            double firstListProcessor,
            double warmUp,
            long fileBytes,
            long heapBytes,
            Map<String, Double> pageQueries,
            Map<String, Double> regionQueries,
            double splitMillis) {}

    public Result run(Progress progress) throws IOException {
        long start = System.nanoTime();
        build(progress);
        double buildSeconds = millisSince(start) / 1000;
        long heapBefore = heap();
        start = System.nanoTime();
        try (ProjectStore store = ProjectStore.open(folder, AUTHOR)) {
            double open = millisSince(start);
            start = System.nanoTime();
            long processor = processorNanos();
            int shown = store.pages().summaries(SliceQuery.ALL).size();
            double firstList = millisSince(start);
            double firstListProcessor = (processorNanos() - processor) / 1e6;
            start = System.nanoTime();
            store.warmUp();
            double warmUp = millisSince(start);
            long heap = heap() - heapBefore;
            Map<String, Double> pageQueries = new LinkedHashMap<>();
            Map<String, Double> regionQueries = new LinkedHashMap<>();
            for (String text : QUERIES) {
                SliceQuery query = SliceQuery.parse(text);
                pageQueries.put(text, median(5, () -> store.pages().summaries(query)));
                regionQueries.put(text, median(5, () -> store.regions().count(query)));
            }
            double[] times = edit(store);
            start = System.nanoTime();
            store.assignSplits(new SplitRatios(0.8, 0.1, 0.1), 1, SliceQuery.ALL);
            double splitMillis = millisSince(start);
            return new Result(
                    shown,
                    pages * regionsAPage,
                    edits,
                    times[edits / 2],
                    times[(int) (edits * 0.95)],
                    buildSeconds,
                    open,
                    firstList,
                    firstListProcessor,
                    warmUp,
                    Files.size(store.files().database()),
                    heap,
                    pageQueries,
                    regionQueries,
                    splitMillis);
        }
    }

    private void build(Progress progress) {
        Random random = new Random(1);
        try (ProjectStore store = ProjectStore.create(folder, "benchmark", AUTHOR)) {
            for (int first = 0; first < pages && !progress.cancelled(); first += PAGES_A_BATCH) {
                List<Page> batch = new ArrayList<>();
                List<FormulaRegion> regions = new ArrayList<>();
                for (int number = first; number < Math.min(pages, first + PAGES_A_BATCH); number++) {
                    batch.add(page(number, random));
                    for (int i = 0; i < regionsAPage; i++) {
                        regions.add(region(number, i, random));
                    }
                }
                store.addPages(batch, regions);
                progress.update(first + batch.size(), pages, "pages");
            }
        }
    }

    private static Page page(int number, Random random) {
        String name = "page_%05d.png".formatted(number);
        return new Page(
                "page-" + number,
                number,
                name,
                new PageSource("images/" + name, true, "%064x".formatted(number), OptionalInt.empty(), 0),
                3000,
                4000,
                1,
                0,
                3000,
                4000,
                random.nextLong(),
                SPLITS.get(random.nextInt(SPLITS.size())),
                LabelState.LABELED,
                number % 5 == 0 ? Set.of("exam") : Set.of(),
                "",
                Instant.EPOCH);
    }

    private static FormulaRegion region(int page, int number, Random random) {
        Box box = Box.ofSize(random.nextInt(2500), 100 + 300 * number, 20 + random.nextInt(400), 60);
        FormulaKind kind = random.nextInt(3) == 0 ? FormulaKind.DISPLAY : FormulaKind.INLINE;
        Writing writing = random.nextInt(4) == 0 ? Writing.HANDWRITTEN : Writing.PRINTED;
        ProposalOrigin origin = new ProposalOrigin("", "d", "r", random.nextDouble(), random.nextDouble(), List.of());
        String latex = FORMULAS.get(random.nextInt(FORMULAS.size()));
        return FormulaRegion.drawn("page-" + page, box, kind, writing)
                .withId("region-" + page + "-" + number)
                .withOrder(number)
                .withLatex(random.nextInt(20) == 0 ? Optional.empty() : Optional.of(latex))
                .withProvenance(
                        new Provenance(AUTHOR.person(), Instant.EPOCH, Instant.EPOCH, 1000, 0, Optional.empty()))
                .withOrigin(random.nextBoolean() ? Optional.of(origin) : Optional.empty());
    }

    /** Times of single edits, ascending. */
    private double[] edit(ProjectStore store) {
        Random random = new Random(2);
        double[] times = new double[edits];
        for (int i = 0; i < edits; i++) {
            String id = "region-" + random.nextInt(pages) + "-" + random.nextInt(regionsAPage);
            long start = System.nanoTime();
            switch (i % 3) {
                case 0 -> store.apply(new TypeLatex(id, "x_{" + i + "}"), 800);
                case 1 -> store.apply(new MoveRegion(id, Box.ofSize(i % 1000, 20, 30, 40)), 800);
                default -> store.apply(new SetKind(id, FormulaKind.UNIT), 800);
            }
            times[i] = millisSince(start);
        }
        Arrays.sort(times);
        return times;
    }

    private static double median(int times, Runnable work) {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.run();
            millis[i] = millisSince(start);
        }
        Arrays.sort(millis);
        return millis[times / 2];
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    /** Of this thread. */
    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
