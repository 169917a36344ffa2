package sigmark.app.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationFigures;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.evaluation.Evaluator;
import sigmark.analysis.evaluation.SampleOutcome;
import sigmark.analysis.statistics.Proportion;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.model.SampleFacet;
import sigmark.app.analyze.model.SampleOrder;
import sigmark.app.base.Jobs;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.TypeLatex;
import sigmark.labeling.project.StoredRun;

/** Numbers, facets, orders and selection, over a real store. */
class AnalyzeViewModelTest {
    @TempDir
    Path folder;

    private EvaluatedProject project;
    private StoredRun run;
    private AnalyzeViewModel view;

    @BeforeEach
    void open() {
        project = new EvaluatedProject(folder.resolve("p"));
        run = project.run();
        view = new AnalyzeViewModel(project.store, Jobs.onCurrentThread());
        view.activate();
    }

    @AfterEach
    void close() {
        view.close();
        project.store.close();
    }

    @Test
    void theNewestFinishedRunIsShownWithTheEvaluatorsNumbers() {
        Evaluation expected = new Evaluator(project.store, run.id()).evaluate(Progress.SILENT);

        assertThat(view.runProperty().get()).contains(run);
        assertThat(view.evaluationProperty().get()).contains(expected);
        assertThat(numbers()).isEqualTo(expected.figures());
        assertThat(numbers().endToEnd().canonical().exact()).isEqualTo(new Proportion(2, 4));
        assertThat(view.slicesProperty().get()).containsKeys("kind:inline", "split:test", "tag:scan");
    }

    @Test
    void theWorstSamplesComeFirstAndEveryOrderKeepsAllOfThem() {
        assertThat(names()).containsExactly("missed", "false", "wrong", "right", "long");
        view.sortBy(SampleOrder.LEAST_SURE);
        assertThat(names()).containsExactly("wrong", "false", "long", "right", "missed");
        view.sortBy(SampleOrder.SLOWEST_PAGE);
        assertThat(names()).containsExactly("missed", "false", "long", "right", "wrong");
        view.sortBy(SampleOrder.LONGEST);
        assertThat(names()).startsWith("wrong", "long");
        view.sortBy(SampleOrder.PAGE);
        assertThat(names()).containsExactly("right", "wrong", "missed", "false", "long");
        view.sortBy(SampleOrder.LEAST_OVERLAP);
        assertThat(names())
                .as("what has no overlap stands last")
                .endsWith("missed", "false")
                .hasSize(5);
    }

    @Test
    void aSliceNarrowsTheNumbersAndAnOutcomeOnlyTheList() {
        EvaluationFigures whole = numbers();
        view.narrow(new SampleFacet(SampleFacet.Field.OUTCOME, SampleOutcome.MISSED.word()));
        assertThat(names()).containsExactly("missed");
        assertThat(numbers()).isEqualTo(whole);

        view.narrow(new SampleFacet(SampleFacet.Field.OUTCOME, SampleOutcome.FALSE_BOX.word()));
        assertThat(view.facets()).hasSize(1);
        assertThat(names()).containsExactly("false");

        view.showAll();
        SampleFacet test = new SampleFacet(SampleFacet.Field.SPLIT, "test");
        view.narrow(test);
        assertThat(names()).containsExactly("wrong", "right", "long");
        assertThat(numbers().endToEnd().canonical().exact()).isEqualTo(new Proportion(2, 3));
        assertThat(numbers()).isEqualTo(view.slicesProperty().get().get("split:test"));

        view.narrow(new SampleFacet(SampleFacet.Field.TAG, "scan"));
        assertThat(names()).containsExactly("wrong", "right");
        view.widen(test);
        assertThat(numbers().endToEnd().canonical().exact()).isEqualTo(new Proportion(1, 2));
        view.showAll();
        assertThat(numbers()).isEqualTo(whole);
    }

