package sigmark.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.Evaluator;
import sigmark.analysis.quality.QualitySurvey;
import sigmark.analysis.weakness.WeakSlice;
import sigmark.analysis.weakness.WeakSlices;
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
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.Provenance;
import sigmark.labeling.project.Split;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.RunStart;

/** Twelve pages of two formulas: the first run reads displays wrong, the second reads everything right. */
class RunComparisonTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final int PAGES = 12;

    @TempDir
    private Path folder;

    @Test
    void winsLossesTiesAndWeakSlicesWorkedOutByHand() {
        try (ProjectStore store = ProjectStore.create(folder.resolve("p"), "p", new Author("Kim"))) {
            List<Page> pages = new ArrayList<>();
            List<FormulaRegion> regions = new ArrayList<>();
            for (int i = 0; i < PAGES; i++) {
                pages.add(page("p" + i, i));
                regions.add(region("i" + i, "p" + i, 0, FormulaKind.INLINE));
                regions.add(region("d" + i, "p" + i, 50, FormulaKind.DISPLAY));
            }
            store.addPages(pages, regions);
            Evaluation first = evaluate(store, "x+2");
            Evaluation second = evaluate(store, "x+1");

            RunComparison comparison = RunComparison.of(first, second);
            assertThat(comparison.wins()).isEmpty();
            assertThat(comparison.losses())
                    .hasSize(PAGES)
                    .allMatch(pair -> pair.first().kind() == FormulaKind.DISPLAY);
            assertThat(comparison.ties()).hasSize(PAGES);
            assertThat(comparison.onlyOne()).isZero();
            assertThat(comparison.exact().onlySecond()).isEqualTo(PAGES);
            assertThat(comparison.exact().exactP()).hasValue(2 * Math.pow(0.5, PAGES));
            assertThat(comparison.distance().orElseThrow().p()).isLessThan(0.001);
            assertThat(comparison.bootstrap().orElseThrow().estimate()).isCloseTo(1 / 6.0, within(1e-12));
            assertThat(RunComparison.of(first, first).ties()).hasSize(2 * PAGES);

            var slices = SliceComparisons.of(first, second, QualitySurvey.NONE);
            assertThat(slices)
                    .filteredOn(slice -> slice.adjustedP() < 0.05)
                    .extracting(SliceComparison::name)
                    .contains("kind:display", "labeler:Kim")
                    .doesNotContain("kind:inline");
            RunTournament three = RunTournament.of(List.of(first, second, first));
            assertThat(three.duels())
                    .extracting(duel -> duel.first() + " " + duel.second())
                    .containsExactly("1 2", "1 1", "2 1");
            assertThat(three.duels().get(0).adjustedP()).isEqualTo(3 * 2 * Math.pow(0.5, PAGES));
            assertThat(three.duels().get(1).adjustedP()).isEqualTo(1);

            assertThat(WeakSlices.find(first)).extracting(WeakSlice::name).containsExactly("kind:display");
            assertThat(WeakSlices.find(first).get(0).samples()).hasSize(PAGES);
            assertThat(WeakSlices.find(second)).isEmpty();
        }
    }

    @Test
    void aCandidateThatAnotherBeatsInEverythingIsNotInFront() {
        try (ProjectStore store = ProjectStore.create(folder.resolve("q"), "q", new Author("Kim"))) {
            store.addPages(
                    IntStream.range(0, PAGES).mapToObj(i -> page("p" + i, i)).toList(),
                    IntStream.range(0, PAGES)
                            .mapToObj(i -> region("d" + i, "p" + i, 50, FormulaKind.DISPLAY))
                            .toList());
            List<Evaluation> three = List.of(evaluate(store, "x+2"), evaluate(store, "x+1"), evaluate(store, "x+2"));
            // the wrong ones: one smaller than the right one, one larger
            List<CandidatePoint> points = CandidatePoint.of(
                    three, run -> OptionalLong.of(List.of(10L, 20L, 30L).get((int) run.id() - 1)));
            assertThat(points).extracting(CandidatePoint::front).containsExactly(true, true, false);
            assertThat(points.get(1).right().estimate()).hasValue(1);
            // without sizes nothing speaks for the smaller one
            assertThat(CandidatePoint.of(three, run -> OptionalLong.empty()))
                    .extracting(CandidatePoint::front)
                    .containsExactly(false, true, false);
        }
    }

    private static Evaluation evaluate(ProjectStore store, String display) {
        long run = store.runs().begin(new RunStart("default 1", "d", "r", "", 0, environment()));
        Map<String, PagePrediction> predictions = new LinkedHashMap<>();
        for (int i = 0; i < PAGES; i++) {
            List<RegionPrediction> found =
                    List.of(found(0, FormulaKind.INLINE, "x+1"), found(50, FormulaKind.DISPLAY, display));
            predictions.put("p" + i, new PagePrediction(found, Map.of(), StepTimes.NONE, Optional.empty()));
        }
        store.runs().putAll(run, predictions);
        store.runs().finish(run);
        return new Evaluator(store, run).evaluate(Progress.SILENT);
    }

    private static RegionPrediction found(double left, FormulaKind kind, String latex) {
        return new RegionPrediction(
                new Detection(Box.ofSize(left, 0, 20, 10), kind, Writing.PRINTED, 0.9),
                new Reading(latex, 0.8, List.of(), List.of()));
    }

    private static Page page(String id, int order) {
        return new Page(
                id,
                order,
                id + ".png",
                new PageSource("images/" + id + ".png", true, "00" + id, OptionalInt.empty(), 0),
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
                NOON);
    }

    private static FormulaRegion region(String id, String page, double left, FormulaKind kind) {
        return new FormulaRegion(
                id,
                page,
                Layer.HUMAN,
                (int) left,
                Box.ofSize(left, 0, 20, 10),
                kind,
                Writing.PRINTED,
                Optional.of("x+1"),
                LabelState.LABELED,
                Set.of(),
                Set.of(),
                "",
                Optional.empty(),
                new Provenance("Kim", NOON, NOON, 0, 0, Optional.empty()),
                Optional.empty());
    }

    private static RunEnvironment environment() {
        return new RunEnvironment("cpu", "", "test", 2, 1, 1, "test", "17", "none", "test");
    }
}
