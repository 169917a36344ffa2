package sigmark.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import sigmark.labeling.plan.Iteration;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.Split;
import sigmark.labeling.requirement.MachineProfile;
import sigmark.labeling.requirement.RequirementSheet;
import sigmark.labeling.requirement.ServingPlace;
import sigmark.labeling.requirement.SheetReader;
import sigmark.labeling.requirement.StoredSheet;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.RunStart;
import sigmark.labeling.store.service.ServiceStore;

/** A run of forty test pages with two formulas each: the first always right, the second wrong on every fourth page. */
class JudgeTest {
    private static final int PAGES = 40;
    private static final Box FIRST = new Box(10, 10, 60, 30);
    private static final Box SECOND = new Box(10, 60, 60, 80);

    @TempDir
    Path folder;

    private ProjectStore store;
    private long run;

    @BeforeEach
    void make() {
        store = ProjectStore.create(folder.resolve("p"), "p", new Author("Kim"));
        List<Page> pages = new ArrayList<>();
        List<FormulaRegion> regions = new ArrayList<>();
        for (int p = 0; p <= PAGES; p++) {
            pages.add(page("p" + p, p, p == PAGES ? Split.TRAIN : Split.TEST));
            regions.add(region("a" + p, "p" + p, FIRST, "x"));
            regions.add(region("b" + p, "p" + p, SECOND, "y^{2}"));
        }
        store.addPages(pages, regions);
        RunEnvironment machine =
                new RunEnvironment("cpu", "", "test", 2, 1, 2L << 30, "test", "Java 17", "none", "test");
        run = store.runs().begin(new RunStart("default 1", "d", "r", "", 0, machine));
        for (int p = 0; p <= PAGES; p++) {
            String second = p % 4 == 0 ? "z" : "y^{2}";
            store.runs()
                    .put(
                            run,
                            "p" + p,
                            new PagePrediction(
                                    List.of(found(FIRST, "x"), found(SECOND, second)),
                                    Map.of("a" + p, reading("x"), "b" + p, reading(second)),
                                    new StepTimes(1_000_000, 10_000_000, 0, (10 + p) * 1_000_000L),
                                    Optional.empty()));
        }
        store.runs().finish(run);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRateIsMetMissedOrUndecidedByItsWholeInterval() {
        List<LineVerdict> verdicts = judge(
                """
                - {id: A, kind: accuracy-offline, measure: exact-match, at-least: 70 %}
                - {id: B, kind: accuracy-offline, measure: exact-match, at-least: 99 %}
                - {id: C, kind: accuracy-offline, measure: exact-match, at-least: 90 %}
                - {id: D, kind: accuracy-offline, measure: exact-match, module: recognizer, slice: 'has:y', at-least: 50 %}
                - {id: E, kind: accuracy-offline, measure: box-f1, module: detector, at-least: 90 %}
                - {id: F, kind: accuracy-offline, measure: exact-match, slice: tag:none, at-least: 90 %}
                """);

        assertThat(verdicts)
                .extracting(LineVerdict::outcome)
                .containsExactly(
                        Outcome.MET, Outcome.MISSED, Outcome.UNDECIDED, Outcome.MET, Outcome.MET, Outcome.UNDECIDED);
        LineVerdict all = verdicts.get(0);
        assertThat(all.samples()).as("the training page proves nothing").isEqualTo(80);
        assertThat(all.measured().orElseThrow()).isCloseTo(70 / 80.0, within(1e-12));
        assertThat(all.interval().orElseThrow().low())
                .as("never narrower than Wilson's 0.7850")
                .isLessThan(0.78504);
        assertThat(all.behind()).hasSize(10).allSatisfy(sample -> assertThat(sample.right())
                .isFalse());
        assertThat(verdicts.get(3).measured().orElseThrow()).isCloseTo(30 / 40.0, within(1e-12));
        assertThat(verdicts.get(2).missing().orElseThrow()).isBetween(300L, 1200L);
        assertThat(verdicts.get(2).reason().orElseThrow().code()).isEqualTo("judge.straddles");
        assertThat(verdicts.get(5).reason().orElseThrow().code()).isEqualTo("judge.no-samples");
        assertThat(verdicts.get(5).missing()).as("Wilson's n at 0.9 ± 3 %").hasValue(388);
        assertThat(verdicts.get(1).gap().orElseThrow()).isCloseTo((0.99 - 0.875) / 0.99, within(1e-12));
    }

    @Test
    void aTimeIsJudgedByTheBoundsOfItsPercentile() {
        List<LineVerdict> verdicts = judge(
                """
                - {id: A, kind: time-offline, measure: image-to-latex, at-most: 100 ms, percentile: p50}
                - {id: B, kind: time-offline, measure: image-to-latex, at-most: 30 ms, percentile: p50}
                - {id: C, kind: time-offline, measure: image-to-latex, at-most: 100 ms, percentile: p95}
                - {id: D, kind: time-offline, measure: image-to-regions, at-most: 20 ms, percentile: p50}
                - {id: E, kind: time-offline, measure: image-to-latex, at-most: 40 ms}
                """);

        assertThat(verdicts)
                .extracting(LineVerdict::outcome)
                .containsExactly(Outcome.MET, Outcome.MISSED, Outcome.UNDECIDED, Outcome.MET, Outcome.UNDECIDED);
        assertThat(verdicts.get(0).measured()).as("21st of 21 to 61 ms").hasValue(41);
        assertThat(verdicts.get(2).missing()).as("59 values bound p95").hasValue(59 - 41);
        assertThat(verdicts.get(2).interval()).isEmpty();
        assertThat(verdicts.get(3).measured()).hasValue(11);
    }

    @Test
    void placesMachinesAndInputsAreJudgedByWhatWasMeasured() {
        ServiceStore service = new ServiceStore(store);
        service.keep(new MachineProfile("guess", ServingPlace.MOBILE, true, "{\"pageMs\":[500,900]}"));
        service.keep(new MachineProfile("desk", ServingPlace.LOCAL_CPU, false, "{\"pageMs\":[500,900]}"));

        List<LineVerdict> verdicts = judge(
                """
                - {id: A, kind: hardware, cores: 2, memory-gib: 2}
                - {id: B, kind: hardware, cores: 1, memory-gib: 2}
                - {id: C, kind: serving-place, place: mobile, at-most: 1000 ms, percentile: p95}
                - {id: D, kind: serving-place, place: local-cpu, at-most: 800 ms, percentile: p95}
                - {id: E, kind: serving-place, place: cloud-gpu}
                - {id: F, kind: input-conditions, slice: 'writing:printed', at-least: 80}
                - {id: G, kind: input-conditions, slice: 'writing:handwritten', at-least: 80}
                """);

        assertThat(verdicts)
                .extracting(LineVerdict::outcome)
                .containsExactly(
                        Outcome.MET,
                        Outcome.UNDECIDED,
                        Outcome.UNDECIDED,
                        Outcome.MISSED,
                        Outcome.UNDECIDED,
                        Outcome.MET,
                        Outcome.MISSED);
        assertThat(verdicts)
                .extracting(verdict -> verdict.reason().map(r -> r.code()).orElse(""))
                .containsExactly("", "judge.bigger-machine", "judge.profile-by-hand", "", "judge.no-profile", "", "");
        assertThat(verdicts.get(6).missing()).hasValue(80);
    }

    @Test
    void aThroughputIsJudgedByTheLoadThatWasPutOn() {
        String sheet =
                """
                - {id: C, kind: time-offline, measure: image-to-latex, at-most: 300 ms, percentile: p95}
                - {id: D, kind: qps, at-least: %s, within: C}
                """;
        assertThat(judge(sheet.formatted("3")).get(1).reason().orElseThrow().code())
                .isEqualTo("judge.no-load");
        new ServiceStore(store)
                .keepLoad(
                        "default 1",
                        """
                {"steps":[{"offeredRate":2,"completedRate":2,"sent":20,"errors":0,"latencyMs":{"p50":90,"p95":100}},
                          {"offeredRate":4,"completedRate":4,"sent":40,"errors":0,"latencyMs":{"p50":150,"p95":250}},
                          {"offeredRate":8,"completedRate":5,"sent":80,"errors":0,"latencyMs":{"p50":900,"p95":2000}}]}
                """);

        assertThat(judge(sheet.formatted("3")).get(1).outcome()).isEqualTo(Outcome.MET);
        assertThat(judge(sheet.formatted("6")).get(1).outcome()).isEqualTo(Outcome.MISSED);
        assertThat(judge(sheet.formatted("6")).get(1).measured()).hasValue(4);
        assertThat(judge(sheet.formatted("20")).get(1).outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void onlineLinesAreJudgedByUsers() {
        OnlineEvidence online = new OnlineEvidence() {
            @Override
            public Optional<ByUser> rate(sigmark.labeling.requirement.Measure measure, String slice) {
                double[] edited = IntStream.range(0, 100)
                        .mapToDouble(user -> user % 10 == 0 ? 5 : 0)
                        .toArray();
                double[] judged = IntStream.range(0, 100).mapToDouble(user -> 5).toArray();
                return Optional.of(new ByUser(edited, judged));
            }

            @Override
            public double[] captureToDisplay(String slice) {
                return IntStream.range(0, 100)
                        .mapToDouble(request -> 1000 + request)
                        .toArray();
            }
        };
        List<LineVerdict> verdicts = Judge.judge(
                sheet(
                        """
                        - {id: A, kind: accuracy-online, measure: edit-rate-judged, at-most: 20 %}
                        - {id: B, kind: accuracy-online, measure: edit-rate-judged, at-most: 13 %}
                        - {id: C, kind: time-online, at-most: 2 s, percentile: p95}
                        """),
                Evidence.of(store, run, online, Progress.SILENT));
        assertThat(verdicts)
                .extracting(LineVerdict::outcome)
                .containsExactly(Outcome.MET, Outcome.UNDECIDED, Outcome.MET);
        assertThat(verdicts.get(1).interval().orElseThrow().high())
                .as("Wilson over 500 results would end at 0.129; users edit all or nothing")
                .isGreaterThan(0.14);
    }

    @Test
    void iterationsConvergeWhenAllIsMetOrTwoRowsChangeNothing() {
        assertThat(Convergence.of(List.of()).state()).isEqualTo(Convergence.State.NOT_BEGUN);
        Iteration weak = row("missed", 0.3, "missed", 0.1);
        Iteration better = row("met", -0.1, "missed", 0.2);
        Iteration good = row("met", -0.1, "met", -0.2);
        assertThat(Convergence.of(List.of(weak, weak)).state()).isEqualTo(Convergence.State.GOING_ON);
        assertThat(Convergence.of(List.of(weak, weak)).bottleneck()).contains("A");
        assertThat(Convergence.of(List.of(weak, better, better)).state()).isEqualTo(Convergence.State.GOING_ON);
        assertThat(Convergence.of(List.of(weak, better, better, better)).state())
                .isEqualTo(Convergence.State.NO_CHANGE);
        assertThat(Convergence.of(List.of(weak, better)).bottleneck()).contains("B");
        assertThat(Convergence.of(List.of(weak, good)).state()).isEqualTo(Convergence.State.ALL_MET);
        assertThat(Convergence.of(List.of(weak, good)).bottleneck()).isEmpty();
    }

    @Test
    void aJudgedRunBecomesARowOfTheIterationsTable() {
        StoredSheet kept = new ServiceStore(store)
                .keep(sheet("- {id: A, kind: accuracy-offline, measure: exact-match, at-least: 70 %}\n"));
        Evidence evidence = Evidence.of(store, run, OnlineEvidence.NONE, Progress.SILENT);
        IterationRows.keep(store, kept, evidence.evaluation().run(), "small-1", Judge.judge(kept.sheet(), evidence));
        assertThat(new ServiceStore(store).iterations()).singleElement().satisfies(row -> {
            assertThat(row.lines().get("A").verdict()).isEqualTo("met");
            assertThat(row.design()).isEqualTo("default 1: detector → recognizer");
        });
    }

    private static Iteration row(String a, double gapA, String b, double gapB) {
        return new Iteration(
                0,
                "d",
                1,
                "",
                1,
                1,
                Map.of(
                        "A", new Iteration.Line(a, OptionalDouble.empty(), OptionalDouble.of(gapA)),
                        "B", new Iteration.Line(b, OptionalDouble.empty(), OptionalDouble.of(gapB))),
                "Kim",
                Instant.EPOCH);
    }

    private List<LineVerdict> judge(String lines) {
        return Judge.judge(sheet(lines), Evidence.of(store, run, OnlineEvidence.NONE, Progress.SILENT));
    }

    private static RequirementSheet sheet(String lines) {
        return SheetReader.read("name: s\nlines:\n" + lines, "s").orThrow();
    }

    private static FormulaRegion region(String id, String page, Box box, String latex) {
        return FormulaRegion.drawn(page, box, FormulaKind.INLINE, Writing.PRINTED)
                .withId(id)
                .withLatex(Optional.of(latex));
    }

    private static RegionPrediction found(Box box, String latex) {
        return new RegionPrediction(new Detection(box, FormulaKind.INLINE, Writing.PRINTED, 0.95), reading(latex));
    }

    private static Reading reading(String latex) {
        return new Reading(latex, 0.9, List.of(), List.of());
    }

    private static Page page(String id, int order, Split split) {
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
                split,
                LabelState.LABELED,
                Set.of(),
                "",
                Instant.EPOCH);
    }
}
