package sigmark.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sigmark.inference.run.Step;
import sigmark.inference.run.StepTimes;
import sigmark.inference.work.Problem;

class StepFiguresTest {
    private static final long MILLI = 1_000_000;

    @Test
    void warmUpAndFailedPagesAreLeftOut() {
        List<MeasuredPage> pages = new ArrayList<>();
        pages.add(page("cold", 900, 5000));
        for (int i = 1; i <= 100; i++) {
            pages.add(page("p" + i, i, 100 + i));
        }
        pages.add(new MeasuredPage(
                "bad", "bad.png", 0, 0, StepTimes.NONE, Optional.of(Problem.of("image.truncated", "bad.png"))));

        StepFigures figures = StepFigures.of(pages, 1);

        assertThat(figures.pages()).isEqualTo(100);
        StepFigures.Row detect = figures.rows().get(Step.DETECT.ordinal());
        assertThat(detect.p50()).hasValue(150);
        assertThat(detect.p95()).hasValue(195);
        assertThat(detect.p99()).hasValue(199);
        assertThat(figures.whole().p50()).hasValue(200);
        assertThat(figures.rows().stream().mapToDouble(StepFigures.Row::share).sum())
                .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(StepFigures.page(pages, 1, StepFigures.Pick.MEDIAN).map(MeasuredPage::name))
                .contains("p50");
        assertThat(StepFigures.page(pages, 1, StepFigures.Pick.SLOWEST).map(MeasuredPage::name))
                .contains("p100");
    }

    @Test
    void nothingMeasuredIsSaidAsNothing() {
        StepFigures figures = StepFigures.of(List.of(), 2);
        assertThat(figures.pages()).isZero();
        assertThat(figures.whole().p99()).isEmpty();
        assertThat(figures.whole().share()).isZero();
        assertThat(StepFigures.page(List.of(), 2, StepFigures.Pick.P95)).isEmpty();
    }

    @Test
    void throughputCountsEveryPageOnce() {
        List<MeasuredPage> pages = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            pages.add(new MeasuredPage("p" + i, "p" + i, i * 500 * MILLI, 7, StepTimes.NONE, Optional.empty()));
        }
        List<Throughput.Point> points = Throughput.points(pages, 10_000 * MILLI, 5);
        assertThat(points).hasSize(5);
        double width = 2;
        assertThat(points.stream().mapToDouble(p -> p.pagesPerSecond() * width).sum())
                .isEqualTo(20);
        assertThat(points.stream()
                        .mapToDouble(p -> p.formulasPerSecond() * width)
                        .sum())
                .isEqualTo(140);
        assertThat(points.get(4).seconds()).isEqualTo(10);
        assertThat(Throughput.points(List.of(), 0, 5)).isEmpty();
    }

    @Test
    void ticksAreRound() {
        assertThat(Waterfall.niceTick(58)).isEqualTo(100);
        assertThat(Waterfall.niceTick(0.13)).isEqualTo(0.2);
        assertThat(Waterfall.niceTick(40)).isEqualTo(50);
    }

    private static MeasuredPage page(String name, long decode, long detect) {
        return new MeasuredPage(
                name, name, 0, 3, new StepTimes(decode * MILLI, detect * MILLI, 0, 0), Optional.empty());
    }
}
