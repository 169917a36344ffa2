package sigmark.app.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.analysis.errors.ErrorClass;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.evaluation.SampleOutcome;
import sigmark.analysis.statistics.Proportion;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.model.ErrorFigures;
import sigmark.app.analyze.model.Place;
import sigmark.app.analyze.model.SampleFacet;
import sigmark.app.analyze.model.SampleMetric;
import sigmark.app.analyze.model.SampleOrder;
import sigmark.app.analyze.model.SliceList;
import sigmark.app.base.Jobs;

/** Every part of a picture leads to the samples that it counts, and back. */
class SampleFacetTest {
    @TempDir
    Path folder;

    private EvaluatedProject project;
    private AnalyzeViewModel view;

    @BeforeEach
    void open() {
        project = new EvaluatedProject(folder.resolve("p"));
        project.run();
        view = new AnalyzeViewModel(project.store, Jobs.onCurrentThread());
        view.activate();
    }

    @AfterEach
    void close() {
        view.close();
        project.store.close();
    }

    @Test
    void errorClassesAndConfusionsLeadToTheirSamples() {
        ErrorFigures errors = view.errorsProperty().get();
        assertThat(errors.classes()).containsExactly(new ErrorFigures.OfClass(ErrorClass.SYMBOL, 1, 1));
        assertThat(errors.confusions()).hasSize(1);
        view.narrow(SampleFacet.error(ErrorClass.SYMBOL));
        assertThat(names()).containsExactly("wrong");
        view.showOnly(SampleFacet.confusion("b", "c"));
        assertThat(names()).containsExactly("wrong");
        view.showOnly(SampleFacet.confusion("b", "d"));
        assertThat(names()).isEmpty();
        view.showOnly(SampleFacet.error(ErrorClass.TRUNCATED));
        assertThat(names()).as("nothing was read, so nothing was cut off").isEmpty();
    }

    @Test
    void whatDetectionLosesIsToldFromWhatRecognitionLoses() {
        view.narrow(SampleFacet.LOST_BY_DETECTION);
        assertThat(names()).containsExactlyInAnyOrder("wrong", "missed");
        view.narrow(SampleFacet.INEXACT_ON_TRUE_BOX);
        assertThat(names()).containsExactly("long");
    }

    @Test
    void aRangeHoldsItsEndsAndOnlyOneOfAMetricStands() {
        view.narrow(SampleFacet.range(SampleMetric.SCORE, 0.8, 0.9));
        assertThat(names()).containsExactlyInAnyOrder("right", "long");
        view.narrow(SampleFacet.range(SampleMetric.SCORE, 0.85, Double.POSITIVE_INFINITY));
        assertThat(names()).containsExactly("right");
        view.narrow(SampleFacet.range(SampleMetric.TIME, 0, 4));
        assertThat(view.facets()).hasSize(2);
        assertThat(names()).isEmpty();
    }

    @Test
    void aQueryOfTheLabelWorkbenchNarrowsNumbersAndSamples() {
        view.narrow(new SampleFacet(SampleFacet.Field.QUERY, "kind:display"));
        assertThat(names()).containsExactly("wrong", "long");
        assertThat(view.figuresProperty()
                        .get()
                        .orElseThrow()
                        .endToEnd()
                        .canonical()
                        .exact())
                .isEqualTo(new Proportion(1, 2));
        view.narrow(new SampleFacet(SampleFacet.Field.QUERY, "has:\\frac"));
        assertThat(names()).as("two queries hold together").containsExactly("wrong");
        view.showOnly(new SampleFacet(SampleFacet.Field.QUERY, "latex:z"));
        assertThat(names()).as("a false box is asked for what it read").containsExactly("false");
    }

    @Test
    void everySliceLeadsToAsManySamplesAsItCounts() {
        SliceList slices = view.sliceListProperty().get();
        assertThat(slices.rows()).extracting(SliceList.Row::name).contains("kind:inline", "split:test", "tag:scan");
        for (SliceList.Row row : slices.rows()) {
            view.showOnly(row.facet());
            long typed = view.shown().stream()
                    .filter(sample -> sample.endToEnd().isPresent())
                    .count();
            assertThat(typed).as(row.name()).isEqualTo(row.figures().right().n());
        }
    }

    @Test
    void theWayBackLeadsThroughConditionsOrdersAndScreens() {
        view.narrow(SampleFacet.WRONG);
        view.sortBy(SampleOrder.PAGE);
        view.step(1);
        view.show(Place.Screen.SAMPLE);
        view.back();
        assertThat(view.screenProperty().get()).isEqualTo(Place.Screen.OVERVIEW);
        assertThat(view.orderProperty().get()).isEqualTo(SampleOrder.PAGE);
        view.back();
        assertThat(view.orderProperty().get()).isEqualTo(SampleOrder.WORST);
        assertThat(names()).containsExactly("missed", "false", "wrong");
        view.back();
        assertThat(view.facets()).isEmpty();
        assertThat(names()).hasSize(5);
        assertThat(view.trail().canGoBackProperty().get()).isFalse();
        view.forward();
        view.forward();
        view.forward();
        assertThat(view.screenProperty().get()).isEqualTo(Place.Screen.SAMPLE);
        assertThat(view.facets()).containsExactly(SampleFacet.WRONG);
        assertThat(view.trail().canGoForwardProperty().get()).isFalse();
        view.showAll();
        view.back();
        assertThat(view.trail().canGoForwardProperty().get()).isTrue();
    }

    @Test
    void anyFigureSortsBothWaysAndSamplesWithoutItStandLast() {
        for (SampleMetric metric : SampleMetric.values()) {
            SampleOrder worst = SampleOrder.worst(metric);
            for (SampleOrder order : List.of(worst, worst.turned())) {
                view.sortBy(order);
                List<Double> values = view.shown().stream()
                        .map(sample -> metric.of(sample).orElse(Double.NaN))
                        .toList();
                assertThat(values).as("%s", order).hasSize(5).isSortedAccordingTo((a, b) -> {
                    if (a.isNaN() || b.isNaN()) {
                        return Boolean.compare(a.isNaN(), b.isNaN());
                    }
                    return order.ascending() ? Double.compare(a, b) : Double.compare(b, a);
                });
            }
        }
    }

    private List<String> names() {
        return view.shown().stream().map(SampleFacetTest::name).toList();
    }

    private static String name(EvaluationSample sample) {
        return sample.outcome() == SampleOutcome.FALSE_BOX ? "false" : sample.id();
    }
}
