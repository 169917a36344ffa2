package sigmark.analysis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
import sigmark.inference.run.Step;
import sigmark.inference.run.StepTimes;
import sigmark.inference.work.Problem;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.edit.Change;
import sigmark.labeling.edit.TypeLatex;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.Provenance;
import sigmark.labeling.project.RegionFlag;
import sigmark.labeling.project.Split;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.RunStart;

/** Three labeled pages, one unlabeled, one run, worked out by hand. */
class EvaluatorTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    Path folder;

    private ProjectStore store;
    private long run;

    @BeforeEach
    void makeProjectAndRun() {
        store = ProjectStore.create(folder.resolve("p"), "p", new Author("Kim"));
        store.addPages(
                List.of(page("a"), page("b"), page("c"), page("d")),
                List.of(
                        region("a1", "a", 0, new Box(0, 0, 10, 10), Optional.of("x^2"), Set.of()),
                        region("a2", "a", 1, new Box(20, 0, 30, 10), Optional.of("a+b"), Set.of()),
                        region("a3", "a", 2, new Box(40, 0, 50, 10), Optional.of("?"), Set.of(RegionFlag.ILLEGIBLE)),
                        region("b1", "b", 0, new Box(0, 0, 10, 10), Optional.of("y"), Set.of()),
                        region("c1", "c", 0, new Box(0, 0, 10, 10), Optional.empty(), Set.of())));
        run = store.runs().begin(new RunStart("default 1", "d", "r", "", 1, environment()));
        put(
                "a",
                Map.of("a1", reading("x^{2}"), "a2", reading("a-b")),
                10,
                found(new Box(0, 0, 10, 10), 0.9, "x^{2}"), // exact
                found(new Box(40, 0, 50, 10), 0.8, "z"), // on the illegible one: ignored
                found(new Box(70, 0, 80, 10), 0.7, "q")); // false
        store.runs().put(run, "b", PagePrediction.failed(Problem.of("image.truncated", "b")));
        put("c", Map.of(), 30, found(new Box(1, 0, 10, 10), 0.9, "w"));
        put("d", Map.of(), 50, found(new Box(1, 0, 10, 10), 0.9, "w"));
        store.runs().finish(run);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void countsEveryFormulaOnce() {
        Evaluation evaluation = new Evaluator(store, run).evaluate(Progress.SILENT);
        EvaluationFigures figures = evaluation.figures();
        // matched a1 and c1; missed a2 and b1 (its page failed); false q; z lies on an illegible region
        assertThat(figures.detection().precision().k()).isEqualTo(2);
        assertThat(figures.detection().precision().n()).isEqualTo(3);
        assertThat(figures.detection().recall().n()).isEqualTo(4);
        assertThat(figures.detection().f1().getAsDouble()).isCloseTo(4 / 7.0, within(1e-12));
        // typed: a1 right, a2 and b1 nothing found
        assertThat(figures.endToEnd().count()).isEqualTo(3);
        assertThat(figures.endToEnd().failed()).isEqualTo(2);
        assertThat(figures.endToEnd().canonical().exact().k()).isEqualTo(1);
        // the recognizer alone: a1 right, a2 one token of three wrong
        assertThat(figures.onTrueBoxes().orElseThrow().count()).isEqualTo(2);
        assertThat(figures.onTrueBoxes()
                        .orElseThrow()
                        .canonical()
                        .edit()
                        .sampleMean()
                        .getAsDouble())
                .isCloseTo((0 + 1 / 3.0) / 2, within(1e-12));
        // hits: a1; typed regions 3; boxes a1 and the false one (c1 has no typed truth)
        assertThat(figures.hitRecall().n()).isEqualTo(3);
        assertThat(figures.hitPrecision().n()).isEqualTo(2);
        assertThat(figures.hitF1().getAsDouble()).isCloseTo(2 / 5.0, within(1e-12));
        assertThat(evaluation.failed()).extracting(left -> left.reason().code()).containsExactly("image.truncated");
        assertThat(evaluation.leftOut())
                .extracting(left -> left.reason().code())
                .containsExactly("evaluation.flagged", "evaluation.not-labeled");
    }

    @Test
    void timesLeaveOutWarmUpAndFailedPages() {
        var times = new Evaluator(store, run).evaluate(Progress.SILENT).times();
        assertThat(times.page().pages()).isEqualTo(2);
        assertThat(times.steps().get(Step.DETECT).p50().getAsDouble()).isCloseTo(30e-6, within(1e-12));
        assertThat(times.steps().get(Step.DETECT).p99().getAsDouble()).isCloseTo(50e-6, within(1e-12));
        assertThat(times.page().p95Bound()).isEmpty();
    }

    @Test
    void aMendedLabelChangesTheNumbersOfItsPageOnly() {
        var evaluator = new Evaluator(store, run);
        evaluator.evaluate(Progress.SILENT);
        Change change = store.apply(new TypeLatex("c1", "w"), 0);
        Evaluation after = evaluator.refresh(change.pages());
        assertThat(after.figures().endToEnd().count()).isEqualTo(4);
        assertThat(after.figures().endToEnd().canonical().exact().k()).isEqualTo(2);
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("dataRevision")
                .isEqualTo(new Evaluator(store, run).evaluate(Progress.SILENT));
    }

    @Test
    void theDocumentHasTheFieldsOfTheContract() {
        var document = EvaluationJson.document(new Evaluator(store, run).evaluate(Progress.SILENT));
        assertThat(document.at("/detection/f1").asDouble()).isCloseTo(4 / 7.0, within(1e-12));
        assertThat(document.at("/recognition/canonical/exactMatch").asDouble()).isEqualTo(0.5);
        assertThat(document.at("/endToEnd/canonical/exactMatch").asDouble()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(document.at("/steps/detect/p95").isNumber()).isTrue();
        assertThat(document.at("/slices/kind:inline/detection/recall").isNumber())
                .isTrue();
        assertThat(document.path("samples")).hasSize(5);
    }

    @Test
    void whatIsLostIsAttributedToDetectionAndRecognition() {
        Evaluation evaluation = new Evaluator(store, run).evaluate(Progress.SILENT);
        // a1 reads right both ways; a2 loses 1/3 on its true box and the rest since nothing was found; b1 was never
        // read
        LossAttribution loss = LossAttribution.of(evaluation.samples(), LossAttribution.DISTANCE);
        assertThat(loss.formulas()).isEqualTo(2);
        assertThat(loss.recognition()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(loss.missed()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(loss.boxes()).isZero();
        assertThat(loss.detectionShare().getAsDouble()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(loss.notRead()).isEqualTo(1);
        assertThat(loss.falseBoxes()).isEqualTo(1);
        LossAttribution exact = LossAttribution.of(evaluation.samples(), LossAttribution.EXACT);
        assertThat(exact.recognition()).isEqualTo(1);
        assertThat(exact.detection()).isZero();
        PageScore worst = PageScore.worstFirst(evaluation).get(0);
        assertThat(worst.page().id()).isEqualTo("b");
        assertThat(worst.score()).hasValue(0);
        assertThat(PageScore.worstFirst(evaluation).get(1).score()).hasValue(0.5);
    }

    @Test
    void splitAndMergedFormulasAreRecognizedAsSuch() {
        store.addPages(
                List.of(page("e")),
                List.of(
                        region("e1", "e", 0, new Box(0, 0, 40, 10), Optional.of("x=y"), Set.of()),
                        region("e2", "e", 1, new Box(0, 50, 18, 60), Optional.of("a"), Set.of()),
                        region("e3", "e", 2, new Box(20, 50, 40, 60), Optional.of("b"), Set.of())));
        run = store.runs().begin(new RunStart("default 1", "d", "r", "", 0, environment()));
        put(
                "e",
                Map.of(),
                1,
                found(new Box(21, 0, 40, 10), 0.9, "=y"),
                found(new Box(0, 0, 19, 10), 0.9, "x"),
                found(new Box(0, 50, 40, 60), 0.9, "ab"));
        store.runs().finish(run);
        Evaluation evaluation = new Evaluator(store, run).evaluate(Progress.SILENT);
        assertThat(evaluation.samples())
                .extracting(
                        sample -> sample.id() + " " + sample.grouping().role().word() + " "
                                + sample.grouping().joinedRight())
                .containsExactly(
                        "e1 split true", "e2 merged false", "e3 merged false", "e#0 piece false", "e#1 piece false");
        assertThat(evaluation.samples().get(0).grouping().partners()).containsExactly("e#0", "e#1");
        PageScore score = PageScore.worstFirst(evaluation).get(0);
        assertThat(score.splits()).isEqualTo(1);
        assertThat(score.merges()).isEqualTo(2);
    }

    private void put(String page, Map<String, Reading> alone, long detectNanos, RegionPrediction... found) {
        store.runs()
                .put(
                        run,
                        page,
                        new PagePrediction(
                                List.of(found), alone, new StepTimes(1, detectNanos, 1, 1), Optional.empty()));
    }

    private static RegionPrediction found(Box box, double score, String latex) {
        return new RegionPrediction(new Detection(box, FormulaKind.INLINE, Writing.PRINTED, score), reading(latex));
    }

    private static Reading reading(String latex) {
        return new Reading(latex, 0.5, List.of(), List.of());
    }

    private static Page page(String id) {
        return new Page(
                id,
                id.charAt(0),
                id + ".png",
                new PageSource("images/" + id + ".png", true, "00" + id, OptionalInt.empty(), 0),
                100,
                100,
                1,
                0,
                100,
                100,
                id.charAt(0),
                Split.TEST,
                LabelState.UNTOUCHED,
                Set.of(),
                "",
                NOON);
    }

    private static FormulaRegion region(
            String id, String page, int order, Box box, Optional<String> latex, Set<RegionFlag> flags) {
        return new FormulaRegion(
                id,
                page,
                Layer.HUMAN,
                order,
                box,
                FormulaKind.INLINE,
                Writing.PRINTED,
                latex,
                LabelState.LABELED,
                flags,
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