    @Test
    void aNumberLeadsToTheSamplesThatItCounts() {
        Proportion endToEnd = numbers().endToEnd().canonical().exact();
        view.narrow(SampleFacet.INEXACT_END_TO_END);
        assertThat(names()).containsExactly("missed", "wrong").hasSize((int) (endToEnd.n() - endToEnd.k()));

        Proportion alone = numbers().onTrueBoxes().orElseThrow().canonical().exact();
        view.narrow(SampleFacet.INEXACT_ON_TRUE_BOX);
        assertThat(names()).containsExactly("long").hasSize((int) (alone.n() - alone.k()));

        view.showAll();
        view.narrow(SampleFacet.WRONG);
        assertThat(names()).containsExactly("missed", "false", "wrong");
        assertThat(numbers().endToEnd().canonical().exact()).isEqualTo(endToEnd);
    }

    @Test
    void theBinsOfTheHistogramHoldEverySampleOnce() {
        List<String> found = new ArrayList<>();
        for (int bin = 0; bin < SampleFacet.BINS; bin++) {
            view.narrow(new SampleFacet(SampleFacet.Field.DISTANCE, String.valueOf(bin)));
            found.addAll(names());
        }
        assertThat(found).containsExactlyInAnyOrder("right", "wrong", "missed", "long");
        assertThat(SampleFacet.bin(0)).isZero();
        assertThat(SampleFacet.bin(0.1)).isEqualTo(1);
        assertThat(SampleFacet.bin(0.11)).isEqualTo(2);
        assertThat(SampleFacet.bin(1)).isEqualTo(SampleFacet.BINS - 1);
    }

    @Test
    void stepsStayInTheListAndTheSelectionOutlivesAnotherOrder() {
        view.step(1);
        assertThat(selected()).contains("missed");
        view.step(-3);
        assertThat(selected()).contains("missed");
        view.step(99);
        assertThat(selected()).contains("long");
        view.sortBy(SampleOrder.PAGE);
        assertThat(selected()).contains("long");
        view.step(-1);
        assertThat(selected()).contains("false");
    }

    @Test
    void aMendedLabelChangesTheNumbersAtOnceOrWhenTheWorkbenchIsShownAgain() {
        view.step(3);
        project.store.apply(new TypeLatex("wrong", "\\frac{a}{c}"), 0);
        assertThat(numbers().endToEnd().canonical().exact()).isEqualTo(new Proportion(3, 4));

        view.deactivate();
        project.store.apply(new TypeLatex("wrong", "\\frac{a}{b}"), 0);
        assertThat(numbers().endToEnd().canonical().exact()).isEqualTo(new Proportion(3, 4));
        view.activate();
        assertThat(numbers().endToEnd().canonical().exact()).isEqualTo(new Proportion(2, 4));
    }

    @Test
    void oneRunsNumbersNeverStandUnderAnotherRunsName() {
        StoredRun second = project.emptyRun();
        List<Optional<Long>> evaluated = new ArrayList<>();
        view.evaluationProperty()
                .addListener((property, old, now) ->
                        evaluated.add(now.map(shown -> shown.run().id())));
        view.runProperty()
                .addListener((property, old, now) -> evaluated.add(
                        view.evaluationProperty().get().map(e -> -e.run().id())));

        view.choose(second.id());

        assertThat(evaluated).containsExactly(Optional.of(-run.id()), Optional.empty(), Optional.of(second.id()));
        assertThat(names()).containsExactlyInAnyOrder("right", "wrong");
        assertThat(numbers().endToEnd().canonical().exact()).isEqualTo(new Proportion(0, 2));
    }

    private EvaluationFigures numbers() {
        return view.figuresProperty().get().orElseThrow();
    }

    private Optional<String> selected() {
        return view.selectedProperty().get().map(AnalyzeViewModelTest::name);
    }

    private List<String> names() {
        return view.shown().stream().map(AnalyzeViewModelTest::name).toList();
    }

    private static String name(EvaluationSample sample) {
        return sample.outcome() == SampleOutcome.FALSE_BOX ? "false" : sample.id();
    }
}
