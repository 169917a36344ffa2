package sigmark.app.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationFigures;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.evaluation.Grouping;
import sigmark.analysis.evaluation.SampleOutcome;
import sigmark.analysis.timing.RunTimes;
import sigmark.app.analyze.model.EvaluatedSamples;
import sigmark.app.analyze.model.SampleFacet;
import sigmark.app.analyze.model.SampleMetric;
import sigmark.app.analyze.model.SampleOrder;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.run.Detection;
import sigmark.inference.run.Reading;
import sigmark.inference.run.RegionPrediction;
import sigmark.inference.run.RunEnvironment;
import sigmark.inference.run.StepTimes;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.Split;
import sigmark.labeling.project.StoredRun;

/** A hundred thousand samples are sorted and narrowed fast enough for a person not to wait. */
class ManySamplesTest {
    private static final int PAGES = 2_000;
    private static final int A_PAGE = 50;
    private static final Duration PATIENCE = Duration.ofMillis(1000);
    /** Of this thread's own work, whatever else the machine does. */
    private static final java.lang.management.ThreadMXBean CLOCK =
            java.lang.management.ManagementFactory.getThreadMXBean();

    private static EvaluatedSamples samples;

    @BeforeAll
    static void make() {
        Random random = new Random(7);
        List<List<EvaluationSample>> pages = new ArrayList<>();
        for (int p = 0; p < PAGES; p++) {
            List<EvaluationSample> page = new ArrayList<>();
            Page of = page(p);
            for (int s = 0; s < A_PAGE; s++) {
                page.add(sample(of, s, random));
            }
            pages.add(page);
        }
        StoredRun run = new StoredRun(
                1, "p 1", "", "", "", Instant.EPOCH, Instant.EPOCH, 1, PAGES, 0, PAGES * A_PAGE, 0, true, "Kim", HERE);
        samples = EvaluatedSamples.of(
                new Evaluation(
                        run,
                        1,
                        pages,
                        EvaluationFigures.of(List.of()),
                        RunTimes.of(0, List.of()),
                        List.of(),
                        List.of()),
                Optional.empty());
    }

    private static final RunEnvironment HERE =
            new RunEnvironment("cpu", "", "test", 2, 1, 1, "test", "17", "none", "test");

    private static Page page(int p) {
        String name = "%05d.png".formatted(p);
        return new Page(
                "p" + p,
                PAGES - p,
                name,
                new PageSource("images/" + name, true, "%064x".formatted(p), OptionalInt.empty(), 0),
                100,
                100,
                1,
                0,
                100,
                100,
                p,
                p % 3 == 0 ? Split.TEST : Split.TRAIN,
                LabelState.LABELED,
                Set.of(),
                "",
                Instant.EPOCH);
    }

    private static EvaluationSample sample(Page page, int s, Random random) {
        Box box = new Box(s, s % 10, s + 5, s % 10 + 5);
        Reading reading = new Reading("x_{" + s + "}", random.nextDouble(), List.of(), List.of());
        return new EvaluationSample(
                page.id() + "#" + s,
                page,
                SampleOutcome.FALSE_BOX,
                Optional.empty(),
                Optional.of(new RegionPrediction(
                        new Detection(box, FormulaKind.INLINE, Writing.PRINTED, random.nextDouble()), reading)),
                0,
                Grouping.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new StepTimes(1, 2, 3, random.nextInt(1000) * 1_000_000L));
    }

    @Test
    void theyStandInTheOrderOfPagesAndPlaces() {
        assertThat(samples.size()).isEqualTo(PAGES * A_PAGE);
        assertThat(samples.all().get(0).page().id()).isEqualTo("p" + (PAGES - 1));
        assertThat(samples.ofPage("p17")).hasSize(A_PAGE);
        assertThat(samples.find("p17#3")).isPresent();
    }

    @Test
    void sortingTakesNoNoticeableTime() {
        for (SampleMetric metric : List.of(SampleMetric.SCORE, SampleMetric.TIME, SampleMetric.EDIT)) {
            SampleOrder.worst(metric).sorted(samples.all()); // warm
            long start = CLOCK.getCurrentThreadCpuTime();
            List<EvaluationSample> sorted = SampleOrder.worst(metric).sorted(samples.all());
            long nanos = CLOCK.getCurrentThreadCpuTime() - start;
            System.getLogger("measured").log(System.Logger.Level.INFO, metric + " sorted in ms: " + nanos / 1e6);
            assertThat(sorted).hasSize(samples.size());
            assertThat(Duration.ofNanos(nanos)).as("sorting by %s", metric).isLessThan(PATIENCE);
        }
    }

    @Test
    void narrowingTakesNoNoticeableTime() {
        List<List<SampleFacet>> wishes = List.of(
                List.of(new SampleFacet(SampleFacet.Field.QUERY, "split:test has:x")),
                List.of(SampleFacet.range(SampleMetric.SCORE, 0.2, 0.4)),
                List.of(SampleFacet.WRONG, new SampleFacet(SampleFacet.Field.SPLIT, "train")));
        for (List<SampleFacet> wish : wishes) {
            samples.chosen(wish); // warm
            long start = CLOCK.getCurrentThreadCpuTime();
            List<EvaluationSample> chosen = samples.chosen(wish);
            long nanos = CLOCK.getCurrentThreadCpuTime() - start;
            System.getLogger("measured").log(System.Logger.Level.INFO, wish + " in ms: " + nanos / 1e6);
            assertThat(chosen.size()).isBetween(1, samples.size() - 1);
            assertThat(Duration.ofNanos(nanos)).as("%s", wish).isLessThan(PATIENCE);
        }
    }
}
