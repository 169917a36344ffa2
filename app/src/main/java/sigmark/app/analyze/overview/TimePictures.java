package sigmark.app.analyze.overview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.timing.RunTimes;
import sigmark.analysis.timing.StepFigures;
import sigmark.app.analyze.chart.ChartRow;
import sigmark.app.analyze.chart.CurveChart;
import sigmark.app.analyze.chart.Histogram;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.model.SampleFacet;
import sigmark.app.analyze.model.SampleMetric;
import sigmark.app.analyze.model.SampleOrder;
import sigmark.app.base.Desk;
import sigmark.app.base.control.TokenColors.Token;
import sigmark.app.base.words.Numbers;
import sigmark.app.base.words.Words;
import sigmark.inference.run.Step;
import sigmark.inference.run.StepTimes;

/** Where the time went: latency curves, percentiles by step, pages by their time. Of the whole run, warm-up apart. */
final class TimePictures {
    private static final Map<Step, Token> COLORS = Map.of(
            Step.DECODE, Token.STEP_DECODE,
            Step.DETECT, Token.STEP_DETECT,
            Step.CROP, Token.STEP_CROP,
            Step.CLASSIFY, Token.STEP_POST,
            Step.RECOGNIZE, Token.STEP_RECOGNIZE);
    private static final double NANOS_A_MILLI = 1e6;
    private static final int BARS = 12;

    private final Desk desk;
    private final AnalyzeViewModel view;

    TimePictures(Desk desk, AnalyzeViewModel view) {
        this.desk = desk;
        this.view = view;
    }

    List<Region> make() {
        Optional<Evaluation> evaluation = view.evaluationProperty().get();
        if (evaluation.isEmpty() || evaluation.get().times().measured().isEmpty()) {
            return List.of(
                    new Picture(words(), "latency", Picture.caption(words().text("analyze.picture.latency.none"))));
        }
        RunTimes times = evaluation.get().times();
        return List.of(latency(times), steps(times), pages(times));
    }

    private static double[] millis(RunTimes times, ToLongFunction<StepTimes> of) {
        return times.measured().stream()
                .mapToDouble(page -> of.applyAsLong(page) / NANOS_A_MILLI)
                .sorted()
                .toArray();
    }

    private static SampleMetric metric(Step step) {
        return SampleMetric.valueOf(step.name());
    }

    private Region latency(RunTimes times) {
        List<CurveChart.Curve> curves = new ArrayList<>();
        List<SampleMetric> metrics = new ArrayList<>();
        for (Step step : Step.of(times.measured())) {
            curves.add(curve(
                    words().text("step." + step.word()),
                    COLORS.getOrDefault(step, Token.SERIES_7),
                    millis(times, page -> page.of(step))));
            metrics.add(metric(step));
        }
        double[] whole = millis(times, StepTimes::total);
        curves.add(curve(words().text("analyze.curve.page"), Token.TEXT, whole));
        metrics.add(SampleMetric.TIME);
        double most = nice(whole[whole.length - 1]);
        CurveChart chart = new CurveChart(
                curves,
                new CurveChart.Axes(most, 1, value -> numbers().decimals(value, 0), numbers()::wholePercent),
                words().text("analyze.picture.latency") + ". " + said(times),
                (which, point) -> view.narrow(
                        SampleFacet.range(metrics.get(which), curves.get(which).x()[point], Double.POSITIVE_INFINITY)));
        return new Picture(words(), "latency", chart);
    }

    private String said(RunTimes times) {
        StringBuilder said = new StringBuilder();
        times.steps().forEach((step, figures) -> said.append(words().text("step." + step.word()))
                .append(' ')
                .append(
                        figures.p50().isPresent()
                                ? numbers().millis(figures.p50().getAsDouble())
                                : "–")
                .append("; "));
        return said.toString();
    }

    /** Share of pages that took at most so long. */
    private static CurveChart.Curve curve(String name, Token color, double[] ascending) {
        double[] share = new double[ascending.length];
        Arrays.setAll(share, i -> (i + 1.0) / ascending.length);
        return new CurveChart.Curve(name, color, ascending, share);
    }

    private static double nice(double most) {
        double unit = Math.pow(10, Math.floor(Math.log10(Math.max(1, most))));
        return Math.ceil(most / unit * 2) / 2 * unit;
    }

    private Region steps(RunTimes times) {
        VBox rows = new VBox();
        double total = times.page().p50().orElse(0);
        times.steps().forEach((step, figures) -> rows.getChildren()
                .add(row(
                        words().text("step." + step.word()),
                        figures,
                        total,
                        "step-" + step.word(),
                        SampleOrder.worst(metric(step)))));
        rows.getChildren()
                .add(row(
                        words().text("analyze.curve.page"),
                        times.page(),
                        total,
                        "row-bar-class",
                        SampleOrder.SLOWEST_PAGE));
        String pace = times.pagesPerSecond().isPresent()
                ? words().text(
                                "analyze.picture.steps.pace",
                                "pages",
                                numbers().decimals(times.pagesPerSecond().getAsDouble(), 2),
                                "formulas",
                                numbers().decimals(times.formulasPerSecond().orElse(0), 1))
                : "";
        rows.getChildren().add(Picture.caption(pace));
        return new Picture(words(), "steps", rows);
    }

    private Region row(String name, StepFigures figures, double total, String style, SampleOrder order) {
        double median = figures.p50().orElse(0);
        return ChartRow.bar(
                name,
                total > 0 ? median / total : 0,
                style,
                figures.p50().isPresent() ? numbers().millis(median) : "–",
                figures.p95().isPresent()
                        ? "p95 " + numbers().decimals(figures.p95().getAsDouble(), 0)
                        : "",
                () -> view.sortBy(order));
    }

    private Region pages(RunTimes times) {
        double[] whole = millis(times, StepTimes::total);
        double width = nice(whole[whole.length - 1]) / BARS;
        int[] counts = new int[BARS];
        for (double millis : whole) {
            counts[(int) Math.min(BARS - 1, millis / width)]++;
        }
        List<Histogram.Bar> bars = new ArrayList<>();
        for (int i = 0; i < BARS; i++) {
            bars.add(new Histogram.Bar(
                    counts[i],
                    i % 3 == 0 ? numbers().decimals(i * width, 0) : "",
                    false,
                    words().text(
                                    "analyze.histogram.time",
                                    "from",
                                    numbers().decimals(i * width, 0),
                                    "to",
                                    numbers().decimals((i + 1) * width, 0),
                                    "count",
                                    counts[i])));
        }
        return new Picture(
                words(),
                "pages",
                new Histogram(
                        bars,
                        count -> numbers().count(count),
                        (from, to) ->
                                view.narrow(SampleFacet.range(SampleMetric.TIME, from * width, (to + 1) * width))));
    }

    private Words words() {
        return desk.texts().words();
    }

    private Numbers numbers() {
        return desk.texts().numbers();
    }
}
