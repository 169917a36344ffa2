package sigmark.analysis.foresight;

import java.io.IOException;
import java.nio.file.Files;
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
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.Split;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.RunStart;
import sigmark.labeling.store.online.OnlineStore;

/** A project of test pages with one formula each, long on every other page; runs and a log are put in by tests. */
final class TwoSides implements AutoCloseable {
    static final int PAGES = 60;
    static final Box BOX = new Box(10, 10, 60, 30);
    private static final String LONG = "a+b+c+d+e+f+g+h+i+j+k+l";

    final ProjectStore store;
    private final Path folder;
    private final List<String> lines = new ArrayList<>();

    TwoSides(Path folder) {
        this.folder = folder;
        store = ProjectStore.create(folder.resolve("project"), "two sides", new Author("Kim"));
        List<Page> pages = new ArrayList<>();
        List<FormulaRegion> regions = new ArrayList<>();
        for (int p = 0; p < PAGES; p++) {
            pages.add(page(p));
            regions.add(FormulaRegion.drawn("p" + p, BOX, FormulaKind.INLINE, Writing.PRINTED)
                    .withId("r" + p)
                    .withLatex(Optional.of(truth(p))));
        }
        store.addPages(pages, regions);
    }

    static String truth(int page) {
        return page % 2 == 0 ? "x" : LONG;
    }

    /** What a version shows: the truth, or another sign on pages that it gets wrong. */
    static String shown(int page, boolean right) {
        return right ? truth(page) : page % 2 == 0 ? "y" : LONG.replace('a', 'y');
    }

    /** Which pages a version gets wrong. */
    interface Wrong {
        boolean on(int page);
    }

    void run(String version, Wrong wrong) {
        RunEnvironment machine = new RunEnvironment("cpu", "", "test", 2, 1, 2L << 30, "test", "17", "none", "test");
        long run = store.runs().begin(new RunStart(version, "d", "r", "split:test", 0, machine));
        for (int p = 0; p < PAGES; p++) {
            Reading reading = new Reading(shown(p, !wrong.on(p)), 0.9, List.of(), List.of());
            RegionPrediction found =
                    new RegionPrediction(new Detection(BOX, FormulaKind.INLINE, Writing.PRINTED, 0.9), reading);
            store.runs()
                    .put(
                            run,
                            "p" + p,
                            new PagePrediction(List.of(found), Map.of(), new StepTimes(1, 1, 1, 1), Optional.empty()));
        }
        store.runs().finish(run);
    }

    /** One request of a user, on a page's image, or on an image that the project does not have when page is below 0. */
    void request(String version, int page, String user, boolean right, boolean edits) {
        int known = Math.abs(page);
        String shown = shown(known, right);
        String id = "q" + lines.size();
        lines.add(
                """
                {"requestId":"%s","time":"2026-11-2%dT09:30:00.123Z","modelVersion":"%s","user":"%s","imageHash":"%064x",\
                "slice":{"device":"phone"},"spans":[{"name":"ocr.capture","side":"client","start":0,"end":5},\
                {"name":"ocr.display","side":"client","start":800,"end":%d}],\
                "results":[{"id":"1","box":[10,10,60,30],"shownLatex":"%s","score":%s,"outcome":"%s"%s}],"added":[]}
                """
                        .formatted(
                                id,
                                lines.size() % 7,
                                version,
                                user,
                                page < 0 ? 1000 + known : known,
                                900 + known,
                                shown,
                                right ? "0.9" : "0.4",
                                edits ? "edited" : "confirmed",
                                edits ? ",\"finalLatex\":\"z^2\"" : "")
                        .strip());
    }

    void importLog() throws IOException {
        Path log = folder.resolve("log.jsonl");
        Files.write(log, lines);
        new OnlineStore(store).importLog(log, Progress.SILENT);
    }

    ForesightReport report() {
        return ForesightReport.of(store, Progress.SILENT);
    }

    private static Page page(int p) {
        return new Page(
                "p" + p,
                p,
                p + ".png",
                new PageSource("images/" + p, true, "%064x".formatted(p), OptionalInt.empty(), 0),
                100,
                100,
                1,
                0,
                100,
                100,
                p,
                Split.TEST,
                LabelState.LABELED,
                Set.of(),
                "",
                Instant.EPOCH);
    }

    @Override
    public void close() {
        store.close();
    }
}
